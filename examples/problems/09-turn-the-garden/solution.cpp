#include <vector>

std::vector<std::vector<long long>> turn(const std::vector<std::vector<long long>>& beds, long long quarters) {
    long long turns = (quarters % 4 + 4) % 4;
    auto plan = beds;
    for (long long i = 0; i < turns && !plan.empty(); i++) {
        size_t height = plan.size();
        size_t width = plan[0].size();
        std::vector<std::vector<long long>> turned(width, std::vector<long long>(height));
        for (size_t row = 0; row < height; row++) {
            for (size_t column = 0; column < width; column++) {
                turned[column][row] = plan[height - 1 - row][column];
            }
        }
        plan = turned;
    }
    return plan;
}
