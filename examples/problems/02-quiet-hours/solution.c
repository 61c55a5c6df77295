#include "capsule.h"

bool quiet(long long start, long long end, long long now) {
    if (start < end) return start <= now && now < end;
    return now >= start || now < end;
}
