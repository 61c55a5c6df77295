import java.util.*;

class Solution {
    static Map<String, List<String>> clubs(Map<String, List<String>> likes) {
        Map<String, List<String>> fans = new TreeMap<>();
        List<String> persons = new ArrayList<>(likes.keySet());
        Collections.sort(persons);
        for (String person : persons) {
            for (String band : likes.get(person)) {
                if (!fans.containsKey(band)) fans.put(band, new ArrayList<>());
                List<String> club = fans.get(band);
                if (!club.contains(person)) club.add(person);
            }
        }
        return fans;
    }
}
