package dev.jcoyote.bridge;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of an interface's fields, which begin anew while the fields cannot. */
public final class InterfaceValues {
    /** What the values are up to date with: see {@link StaticEpoch#current}. */
    public int epoch;

    private final @Nullable Object[] values;

    /** Creates a place for that many fields. */
    public InterfaceValues(int size) {
        values = new Object[size];
    }

    /** Sets a field. */
    public static void write(@Nullable Object value, InterfaceValues target, int index) {
        target.values[index] = value;
    }

    /** All fields are as before the initialiser runs. */
    public void clear() {
        Arrays.fill(values, null);
    }

    /** The field, if it is a reference. */
    public @Nullable Object read(int index) {
        return values[index];
    }

    /** The field, if it is a {@code boolean}. */
    public boolean readZ(int index) {
        Object value = values[index];
        return value != null && (Boolean) value;
    }

    /** The field, if it is a {@code char}. */
    public char readC(int index) {
        Object value = values[index];
        return value == null ? 0 : (Character) value;
    }

    /** The field, if it is a {@code byte}. */
    public byte readB(int index) {
        return number(index).byteValue();
    }

    /** The field, if it is a {@code short}. */
    public short readS(int index) {
        return number(index).shortValue();
    }

    /** The field, if it is an {@code int}. */
    public int readI(int index) {
        return number(index).intValue();
    }

    /** The field, if it is a {@code long}. */
    public long readJ(int index) {
        return number(index).longValue();
    }

    /** The field, if it is a {@code float}. */
    public float readF(int index) {
        return number(index).floatValue();
    }

    /** The field, if it is a {@code double}. */
    public double readD(int index) {
        return number(index).doubleValue();
    }

    private Number number(int index) {
        Object value = values[index];
        return value == null ? 0 : (Number) value;
    }
}
