#include "capsule.h"
#include <stdlib.h>

const long long *stamps(const long long *values, size_t values_length, long long postage, const long long *most) {
    long long never = postage + 1;
    long long *fewest = calloc((size_t)postage + 1, sizeof *fewest);
    for (long long total = 1; total <= postage; total++) {
        fewest[total] = never;
        for (size_t i = 0; i < values_length; i++) {
            if (values[i] <= total) {
                long long count = fewest[total - values[i]] + 1;
                if (count < fewest[total]) fewest[total] = count;
            }
        }
    }
    const long long *needed = &fewest[postage];
    if (*needed >= never || (most != NULL && *needed > *most)) return NULL;
    return needed;
}
