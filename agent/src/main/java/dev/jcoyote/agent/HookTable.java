package dev.jcoyote.agent;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The owners and descriptors of the hooks, read from the bridge's class files: a hook's signature is declared there and
 * nowhere else.
 */
final class HookTable {
    private static final Hook[] HOOKS = Hook.values();

    private final String[] owners = new String[HOOKS.length];
    private final String[] descriptors = new String[HOOKS.length];

    /**
     * Reads the table.
     *
     * @param hookClasses the class files of the bridge's classes that declare hooks
     * @throws IllegalStateException if they lack a hook, or declare two public ones of the same name
     */
    HookTable(List<byte[]> hookClasses) {
        List<ClassOutline> outlines = new ArrayList<>();
        for (byte[] file : hookClasses) {
            outlines.add(ClassOutline.of(new ClassReader(file)));
        }
        for (Hook hook : HOOKS) {
            for (ClassOutline outline : outlines) {
                find(hook, outline);
            }
            if (owners[hook.ordinal()] == null) {
                throw new IllegalStateException("The bridge has no public hook named " + hook.method
                        + ". The agent and the bridge are of different versions.");
            }
        }
    }

    private void find(Hook hook, ClassOutline outline) {
        int row = hook.ordinal();
        for (ClassOutline.Member method : outline.methods()) {
            if (isHook(method) && method.name().equals(hook.method)) {
                if (owners[row] != null) {
                    throw new IllegalStateException("The bridge declares two public hooks named " + hook.method + ": "
                            + owners[row] + descriptors[row] + " and " + outline.name() + method.descriptor()
                            + ". Rename one of them.");
                }
                owners[row] = outline.name();
                descriptors[row] = method.descriptor();
            }
        }
    }

    static boolean isHook(ClassOutline.Member method) {
        return (method.access() & (Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC))
                == (Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC);
    }

    /** The descriptor of the given hook. */
    String descriptor(Hook hook) {
        return descriptors[hook.ordinal()];
    }

    /** Calls the given hook, whose arguments are on the stack. */
    void emit(MethodVisitor code, Hook hook) {
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC, owners[hook.ordinal()], hook.method, descriptors[hook.ordinal()], false);
    }

    /** Calls the given hook, whose arguments but the last, the site, are on the stack. */
    void emit(MethodVisitor code, Hook hook, int site) {
        // Always an LDC, however small the number: see ClassSites.
        code.visitLdcInsn(Integer.valueOf(site));
        emit(code, hook);
    }
}
