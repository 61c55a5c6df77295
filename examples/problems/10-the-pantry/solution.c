#include "capsule.h"
#include <stdlib.h>
#include <string.h>

static const int_map_entry *find(int_map map, const char *key) {
    for (size_t i = 0; i < map.length; i++) {
        if (strcmp(map.entries[i].key, key) == 0) return &map.entries[i];
    }
    return NULL;
}

static void keep(int_map *map, const char *key, long long amount) {
    if (amount > 0) map->entries[map->length++] = (int_map_entry){key, amount};
}

int_map restock(int_map pantry, int_map changes) {
    int_map result = {calloc(pantry.length + changes.length + 1, sizeof(int_map_entry)), 0};
    for (size_t i = 0; i < pantry.length; i++) {
        int_map_entry food = pantry.entries[i];
        const int_map_entry *change = find(changes, food.key);
        keep(&result, food.key, change == NULL ? food.value : food.value + change->value);
    }
    for (size_t i = 0; i < changes.length; i++) {
        int_map_entry food = changes.entries[i];
        if (find(pantry, food.key) == NULL) keep(&result, food.key, food.value);
    }
    return result;
}
