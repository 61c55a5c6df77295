#include <map>
#include <string>
#include <vector>

std::vector<std::string> loners(const std::vector<std::string>& socks) {
    std::map<std::string, int> counts;
    for (const auto& sock : socks) {
        counts[sock]++;
    }
    std::vector<std::string> lone;
    for (const auto& [colour, count] : counts) {
        if (count % 2 == 1) lone.push_back(colour);
    }
    return lone;
}
