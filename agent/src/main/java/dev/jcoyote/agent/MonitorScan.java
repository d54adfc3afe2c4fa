package dev.jcoyote.agent;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Finds out which entries and exits of monitors belong together. Compilers keep the monitor of a block in a local
 * variable, which is stored or loaded right before the instruction: those that have it in common make up a block.
 */
final class MonitorScan {
    private static final int EXCEPTION_ENTRY = 8;

    private final ClassReader reader;
    private final InstructionCursor code;
    private final List<Instruction> instructions = new ArrayList<>();
    private final BitSet targets = new BitSet();
    private boolean subroutines;

    /** Creates one for the code whose first instruction is the cursor's next. */
    MonitorScan(ClassReader reader, InstructionCursor code) {
        this.reader = reader;
        this.code = code;
    }

    /**
     * An entry or exit of a monitor.
     *
     * @param local the local variable; -1 if no variable is stored or loaded right before
     * @param between the first position to which no jump may lead if that is to hold; the last one is the instruction's
     * @param load where an exit loads the variable; -1 for an entry
     * @param store where something is stored before that, as handlers do it; -1 if nothing is
     */
    private record Instruction(boolean enters, int position, int local, int between, int load, int store) {}

    /** An instruction of any kind. */
    private record Seen(int opcode, int local, int position) {
        static final Seen NOTHING = new Seen(Opcodes.NOP, -1, -1);
    }

    /** Goes through the code. */
    MonitorUse use() {
        readInstructions();
        for (int entry = firstEntry(); entry < endOfEntries(); entry += EXCEPTION_ENTRY) {
            targets.set(handlerOf(entry));
        }
        List<Integer> locals = pairedLocals();
        int[] variables = new int[instructions.size()];
        BitSet hookedBefore = new BitSet();
        for (int i = 0; i < variables.length; i++) {
            Instruction instruction = instructions.get(i);
            variables[i] = locals.indexOf(instruction.local);
            hookedBefore.set(i, !instruction.enters && isHookedBefore(instruction));
        }
        return new MonitorUse(variables, hookedBefore, locals.size());
    }

    private void readInstructions() {
        Seen last = Seen.NOTHING;
        Seen beforeLast = Seen.NOTHING;
        while (code.next()) {
            int opcode = code.opcode();
            int position = code.position();
            boolean variable = opcode == Opcodes.ALOAD || opcode == Opcodes.ASTORE;
            if (opcode == Opcodes.MONITORENTER) {
                boolean stored = last.opcode == Opcodes.ASTORE && beforeLast.opcode == Opcodes.DUP;
                int local = stored || last.opcode == Opcodes.ALOAD ? last.local : -1;
                instructions.add(new Instruction(true, position, local, stored ? last.position : position, -1, -1));
            } else if (opcode == Opcodes.MONITOREXIT) {
                int local = last.opcode == Opcodes.ALOAD ? last.local : -1;
                int store = beforeLast.opcode == Opcodes.ASTORE ? beforeLast.position : -1;
                instructions.add(new Instruction(false, position, local, position, last.position, store));
            }
            code.addTargets(targets);
            subroutines |= code.isOfSubroutine();
            beforeLast = last;
            last = new Seen(opcode, variable ? code.local() : -1, position);
        }
    }

    /** The variables that monitors are in; none if an instruction uses another value, or a variable has no counterpart. */
    private List<Integer> pairedLocals() {
        List<Integer> entered = new ArrayList<>();
        List<Integer> left = new ArrayList<>();
        for (Instruction instruction : instructions) {
            if (!isKnown(instruction)) {
                return List.of();
            }
            List<Integer> locals = instruction.enters ? entered : left;
            if (!locals.contains(instruction.local)) {
                locals.add(instruction.local);
            }
        }
        return entered.size() == left.size() && entered.containsAll(left) ? entered : List.of();
    }

    /** In old classes with subroutines the same code runs for several blocks. */
    private boolean isKnown(Instruction instruction) {
        return instruction.local >= 0
                && !subroutines
                && !targets.get(instruction.between)
                && !targets.get(instruction.position);
    }

    private boolean isHookedBefore(Instruction exit) {
        int next = exit.position + 1;
        if (!isKnown(exit) || targets.get(next)) {
            return true;
        }
        for (int entry = firstEntry(); entry < endOfEntries(); entry += EXCEPTION_ENTRY) {
            boolean covers = reader.readUnsignedShort(entry) <= next && next < reader.readUnsignedShort(entry + 2);
            if (covers && leaves(handlerOf(entry), exit.local)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a handler begins by leaving the monitor in a variable. */
    private boolean leaves(int handler, int local) {
        for (Instruction exit : instructions) {
            if (!exit.enters && exit.local == local && (exit.load == handler || exit.store == handler)) {
                return true;
            }
        }
        return false;
    }

    private int firstEntry() {
        return code.exceptionTable() + 2;
    }

    private int endOfEntries() {
        return firstEntry() + EXCEPTION_ENTRY * reader.readUnsignedShort(code.exceptionTable());
    }

    private int handlerOf(int entry) {
        return reader.readUnsignedShort(entry + 4);
    }
}
