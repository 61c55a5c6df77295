import java.util.*;

class Solution {
    static Map<String, Long> restock(Map<String, Long> pantry, Map<String, Long> changes) {
        Map<String, Long> result = new TreeMap<>();
        Set<String> foods = new TreeSet<>(pantry.keySet());
        foods.addAll(changes.keySet());
        for (String food : foods) {
            long amount = pantry.getOrDefault(food, 0L) + changes.getOrDefault(food, 0L);
            if (amount > 0) result.put(food, amount);
        }
        return result;
    }
}
