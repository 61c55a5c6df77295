import java.util.*;

class Solution {
    static List<Long> carry(List<Long> readings, long limit) {
        List<Long> result = new ArrayList<>();
        Long last = null;
        long carried = 0;
        for (Long reading : readings) {
            if (reading != null) {
                last = reading;
                carried = 0;
            } else if (carried < limit) {
                carried++;
            } else {
                last = null;
            }
            result.add(last);
        }
        return result;
    }
}
