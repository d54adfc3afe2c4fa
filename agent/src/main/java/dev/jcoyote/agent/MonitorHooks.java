package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The hooks at the monitors of one class.
 *
 * @param enter the hook at entries
 * @param bystander whether the class only observes the program, so that its monitors order nothing
 */
record MonitorHooks(Hook enter, boolean bystander) {
    private static final String LOGGING = "java/util/logging/";

    private static final int METHOD_REFERENCE = 10;

    /** The JVM's own thread enqueues what every program's queues have: it must be kept out, and is never kept waiting. */
    private static final String LOCKED_BY_THE_JVM = "java/lang/ref/ReferenceQueue";

    /**
     * Those of a class of the program.
     *
     * @param points whether the entry is a scheduling point
     */
    static MonitorHooks ofProgram(boolean points) {
        return new MonitorHooks(points ? Hook.MONITOR_ENTER : Hook.LOCK_IN_JDK, !points);
    }

    /**
     * Those of a class of the JDK. What the JVM locks may be held while other threads run, since they ask the model first;
     * but a wait would have to give it up. Where threads of the JVM itself lock it too, a wait is left to other engines.
     *
     * @param nested whether a second monitor may be entered inside the first, which is a scheduling point
     */
    static MonitorHooks ofJdk(ClassReader reader, boolean nested) {
        if (nested) {
            return new MonitorHooks(Hook.MONITOR_ENTER_IN_COLLECTION, false);
        }
        boolean inPlace = callsWait(reader) && !reader.getClassName().equals(LOCKED_BY_THE_JVM);
        return new MonitorHooks(
                inPlace ? Hook.LOCK_IN_JDK : Hook.MONITOR_ENTER_IN_JDK,
                reader.getClassName().startsWith(LOGGING));
    }

    /** Those of a class without any that matter. */
    static MonitorHooks none() {
        return new MonitorHooks(Hook.MONITOR_ENTER_IN_JDK, false);
    }

    private static boolean callsWait(ClassReader reader) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item != 0 && reader.readByte(item - 1) == METHOD_REFERENCE) {
                int nameAndType = reader.getItem(reader.readUnsignedShort(item + 2));
                if ("wait".equals(reader.readUTF8(nameAndType, buffer))
                        && MonitorCalls.isWait(reader.readUTF8(nameAndType + 2, buffer))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the hook tells what to lock in place of the monitor. */
    boolean tellsLock() {
        return enter == Hook.MONITOR_ENTER || enter == Hook.LOCK_IN_JDK;
    }

    /** Enters the monitor on the stack, and keeps what is locked in a local variable. */
    void enter(MethodVisitor code, MethodContext context, int lock) {
        if (tellsLock()) {
            emitEnter(code, context);
            code.visitInsn(Opcodes.DUP);
            code.visitVarInsn(Opcodes.ASTORE, lock);
            code.visitInsn(Opcodes.MONITORENTER);
        } else {
            code.visitInsn(Opcodes.DUP);
            code.visitVarInsn(Opcodes.ASTORE, lock);
            enter(code, context);
        }
    }

    /** Enters the monitor on the stack, which is locked itself. */
    void enter(MethodVisitor code, MethodContext context) {
        code.visitInsn(Opcodes.DUP);
        emitEnter(code, context);
        if (tellsLock()) {
            code.visitInsn(Opcodes.POP);
        }
        code.visitInsn(Opcodes.MONITORENTER);
    }

    private void emitEnter(MethodVisitor code, MethodContext context) {
        if (bystander) {
            context.emit(code, Hook.ENTER_BYSTANDER);
        }
        context.emit(code, enter, OperationKind.MONITOR_ENTER, true, "");
        if (bystander) {
            context.emit(code, Hook.LEAVE_BYSTANDER);
        }
    }
}
