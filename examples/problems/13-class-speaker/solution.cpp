#include <map>
#include <optional>
#include <string>
#include <vector>

std::optional<std::string> winner(const std::vector<std::string>& ballots) {
    std::map<std::string, int> votes;
    for (const auto& name : ballots) {
        if (!name.empty()) votes[name]++;
    }
    int best = 0;
    std::optional<std::string> leader;
    for (const auto& [name, count] : votes) {
        if (count > best) {
            best = count;
            leader = name;
        } else if (count == best) {
            leader = std::nullopt;
        }
    }
    return leader;
}
