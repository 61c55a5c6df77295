class Solution {
    static String encode(String note, long shift) {
        int by = (int) ((shift % 26 + 26) % 26);
        StringBuilder result = new StringBuilder();
        for (char letter : note.toCharArray()) {
            if (letter >= 'a' && letter <= 'z') {
                letter = (char) ('a' + (letter - 'a' + by) % 26);
            } else if (letter >= 'A' && letter <= 'Z') {
                letter = (char) ('A' + (letter - 'A' + by) % 26);
            }
            result.append(letter);
        }
        return result.toString();
    }
}
