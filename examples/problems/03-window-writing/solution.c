#include "capsule.h"
#include <stdlib.h>
#include <string.h>

static bool continues(char byte) {
    return (byte & 0xC0) == 0x80;
}

const char *mirror(const char *text) {
    size_t length = strlen(text);
    char *turned = calloc(length + 1, 1);
    size_t start = 0;
    while (start < length) {
        size_t end = start;
        while (end < length && text[end] != '\n') end++;
        size_t to = end;
        for (size_t at = start; at < end;) {
            size_t bytes = 1;
            while (at + bytes < end && continues(text[at + bytes])) bytes++;
            to -= bytes;
            memcpy(turned + to, text + at, bytes);
            at += bytes;
        }
        turned[end] = text[end];
        start = end + 1;
    }
    return turned;
}
