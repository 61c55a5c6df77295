#include <string>
#include <vector>

std::vector<std::string> fields(const std::string& line) {
    std::vector<std::string> result;
    size_t at = 0;
    while (true) {
        std::string field;
        if (at < line.size() && line[at] == '"') {
            at++;
            while (line.at(at) != '"' || line[at + 1] == '"') {
                field += line[at];
                at += line[at] == '"' ? 2 : 1;
            }
            at++;
        } else {
            while (at < line.size() && line[at] != ',') {
                field += line[at];
                at++;
            }
        }
        result.push_back(field);
        if (at >= line.size()) return result;
        at++;
    }
}
