class Solution {
    static int[] characters(String text) {
        return text.codePoints().toArray();
    }

    static long typos(String meant, String typed) {
        int[] left = characters(meant);
        int[] right = characters(typed);
        int[] row = new int[right.length + 1];
        for (int j = 1; j <= right.length; j++) row[j] = j;
        for (int i = 1; i <= left.length; i++) {
            int[] above = row;
            row = new int[right.length + 1];
            row[0] = i;
            for (int j = 1; j <= right.length; j++) {
                int other = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.min(other, Math.min(above[j], row[j - 1]) + 1);
            }
        }
        return row[right.length];
    }
}
