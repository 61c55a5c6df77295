class Solution {
    static double speed(double[] distances, double[] hours) {
        double distance = 0;
        double time = 0;
        for (int i = 0; i < hours.length; i++) {
            distance += distances[i];
            time += hours[i];
        }
        return time > 0 ? distance / time : 0;
    }
}
