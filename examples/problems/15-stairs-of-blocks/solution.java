class Solution {
    static long stairs(long blocks) {
        long low = 0;
        long high = 4294967296L;
        while (high - low > 1) {
            long middle = (low + high) / 2;
            long needed = middle % 2 == 0 ? middle / 2 * (middle + 1) : (middle + 1) / 2 * middle;
            if (needed <= blocks) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
