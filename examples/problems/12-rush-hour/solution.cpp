#include <algorithm>
#include <vector>

long long rush(const std::vector<long long>& times, long long span) {
    size_t most = 0;
    size_t first = 0;
    for (size_t last = 0; last < times.size(); last++) {
        while (times[last] - times[first] >= span) first++;
        most = std::max(most, last - first + 1);
    }
    return most;
}
