#include <algorithm>
#include <vector>

static long long tripsFor(const std::vector<long long>& weights, long long capacity) {
    long long needed = 1;
    long long load = 0;
    for (long long weight : weights) {
        if (load + weight > capacity) {
            needed++;
            load = 0;
        }
        load += weight;
    }
    return needed;
}

long long boat(const std::vector<long long>& weights, long long trips) {
    long long low = 0;
    long long high = 0;
    for (long long weight : weights) {
        low = std::max(low, weight);
        high += weight;
    }
    while (low < high) {
        long long middle = low + (high - low) / 2;
        if (tripsFor(weights, middle) <= trips) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}
