#include "capsule.h"
#include <stdlib.h>
#include <string.h>

string_list fields(const char *line) {
    size_t length = strlen(line);
    string_list result = {calloc(length + 1, sizeof(char *)), 0};
    const char *at = line;
    while (true) {
        char *field = calloc(length + 1, 1);
        size_t size = 0;
        if (*at == '"') {
            at++;
            while (at[0] != '"' || at[1] == '"') {
                field[size++] = *at;
                at += *at == '"' ? 2 : 1;
            }
            at++;
        } else {
            while (*at != '\0' && *at != ',') {
                field[size++] = *at;
                at++;
            }
        }
        result.items[result.length++] = field;
        if (*at == '\0') return result;
        at++;
    }
}
