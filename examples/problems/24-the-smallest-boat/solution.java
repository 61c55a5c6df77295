class Solution {
    static long boat(long[] weights, long trips) {
        long low = 0;
        long high = 0;
        for (long weight : weights) {
            low = Math.max(low, weight);
            high += weight;
        }
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (tripsFor(weights, middle) <= trips) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    static long tripsFor(long[] weights, long capacity) {
        long needed = 1;
        long load = 0;
        for (long weight : weights) {
            if (load + weight > capacity) {
                needed++;
                load = 0;
            }
            load += weight;
        }
        return needed;
    }
}
