#include "capsule.h"
#include <stdlib.h>
#include <string.h>

const char *encode(const char *note, long long shift) {
    int by = (int)((shift % 26 + 26) % 26);
    char *result = strcpy(malloc(strlen(note) + 1), note);
    for (char *letter = result; *letter != '\0'; letter++) {
        if (*letter >= 'a' && *letter <= 'z') {
            *letter = (char)('a' + (*letter - 'a' + by) % 26);
        } else if (*letter >= 'A' && *letter <= 'Z') {
            *letter = (char)('A' + (*letter - 'A' + by) % 26);
        }
    }
    return result;
}
