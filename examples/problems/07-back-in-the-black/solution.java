class Solution {
    static Long recovery(long[] balances) {
        boolean below = false;
        for (int i = 0; i < balances.length; i++) {
            if (balances[i] < 0) {
                below = true;
            } else if (below) {
                return i + 1L;
            }
        }
        return null;
    }
}
