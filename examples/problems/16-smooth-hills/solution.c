#include "capsule.h"
#include <stdlib.h>

float_list smooth(const double *heights, size_t heights_length, long long reach) {
    long long length = (long long)heights_length;
    float_list result = {calloc(heights_length + 1, sizeof(double)), heights_length};
    for (long long i = 0; i < length; i++) {
        long long start = i > reach ? i - reach : 0;
        long long end = i + reach + 1 < length ? i + reach + 1 : length;
        double total = 0;
        for (long long j = start; j < end; j++) total += heights[j];
        result.items[i] = total / (double)(end - start);
    }
    return result;
}
