#include "capsule.h"
#include <stdlib.h>

int_list waits(const long long *arrivals, size_t arrivals_length, const long long *services, size_t services_length) {
    int_list result = {calloc(arrivals_length + 1, sizeof(long long)), arrivals_length};
    long long free_from = 0;
    for (size_t i = 0; i < arrivals_length; i++) {
        long long start = free_from > arrivals[i] ? free_from : arrivals[i];
        result.items[i] = start - arrivals[i];
        free_from = start + services[i];
    }
    return result;
}
