package dev.jcoyote.agent;

import java.util.BitSet;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Opcodes;

/** How a method enters and leaves monitors by instructions, which are numbered in the order of the code. */
final class MonitorUse {
    /** A method without such instructions. */
    static final MonitorUse NONE = new MonitorUse(new int[0], new BitSet(), 0);

    private final int[] variables;
    private final BitSet hookedBefore;
    private final int count;

    /** Creates one; the parameters are what the methods return. */
    MonitorUse(int[] variables, BitSet hookedBefore, int count) {
        this.variables = variables;
        this.hookedBefore = hookedBefore;
        this.count = count;
    }

    /** Reads it from the code of a method. */
    static MonitorUse of(ClassReader reader, ClassOutline.Member method) {
        InstructionCursor code = new InstructionCursor(reader, method.code());
        return code.mentions(Opcodes.MONITORENTER, Opcodes.MONITOREXIT) ? new MonitorScan(reader, code).use() : NONE;
    }

    /** How many local variables hold monitors; 0 if it is not known for each instruction which one it uses. */
    int count() {
        return count;
    }

    /** Which of these variables an instruction uses, counted from 0. */
    int variable(int instruction) {
        return variables[instruction];
    }

    /**
     * Whether the hook of an exit must stand before it. After it is better: a hook that fails then leaves no monitor held,
     * and no handler has to cover itself, which C1 would refuse. But no jump may lead between the two, and there must be
     * no handler that leaves the monitor once more.
     */
    boolean isHookedBefore(int instruction) {
        return hookedBefore.get(instruction);
    }
}
