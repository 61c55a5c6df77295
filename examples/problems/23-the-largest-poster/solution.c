#include "capsule.h"
#include <stdlib.h>

long long poster(const long long *heights, size_t heights_length) {
    long long best = 0;
    long long *stack = calloc(heights_length + 1, sizeof(long long));
    size_t *starts = calloc(heights_length + 1, sizeof(size_t));
    size_t top = 0;
    for (size_t i = 0; i <= heights_length; i++) {
        long long height = i < heights_length ? heights[i] : 0;
        size_t start = i;
        while (top > 0 && stack[top - 1] >= height) {
            top--;
            start = starts[top];
            long long area = stack[top] * (long long)(i - start);
            if (area > best) best = area;
        }
        stack[top] = height;
        starts[top] = start;
        top++;
    }
    return best;
}
