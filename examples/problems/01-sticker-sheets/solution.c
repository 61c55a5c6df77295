#include "capsule.h"

long long sheets(long long stickers, long long size) {
    long long full = stickers / size;
    return stickers % size > 0 ? full + 1 : full;
}
