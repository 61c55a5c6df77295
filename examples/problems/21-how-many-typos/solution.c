#include "capsule.h"
#include <stdlib.h>
#include <string.h>

static size_t characters(const char *text, unsigned *points) {
    size_t count = 0;
    for (; *text != '\0'; text++) {
        unsigned char byte = (unsigned char)*text;
        if ((byte & 0xC0) == 0x80) {
            points[count - 1] = points[count - 1] << 8 | byte;
        } else {
            points[count++] = byte;
        }
    }
    return count;
}

long long typos(const char *meant, const char *typed) {
    unsigned *left = calloc(strlen(meant) + 1, sizeof(unsigned));
    unsigned *right = calloc(strlen(typed) + 1, sizeof(unsigned));
    size_t height = characters(meant, left);
    size_t width = characters(typed, right);
    long long *row = calloc(width + 1, sizeof(long long));
    for (size_t j = 1; j <= width; j++) row[j] = (long long)j;
    for (size_t i = 1; i <= height; i++) {
        long long corner = row[0];
        row[0] = (long long)i;
        for (size_t j = 1; j <= width; j++) {
            long long best = corner + (left[i - 1] == right[j - 1] ? 0 : 1);
            if (row[j] + 1 < best) best = row[j] + 1;
            if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
            corner = row[j];
            row[j] = best;
        }
    }
    return row[width];
}
