package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import net.bytebuddy.jar.asm.MethodVisitor;

/** What the visitors of one method share while it is rewritten. */
final class MethodContext {
    final ClassContext type;
    final int access;
    final String name;
    final String descriptor;

    /** The first local variable that neither the method nor a wrapper around it uses. */
    final int firstFreeLocal;

    private int line;

    MethodContext(ClassContext type, int access, String name, String descriptor, int firstFreeLocal, int firstLine) {
        this.type = type;
        this.access = access;
        this.name = name;
        this.descriptor = descriptor;
        this.firstFreeLocal = firstFreeLocal;
        line = firstLine;
    }

    /** The source line of the instruction that is being visited; before the first one, that of the method's start. */
    int line() {
        return line;
    }

    void line(int newLine) {
        line = newLine;
    }

    boolean isStaticInitializer() {
        return name.equals("<clinit>");
    }

    boolean isConstructor() {
        return name.equals("<init>");
    }

    /** Whether this may be the body of a thread. */
    boolean isRun() {
        return name.equals("run") && descriptor.equals("()V") && !Names.isStatic(access);
    }

    /** Adds the position of the instruction that is being visited. */
    int site(OperationKind kind, boolean write, String target, boolean slot) {
        return type.site(name, line, kind, write, target, slot);
    }

    /** Calls a hook that takes no site. */
    void emit(MethodVisitor code, Hook hook) {
        type.change();
        type.hooks.emit(code, hook);
    }

    /** Calls a hook with the position of the instruction that is being visited, for the whole of its resource. */
    void emit(MethodVisitor code, Hook hook, OperationKind kind, boolean write, String target) {
        type.hooks.emit(code, hook, site(kind, write, target, false));
    }
}
