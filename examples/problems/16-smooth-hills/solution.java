class Solution {
    static double[] smooth(double[] heights, long reach) {
        double[] result = new double[heights.length];
        for (int i = 0; i < heights.length; i++) {
            int start = (int) Math.max(0, i - reach);
            int end = (int) Math.min(heights.length, i + reach + 1);
            double total = 0;
            for (int j = start; j < end; j++) total += heights[j];
            result[i] = total / (end - start);
        }
        return result;
    }
}
