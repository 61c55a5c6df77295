#include <vector>

double speed(const std::vector<double>& distances, const std::vector<double>& hours) {
    double distance = 0;
    double time = 0;
    for (size_t i = 0; i < hours.size(); i++) {
        distance += distances[i];
        time += hours[i];
    }
    return time > 0 ? distance / time : 0;
}
