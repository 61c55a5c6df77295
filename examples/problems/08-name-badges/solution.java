class Solution {
    static String badge(String first, String nickname, String last) {
        if (nickname == null || nickname.isEmpty()) return first + " " + last;
        String plain = nickname.replace('"', '\'');
        return first + " \"" + plain + "\" " + last;
    }
}
