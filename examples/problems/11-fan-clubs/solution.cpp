#include <map>
#include <string>
#include <vector>

std::map<std::string, std::vector<std::string>> clubs(const std::map<std::string, std::vector<std::string>>& likes) {
    std::map<std::string, std::vector<std::string>> fans;
    for (const auto& [person, bands] : likes) {
        for (const auto& band : bands) {
            auto& club = fans[band];
            if (club.empty() || club.back() != person) club.push_back(person);
        }
    }
    return fans;
}
