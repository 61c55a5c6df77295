#include "capsule.h"
#include <stdlib.h>

const long long *recovery(const long long *balances, size_t balances_length) {
    bool below = false;
    for (size_t i = 0; i < balances_length; i++) {
        if (balances[i] < 0) {
            below = true;
        } else if (below) {
            long long *day = malloc(sizeof *day);
            *day = (long long)i + 1;
            return day;
        }
    }
    return NULL;
}
