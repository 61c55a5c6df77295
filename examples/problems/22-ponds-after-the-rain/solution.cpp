#include <utility>
#include <vector>

static const std::vector<std::pair<int, int>> SIDES = {{0, 1}, {1, 0}, {0, -1}, {-1, 0}};

std::vector<long long> ponds(const std::vector<std::vector<long long>>& ground, long long level) {
    auto isWet = [&](long long y, long long x) {
        if (y < 0 || y >= (long long)ground.size() || x < 0 || x >= (long long)ground[y].size()) return false;
        return ground[y][x] < level;
    };
    std::vector<std::vector<bool>> seen;
    for (const auto& row : ground) seen.emplace_back(row.size(), false);
    std::vector<long long> sizes;
    for (size_t y = 0; y < ground.size(); y++) {
        for (size_t x = 0; x < ground[y].size(); x++) {
            if (!isWet(y, x) || seen[y][x]) continue;
            std::vector<std::pair<long long, long long>> pond = {{y, x}};
            seen[y][x] = true;
            for (size_t i = 0; i < pond.size(); i++) {
                for (auto [down, right] : SIDES) {
                    long long toY = pond[i].first + down;
                    long long toX = pond[i].second + right;
                    if (!isWet(toY, toX) || seen[toY][toX]) continue;
                    seen[toY][toX] = true;
                    pond.push_back({toY, toX});
                }
            }
            sizes.push_back(pond.size());
        }
    }
    return sizes;
}
