#include <algorithm>
#include <vector>

std::vector<long long> waits(const std::vector<long long>& arrivals, const std::vector<long long>& services) {
    std::vector<long long> result;
    long long free = 0;
    for (size_t i = 0; i < arrivals.size(); i++) {
        long long start = std::max(free, arrivals[i]);
        result.push_back(start - arrivals[i]);
        free = start + services[i];
    }
    return result;
}
