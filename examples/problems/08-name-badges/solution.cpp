#include <optional>
#include <string>

std::string badge(const std::string& first, std::optional<std::string> nickname, const std::string& last) {
    std::string plain = nickname.value_or("");
    if (plain.empty()) return first + " " + last;
    for (char& letter : plain) {
        if (letter == '"') letter = '\'';
    }
    return first + " \"" + plain + "\" " + last;
}
