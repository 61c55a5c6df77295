#include "capsule.h"

long long rush(const long long *times, size_t times_length, long long span) {
    size_t most = 0;
    size_t first = 0;
    for (size_t last = 0; last < times_length; last++) {
        while (times[last] - times[first] >= span) first++;
        size_t count = last - first + 1;
        if (count > most) most = count;
    }
    return (long long)most;
}
