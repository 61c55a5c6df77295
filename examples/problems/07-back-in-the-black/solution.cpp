#include <optional>
#include <vector>

std::optional<long long> recovery(const std::vector<long long>& balances) {
    bool below = false;
    for (size_t i = 0; i < balances.size(); i++) {
        if (balances[i] < 0) {
            below = true;
        } else if (below) {
            return i + 1;
        }
    }
    return std::nullopt;
}
