#include <string>

static size_t sizeOfCharacter(const std::string& text, size_t at) {
    size_t size = 1;
    while (at + size < text.size() && (text[at + size] & 0xC0) == 0x80) size++;
    return size;
}

std::string shorten(const std::string& pattern, bool ones) {
    std::string text;
    size_t start = 0;
    while (start < pattern.size()) {
        const std::string stitch = pattern.substr(start, sizeOfCharacter(pattern, start));
        size_t count = 1;
        while (pattern.substr(start + count * stitch.size(), stitch.size()) == stitch) count++;
        if (ones || count > 1) text += std::to_string(count);
        text += stitch;
        start += count * stitch.size();
    }
    return text;
}
