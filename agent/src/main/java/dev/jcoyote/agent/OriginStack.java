package dev.jcoyote.agent;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The operand stack at an instruction: where each of its slots comes from. A long or a double takes two. */
final class OriginStack {
    private final List<Origin> slots = new ArrayList<>();

    /** The slot that lies so deep; 0 is the topmost. */
    Origin peek(int depth) {
        int index = slots.size() - 1 - depth;
        return index < 0 ? Origin.UNKNOWN : slots.get(index);
    }

    void push(Origin origin) {
        slots.add(origin);
    }

    void pushUnknown(int count) {
        for (int i = 0; i < count; i++) {
            slots.add(Origin.UNKNOWN);
        }
    }

    /** Where code cannot be followed, more is taken than is there. */
    void pop(int count) {
        for (int i = 0; i < count && !slots.isEmpty(); i++) {
            slots.remove(slots.size() - 1);
        }
    }

    void clear() {
        slots.clear();
    }

    private void replace(int popped, int pushed) {
        pop(popped);
        pushUnknown(pushed);
    }

    /** Puts a copy of the topmost slots below so many others. */
    private void duplicate(int count, int below) {
        List<Origin> copied = new ArrayList<>();
        for (int depth = count - 1; depth >= 0; depth--) {
            copied.add(peek(depth));
        }
        int at = slots.size() - count - below;
        slots.addAll(Math.max(0, at), copied);
    }

    /** What an instruction without operands does, unless it has to do with arrays, monitors or the end of the method. */
    void apply(int opcode) {
        switch (opcode) {
            case Opcodes.POP -> pop(1);
            case Opcodes.POP2 -> pop(2);
            case Opcodes.DUP -> duplicate(1, 0);
            case Opcodes.DUP_X1 -> duplicate(1, 1);
            case Opcodes.DUP_X2 -> duplicate(1, 2);
            case Opcodes.DUP2 -> duplicate(2, 0);
            case Opcodes.DUP2_X1 -> duplicate(2, 1);
            case Opcodes.DUP2_X2 -> duplicate(2, 2);
            case Opcodes.SWAP -> {
                duplicate(1, 1);
                pop(1);
            }
            case Opcodes.ACONST_NULL, Opcodes.FCONST_0, Opcodes.FCONST_1, Opcodes.FCONST_2 -> pushUnknown(1);
            case Opcodes.LCONST_0, Opcodes.LCONST_1, Opcodes.DCONST_0, Opcodes.DCONST_1 -> pushUnknown(2);
            case Opcodes.I2L, Opcodes.I2D, Opcodes.F2L, Opcodes.F2D -> replace(1, 2);
            case Opcodes.L2I, Opcodes.L2F, Opcodes.D2I, Opcodes.D2F -> replace(2, 1);
            case Opcodes.LCMP, Opcodes.DCMPL, Opcodes.DCMPG -> replace(4, 1);
            case Opcodes.FCMPL, Opcodes.FCMPG -> replace(2, 1);
            case Opcodes.LSHL, Opcodes.LSHR, Opcodes.LUSHR -> replace(3, 2);
            default -> applyRest(opcode);
        }
    }

    private void applyRest(int opcode) {
        if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            pushUnknown(1);
        } else if ((opcode >= Opcodes.IADD && opcode <= Opcodes.DREM)
                || (opcode >= Opcodes.ISHL && opcode <= Opcodes.LXOR)) {
            // In the order of int, long, float, double; of int and long from the shifts on.
            int type = opcode < Opcodes.ISHL ? (opcode - Opcodes.IADD) % 4 : (opcode - Opcodes.ISHL) % 2;
            boolean isWide = type % 2 == 1;
            replace(isWide ? 4 : 2, isWide ? 2 : 1);
        }
    }

    /** A call takes its operands, receiver included, and leaves its result. */
    void call(String descriptor, boolean hasReceiver, Origin result) {
        // The size of the arguments counts the receiver.
        pop((Type.getArgumentsAndReturnSizes(descriptor) >> 2) - (hasReceiver ? 0 : 1));
        int size = Type.getReturnType(descriptor).getSize();
        if (size == 1) {
            push(result);
        } else {
            pushUnknown(size);
        }
    }
}
