#include "capsule.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *badge(const char *first, const char *nickname, const char *last) {
    bool none = nickname == NULL || nickname[0] == '\0';
    size_t length = none ? 0 : strlen(nickname);
    char *text = malloc(strlen(first) + length + strlen(last) + 5);
    if (none) {
        sprintf(text, "%s %s", first, last);
        return text;
    }
    int at = sprintf(text, "%s \"", first);
    for (size_t i = 0; i < length; i++) {
        text[at++] = nickname[i] == '"' ? '\'' : nickname[i];
    }
    sprintf(text + at, "\" %s", last);
    return text;
}
