package dev.jcoyote.agent;

import java.util.Arrays;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Local variables for objects that a method gets on top of its own.
 *
 * @param first the first of them, above all of the method's own
 */
record OwnLocals(int first, int count) {
    /** The first variable above these. */
    int end() {
        return first + count;
    }

    /** Gives each a value, as stack map frames say that they have one. */
    void clear(MethodVisitor code) {
        for (int local = first; local < end(); local++) {
            code.visitInsn(Opcodes.ACONST_NULL);
            code.visitVarInsn(Opcodes.ASTORE, local);
        }
    }

    /** The types of all local variables, these included, given the other ones as in a stack map frame. */
    Object[] after(Object[] locals, int localCount) {
        int size = 0;
        for (int i = 0; i < localCount; i++) {
            size += locals[i] == Opcodes.LONG || locals[i] == Opcodes.DOUBLE ? 2 : 1;
        }
        Object[] all = Arrays.copyOf(locals, localCount + first - size + count, Object[].class);
        int own = all.length - count;
        Arrays.fill(all, localCount, own, Opcodes.TOP);
        Arrays.fill(all, own, all.length, Names.OBJECT);
        return all;
    }
}
