package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Gives one class of the JDK scheduling points. */
final class DeepClass extends ClassVisitor {
    private final ClassContext context;
    private final boolean plainAccesses;

    DeepClass(ClassVisitor next, ClassContext context, boolean plainAccesses) {
        super(Opcodes.ASM9, next);
        this.context = context;
        this.plainAccesses = plainAccesses;
    }

    @Override
    public void visitSource(@Nullable String source, @Nullable String debug) {
        context.sourceFile(source);
        super.visitSource(source, debug);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        ClassOutline.Member outline = context.outline.method(name, descriptor);
        if (!Names.hasCode(access) || outline == null) {
            return next;
        }
        MethodContext method =
                new MethodContext(context, access, name, descriptor, outline.maxLocals(), outline.firstLine());
        if (!DeepClasses.hasPoints(context.name())) {
            return DeepClasses.isAtomic(context.name(), name) ? new AtomicSection(new StackRoom(next), method) : next;
        }
        MethodVisitor code = new StackRoom(next);
        if (method.isStaticInitializer()) {
            // Threads that need the class would wait for its end inside the JVM.
            code = new AtomicSection(code, method);
        }
        PlainAccesses plain = plainAccesses ? PlainAccesses.POINTS : PlainAccesses.UNHEARD;
        ConstructorState constructor = new ConstructorState(code, method);
        code = new FieldRewriter(constructor, method, plain, constructor);
        if (plainAccesses) {
            code = new ArrayRewriter(code, method, plain);
        }
        return new LineTracker(new CallRewriter(code, method), method);
    }
}
