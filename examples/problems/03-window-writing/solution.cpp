#include <string>

static bool continues(char byte) {
    return (byte & 0xC0) == 0x80;
}

std::string mirror(const std::string& text) {
    std::string turned;
    std::string line;
    for (size_t at = 0; at < text.size();) {
        if (text[at] == '\n') {
            turned += line + "\n";
            line.clear();
            at++;
            continue;
        }
        size_t bytes = 1;
        while (at + bytes < text.size() && continues(text[at + bytes])) bytes++;
        line.insert(0, text.substr(at, bytes));
        at += bytes;
    }
    return turned + line;
}
