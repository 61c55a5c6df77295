#include <algorithm>
#include <string>
#include <vector>

static std::vector<std::string> characters(const std::string& text) {
    std::vector<std::string> all;
    for (char byte : text) {
        if ((byte & 0xC0) == 0x80) {
            all.back() += byte;
        } else {
            all.emplace_back(1, byte);
        }
    }
    return all;
}

long long typos(const std::string& meant, const std::string& typed) {
    const auto left = characters(meant);
    const auto right = characters(typed);
    std::vector<long long> row(right.size() + 1);
    for (size_t j = 1; j <= right.size(); j++) row[j] = j;
    for (size_t i = 1; i <= left.size(); i++) {
        const auto above = row;
        row[0] = i;
        for (size_t j = 1; j <= right.size(); j++) {
            long long other = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
            row[j] = std::min(other, std::min(above[j], row[j - 1]) + 1);
        }
    }
    return row[right.size()];
}
