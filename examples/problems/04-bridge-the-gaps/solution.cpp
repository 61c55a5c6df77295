#include <optional>
#include <vector>

std::vector<std::optional<long long>> carry(const std::vector<std::optional<long long>>& readings, long long limit) {
    std::vector<std::optional<long long>> result;
    std::optional<long long> last;
    long long carried = 0;
    for (const auto& reading : readings) {
        if (reading.has_value()) {
            last = reading;
            carried = 0;
        } else if (carried < limit) {
            carried++;
        } else {
            last = std::nullopt;
        }
        result.push_back(last);
    }
    return result;
}
