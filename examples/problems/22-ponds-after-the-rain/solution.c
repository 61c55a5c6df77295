#include "capsule.h"
#include <stdlib.h>

static const int SIDES[][2] = {{0, 1}, {1, 0}, {0, -1}, {-1, 0}};

typedef struct {
    bool *wet;
    long long height, width;
} meadow;

static long long flood(meadow map, long long y, long long x) {
    if (y < 0 || y >= map.height || x < 0 || x >= map.width) return 0;
    if (!map.wet[y * map.width + x]) return 0;
    map.wet[y * map.width + x] = false;
    long long size = 1;
    for (size_t i = 0; i < sizeof SIDES / sizeof *SIDES; i++) {
        size += flood(map, y + SIDES[i][0], x + SIDES[i][1]);
    }
    return size;
}

int_list ponds(const int_list *ground, size_t ground_length, long long level) {
    if (ground_length == 0) return (int_list){NULL, 0};
    size_t fields = ground_length * ground[0].length;
    meadow map = {calloc(fields, 1), (long long)ground_length, (long long)ground[0].length};
    for (size_t i = 0; i < fields; i++) {
        map.wet[i] = ground[i / ground[0].length].items[i % ground[0].length] < level;
    }
    int_list sizes = {calloc(fields, sizeof(long long)), 0};
    for (long long y = 0; y < map.height; y++) {
        for (long long x = 0; x < map.width; x++) {
            long long size = flood(map, y, x);
            if (size > 0) sizes.items[sizes.length++] = size;
        }
    }
    return sizes;
}
