#include <string>

std::string encode(const std::string& note, long long shift) {
    int by = (shift % 26 + 26) % 26;
    std::string result = note;
    for (char& letter : result) {
        if (letter >= 'a' && letter <= 'z') {
            letter = 'a' + (letter - 'a' + by) % 26;
        } else if (letter >= 'A' && letter <= 'Z') {
            letter = 'A' + (letter - 'A' + by) % 26;
        }
    }
    return result;
}
