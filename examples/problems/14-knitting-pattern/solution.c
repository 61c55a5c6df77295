#include "capsule.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t size_of_character(const char *at) {
    size_t size = 1;
    while ((at[size] & 0xC0) == 0x80) size++;
    return size;
}

const char *shorten(const char *pattern, bool ones) {
    char *text = malloc(2 * strlen(pattern) + 1);
    char *to = text;
    const char *start = pattern;
    while (*start != '\0') {
        size_t size = size_of_character(start);
        size_t count = 1;
        while (strncmp(start, start + count * size, size) == 0) count++;
        if (ones || count > 1) to += sprintf(to, "%zu", count);
        memcpy(to, start, size);
        to += size;
        start += count * size;
    }
    *to = '\0';
    return text;
}
