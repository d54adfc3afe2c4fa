package dev.jcoyote;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the two accesses of a data race.
 *
 * @param thread the thread, as reports name it
 * @param write whether it may change what it touches
 * @param position the code position, which is always known
 * @param stack the program's frames, from the access outwards; empty if they are not known
 * @param locks the monitors and locks that the thread held; empty also where they are not known
 */
public record RaceAccess(
        String thread, boolean write, StackTraceElement position, List<StackTraceElement> stack, List<String> locks) {
    /** Copies the lists. */
    public RaceAccess {
        stack = List.copyOf(stack);
        locks = List.copyOf(locks);
    }

    /** The access in a few words: {@code main.1 writes at Account.deposit(Account.java:12)}. */
    String text() {
        return thread + (write ? " writes at " : " reads at ") + position;
    }

    void writeTo(DataOutput out) throws IOException {
        DataText.write(out, thread);
        out.writeBoolean(write);
        writeFrame(out, position);
        out.writeInt(stack.size());
        for (StackTraceElement frame : stack) {
            writeFrame(out, frame);
        }
        DataText.writeAll(out, locks);
    }

    static RaceAccess readFrom(DataInput in) throws IOException {
        String thread = DataText.read(in);
        boolean write = in.readBoolean();
        StackTraceElement position = readFrame(in);
        List<StackTraceElement> stack = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            stack.add(readFrame(in));
        }
        return new RaceAccess(thread, write, position, stack, DataText.readAll(in));
    }

    private static void writeFrame(DataOutput out, StackTraceElement frame) throws IOException {
        DataText.write(out, frame.getClassName());
        DataText.write(out, frame.getMethodName());
        String file = frame.getFileName();
        DataText.write(out, file == null ? "" : file);
        out.writeInt(frame.getLineNumber());
    }

    private static StackTraceElement readFrame(DataInput in) throws IOException {
        String type = DataText.read(in);
        String method = DataText.read(in);
        String file = DataText.read(in);
        return new StackTraceElement(type, method, file.isEmpty() ? null : file, in.readInt());
    }
}
