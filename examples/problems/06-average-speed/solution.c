#include "capsule.h"

double speed(const double *distances, size_t distances_length, const double *hours, size_t hours_length) {
    double distance = 0;
    double time = 0;
    for (size_t i = 0; i < hours_length; i++) {
        distance += distances[i];
        time += hours[i];
    }
    return time > 0 ? distance / time : 0;
}
