package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * The descriptors of the hooks, read from the class file of the bridge's {@code Hooks}: a hook's signature is declared
 * there and nowhere else.
 */
final class HookTable {
    private static final Hook[] HOOKS = Hook.values();

    private final String owner;
    private final String[] descriptors = new String[HOOKS.length];

    /**
     * Reads the table.
     *
     * @param hooksClass the class file of {@code dev.jcoyote.bridge.Hooks}
     * @throws IllegalStateException if it lacks a hook, or declares two public ones of the same name
     */
    HookTable(byte[] hooksClass) {
        ClassOutline outline = ClassOutline.of(new ClassReader(hooksClass));
        owner = outline.name();
        for (int i = 0; i < HOOKS.length; i++) {
            descriptors[i] = descriptorIn(outline, HOOKS[i].method);
        }
    }

    private static String descriptorIn(ClassOutline outline, String name) {
        @Nullable String found = null;
        for (ClassOutline.Member method : outline.methods()) {
            if (isHook(method) && method.name().equals(name)) {
                if (found != null) {
                    throw new IllegalStateException("The bridge declares two public hooks named " + name + ": " + found
                            + " and " + method.descriptor() + ". Rename one of them.");
                }
                found = method.descriptor();
            }
        }
        if (found == null) {
            throw new IllegalStateException("The bridge has no public hook named " + name
                    + ". The agent and the bridge are of different versions.");
        }
        return found;
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
        code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, hook.method, descriptors[hook.ordinal()], false);
    }

    /** Calls the given hook, whose arguments but the last, the site, are on the stack. */
    void emit(MethodVisitor code, Hook hook, int site) {
        // Always an LDC, however small the number: the constant can then be found and replaced in stored bytes.
        code.visitLdcInsn(Integer.valueOf(site));
        emit(code, hook);
    }
}
