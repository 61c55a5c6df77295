class Solution {
    static Long stamps(long[] values, long postage, Long most) {
        long never = postage + 1;
        long[] fewest = new long[(int) postage + 1];
        for (int total = 1; total <= postage; total++) {
            fewest[total] = never;
            for (long value : values) {
                if (value <= total) {
                    fewest[total] = Math.min(fewest[total], fewest[total - (int) value] + 1);
                }
            }
        }
        long needed = fewest[(int) postage];
        if (needed >= never || (most != null && needed > most)) return null;
        return needed;
    }
}
