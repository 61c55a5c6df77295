#include <map>
#include <string>

std::map<std::string, long long> restock(const std::map<std::string, long long>& pantry, const std::map<std::string, long long>& changes) {
    std::map<std::string, long long> result = pantry;
    for (const auto& [food, change] : changes) {
        result[food] += change;
    }
    for (auto at = result.begin(); at != result.end();) {
        if (at->second > 0) {
            ++at;
        } else {
            at = result.erase(at);
        }
    }
    return result;
}
