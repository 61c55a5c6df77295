class Solution {
    static long rush(long[] times, long span) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.length; last++) {
            while (times[last] - times[first] >= span) first++;
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
