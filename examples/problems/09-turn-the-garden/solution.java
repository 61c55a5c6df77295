import java.util.*;

class Solution {
    static List<List<Long>> turn(List<List<Long>> beds, long quarters) {
        long turns = (quarters % 4 + 4) % 4;
        for (long i = 0; i < turns && !beds.isEmpty(); i++) {
            List<List<Long>> turned = new ArrayList<>();
            for (int column = 0; column < beds.get(0).size(); column++) {
                List<Long> row = new ArrayList<>();
                for (List<Long> old : beds) row.add(old.get(column));
                Collections.reverse(row);
                turned.add(row);
            }
            beds = turned;
        }
        return beds;
    }
}
