import java.util.*;

class Solution {
    static final int[][] SIDES = {{0, 1}, {1, 0}, {0, -1}, {-1, 0}};

    static List<Long> ponds(List<List<Long>> ground, long level) {
        boolean[][] wet = new boolean[ground.size()][];
        for (int y = 0; y < wet.length; y++) {
            wet[y] = new boolean[ground.get(y).size()];
            for (int x = 0; x < wet[y].length; x++) wet[y][x] = ground.get(y).get(x) < level;
        }
        List<Long> sizes = new ArrayList<>();
        for (int y = 0; y < wet.length; y++) {
            for (int x = 0; x < wet[y].length; x++) {
                long size = flood(wet, y, x);
                if (size > 0) sizes.add(size);
            }
        }
        return sizes;
    }

    static long flood(boolean[][] wet, int y, int x) {
        if (y < 0 || y >= wet.length || x < 0 || x >= wet[y].length || !wet[y][x]) return 0;
        wet[y][x] = false;
        long size = 1;
        for (int[] side : SIDES) size += flood(wet, y + side[0], x + side[1]);
        return size;
    }
}
