#include "capsule.h"
#include <stdlib.h>

int_optional_list carry(const long long *const *readings, size_t readings_length, long long limit) {
    int_optional_list result = {calloc(readings_length + 1, sizeof(long long *)), readings_length};
    const long long *last = NULL;
    long long carried = 0;
    for (size_t i = 0; i < readings_length; i++) {
        if (readings[i] != NULL) {
            last = readings[i];
            carried = 0;
        } else if (carried < limit) {
            carried++;
        } else {
            last = NULL;
        }
        result.items[i] = last;
    }
    return result;
}
