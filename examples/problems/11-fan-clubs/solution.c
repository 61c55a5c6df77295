#include "capsule.h"
#include <stdlib.h>
#include <string.h>

static int by_name(const void *a, const void *b) {
    return strcmp(((const string_list_map_entry *)a)->key, ((const string_list_map_entry *)b)->key);
}

static string_list *club_of(string_list_map *fans, const char *band, size_t room) {
    for (size_t i = 0; i < fans->length; i++) {
        if (strcmp(fans->entries[i].key, band) == 0) return &fans->entries[i].value;
    }
    fans->entries = realloc(fans->entries, (fans->length + 1) * sizeof(string_list_map_entry));
    fans->entries[fans->length] = (string_list_map_entry){band, {calloc(room, sizeof(char *)), 0}};
    return &fans->entries[fans->length++].value;
}

string_list_map clubs(string_list_map likes) {
    string_list_map fans = {NULL, 0};
    qsort(likes.entries, likes.length, sizeof(string_list_map_entry), by_name);
    for (size_t i = 0; i < likes.length; i++) {
        const char *person = likes.entries[i].key;
        string_list bands = likes.entries[i].value;
        for (size_t j = 0; j < bands.length; j++) {
            string_list *club = club_of(&fans, bands.items[j], likes.length);
            bool member = club->length > 0 && club->items[club->length - 1] == person;
            if (!member) club->items[club->length++] = person;
        }
    }
    return fans;
}
