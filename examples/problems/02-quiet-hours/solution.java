class Solution {
    static boolean quiet(long start, long end, long now) {
        if (start < end) return start <= now && now < end;
        return now >= start || now < end;
    }
}
