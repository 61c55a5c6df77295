import java.util.*;

class Solution {
    static List<String> fields(String line) {
        List<String> result = new ArrayList<>();
        int at = 0;
        while (true) {
            StringBuilder field = new StringBuilder();
            if (line.startsWith("\"", at)) {
                at++;
                while (line.charAt(at) != '"' || line.startsWith("\"\"", at)) {
                    field.append(line.charAt(at));
                    at += line.charAt(at) == '"' ? 2 : 1;
                }
                at++;
            } else {
                while (at < line.length() && line.charAt(at) != ',') {
                    field.append(line.charAt(at));
                    at++;
                }
            }
            result.add(field.toString());
            if (at >= line.length()) return result;
            at++;
        }
    }
}
