class Solution {
    static long[] waits(long[] arrivals, long[] services) {
        long[] result = new long[arrivals.length];
        long free = 0;
        for (int i = 0; i < arrivals.length; i++) {
            long start = Math.max(free, arrivals[i]);
            result[i] = start - arrivals[i];
            free = start + services[i];
        }
        return result;
    }
}
