#include "capsule.h"

long long stairs(long long blocks) {
    long long low = 0;
    long long high = 4294967296LL;
    while (high - low > 1) {
        long long middle = (low + high) / 2;
        long long needed = middle % 2 == 0 ? middle / 2 * (middle + 1) : (middle + 1) / 2 * middle;
        if (needed <= blocks) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}
