class Solution {
    static long sheets(long stickers, long size) {
        long full = stickers / size;
        return stickers % size > 0 ? full + 1 : full;
    }
}
