#include <algorithm>
#include <utility>
#include <vector>

long long poster(const std::vector<long long>& heights) {
    long long best = 0;
    std::vector<std::pair<size_t, long long>> stack;
    for (size_t i = 0; i <= heights.size(); i++) {
        long long height = i < heights.size() ? heights[i] : 0;
        size_t start = i;
        while (!stack.empty() && stack.back().second >= height) {
            start = stack.back().first;
            best = std::max(best, stack.back().second * (long long)(i - start));
            stack.pop_back();
        }
        stack.push_back({start, height});
    }
    return best;
}
