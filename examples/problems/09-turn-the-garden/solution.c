#include "capsule.h"
#include <stdlib.h>

int_list_list turn(const int_list *beds, size_t beds_length, long long quarters) {
    long long turns = (quarters % 4 + 4) % 4;
    int_list_list plan = {(int_list *)beds, beds_length};
    for (long long i = 0; i < turns && plan.length > 0; i++) {
        size_t height = plan.length;
        size_t width = plan.items[0].length;
        int_list_list turned = {calloc(width, sizeof(int_list)), width};
        for (size_t column = 0; column < width; column++) {
            turned.items[column] = (int_list){calloc(height, sizeof(long long)), height};
            for (size_t row = 0; row < height; row++) {
                turned.items[column].items[row] = plan.items[height - 1 - row].items[column];
            }
        }
        plan = turned;
    }
    return plan;
}
