import java.util.*;

class Solution {
    static String winner(List<String> ballots) {
        Map<String, Integer> votes = new TreeMap<>();
        for (String name : ballots) {
            if (!name.isEmpty()) votes.put(name, votes.getOrDefault(name, 0) + 1);
        }
        int best = 0;
        String leader = null;
        for (String name : votes.keySet()) {
            int count = votes.get(name);
            if (count > best) {
                best = count;
                leader = name;
            } else if (count == best) {
                leader = null;
            }
        }
        return leader;
    }
}
