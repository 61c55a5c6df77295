#include <algorithm>
#include <vector>

std::vector<double> smooth(const std::vector<double>& heights, long long reach) {
    long long length = heights.size();
    std::vector<double> result;
    for (long long i = 0; i < length; i++) {
        long long start = std::max(0LL, i - reach);
        long long end = std::min(length, i + reach + 1);
        double total = 0;
        for (long long j = start; j < end; j++) total += heights[j];
        result.push_back(total / (end - start));
    }
    return result;
}
