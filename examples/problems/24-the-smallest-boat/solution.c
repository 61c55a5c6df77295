#include "capsule.h"

static long long trips_for(const long long *weights, size_t weights_length, long long capacity) {
    long long needed = 1;
    long long load = 0;
    for (size_t i = 0; i < weights_length; i++) {
        if (load + weights[i] > capacity) {
            needed++;
            load = 0;
        }
        load += weights[i];
    }
    return needed;
}

long long boat(const long long *weights, size_t weights_length, long long trips) {
    long long low = 0;
    long long high = 0;
    for (size_t i = 0; i < weights_length; i++) {
        if (weights[i] > low) low = weights[i];
        high += weights[i];
    }
    while (low < high) {
        long long middle = low + (high - low) / 2;
        if (trips_for(weights, weights_length, middle) <= trips) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}
