class Solution {
    static String shorten(String pattern, boolean ones) {
        int[] stitches = pattern.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        int start = 0;
        for (int end = 1; end <= stitches.length; end++) {
            if (end == stitches.length || stitches[end] != stitches[start]) {
                int count = end - start;
                if (ones || count > 1) text.append(count);
                text.appendCodePoint(stitches[start]);
                start = end;
            }
        }
        return text.toString();
    }
}
