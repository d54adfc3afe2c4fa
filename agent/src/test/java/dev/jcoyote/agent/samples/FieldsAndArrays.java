package dev.jcoyote.agent.samples;

import java.util.concurrent.Callable;

/** Volatile, plain, inherited and final fields of all widths, and arrays of all element types. */
public final class FieldsAndArrays extends InheritedFields implements Callable<String> {
    private static volatile int shared;
    private volatile long wide;
    private volatile double real;
    private volatile String name = "n";
    private int plain;
    private final int fixed = 3;

    final class Inner {
        private volatile int own;

        Inner() {
            own = 3;
            wide = own;
            inherited = 4;
        }
    }

    @Override
    public String call() {
        shared = 0;
        plain = 0;
        wide = Long.MAX_VALUE;
        wide -= 5;
        real = 3.5;
        real *= 2;
        shared++;
        ++shared;
        inherited += 2;
        flag = !flag;
        name += name;
        plain += fixed;
        String text = wide + " " + real + " " + shared + " " + inherited + " " + flag + " " + name + " " + plain;
        return text + new Inner().own + wide + inherited + arrays();
    }

    private static String arrays() {
        int[] ints = {1, 2};
        long[] longs = new long[2];
        float[] floats = new float[2];
        double[] doubles = new double[2];
        byte[] bytes = new byte[2];
        boolean[] booleans = new boolean[2];
        char[] chars = {'a', 'b'};
        short[] shorts = new short[2];
        String[][] strings = {{"x"}, {"y", "z"}};
        longs[1] = ints[0]++;
        longs[1] += 3;
        floats[0] += 1.5f;
        doubles[1] = doubles[0]++ + 2;
        bytes[0]--;
        booleans[1] |= true;
        chars[0]++;
        shorts[1] = 4;
        strings[1][0] += strings[0][0];
        return " " + ints[0] + longs[1] + floats[0] + doubles[1] + bytes[0] + booleans[1] + chars[0] + shorts[1]
                + strings[1][0];
    }
}
