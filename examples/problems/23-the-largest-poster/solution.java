class Solution {
    static long poster(long[] heights) {
        long best = 0;
        long[] stack = new long[heights.length + 1];
        int[] starts = new int[heights.length + 1];
        int top = 0;
        for (int i = 0; i <= heights.length; i++) {
            long height = i < heights.length ? heights[i] : 0;
            int start = i;
            while (top > 0 && stack[top - 1] >= height) {
                top--;
                start = starts[top];
                best = Math.max(best, stack[top] * (i - start));
            }
            stack[top] = height;
            starts[top] = start;
            top++;
        }
        return best;
    }
}
