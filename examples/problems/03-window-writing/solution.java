import java.util.*;

class Solution {
    static String mirror(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.add(new StringBuilder(line).reverse().toString());
        }
        return String.join("\n", lines);
    }
}
