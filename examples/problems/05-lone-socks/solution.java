import java.util.*;

class Solution {
    static List<String> loners(List<String> socks) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String sock : socks) {
            counts.put(sock, counts.getOrDefault(sock, 0) + 1);
        }
        List<String> lone = new ArrayList<>();
        for (String colour : counts.keySet()) {
            if (counts.get(colour) % 2 == 1) lone.add(colour);
        }
        return lone;
    }
}
