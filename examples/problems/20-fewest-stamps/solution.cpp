#include <algorithm>
#include <optional>
#include <vector>

std::optional<long long> stamps(const std::vector<long long>& values, long long postage, std::optional<long long> most) {
    long long never = postage + 1;
    std::vector<long long> fewest(postage + 1);
    for (long long total = 1; total <= postage; total++) {
        fewest[total] = never;
        for (long long value : values) {
            if (value <= total) {
                fewest[total] = std::min(fewest[total], fewest[total - value] + 1);
            }
        }
    }
    long long needed = fewest[postage];
    if (needed >= never || (most.has_value() && needed > *most)) return std::nullopt;
    return needed;
}
