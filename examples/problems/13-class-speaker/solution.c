#include "capsule.h"
#include <string.h>

const char *winner(const char *const *ballots, size_t ballots_length) {
    size_t best = 0;
    const char *leader = NULL;
    for (size_t i = 0; i < ballots_length; i++) {
        if (strlen(ballots[i]) == 0) continue;
        size_t before = 0;
        size_t count = 0;
        for (size_t j = 0; j < ballots_length; j++) {
            if (strcmp(ballots[i], ballots[j]) != 0) continue;
            if (j < i) before++;
            count++;
        }
        if (before > 0) continue;
        if (count > best) {
            best = count;
            leader = ballots[i];
        } else if (count == best) {
            leader = NULL;
        }
    }
    return leader;
}
