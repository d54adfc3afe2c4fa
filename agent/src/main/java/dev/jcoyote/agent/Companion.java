package dev.jcoyote.agent;

import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * A class beside one that was loaded before the agent, in the same package, for the methods that the JVM does not let the
 * loaded class have. It has no code source: tools that measure the program pass it by.
 */
final class Companion {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final ClassLoader loader;
    private final ClassOutline type;
    private final String name;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    Companion(ClassLoader loader, ClassOutline type) {
        this.loader = loader;
        this.type = type;
        // A class may be transformed several times, and each time its code may be another.
        name = type.name() + Names.COMPANION + NUMBERS.getAndIncrement();
    }

    /** The internal name. */
    String name() {
        return name;
    }

    /** Starts its class file. */
    ClassVisitor begin() {
        int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        writer.visit(Math.max(type.majorVersion(), Opcodes.V1_8), access, name, null, Names.OBJECT, null);
        return writer;
    }

    /** Defines it in the loader of the loaded class. */
    void define() {
        writer.visitEnd();
        new ClassDefiner().define(Names.dotted(name), writer.toByteArray(), loader);
    }
}
