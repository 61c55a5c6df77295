#include "capsule.h"
#include <stdlib.h>
#include <string.h>

string_list loners(const char *const *socks, size_t socks_length) {
    string_list lone = {calloc(socks_length + 1, sizeof(char *)), 0};
    for (size_t i = 0; i < socks_length; i++) {
        bool seen = false;
        size_t count = 0;
        for (size_t j = 0; j < socks_length; j++) {
            if (strcmp(socks[i], socks[j]) != 0) continue;
            if (j < i) seen = true;
            count++;
        }
        if (!seen && count % 2 == 1) lone.items[lone.length++] = socks[i];
    }
    return lone;
}
