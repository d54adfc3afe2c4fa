package dev.jcoyote.agent;

import dev.jcoyote.install.VariableUse;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Reads from a class file which variables hold what the code creates and uses. */
final class VariableReader extends ClassVisitor {
    private final List<VariableUse> uses = new ArrayList<>();

    private VariableReader() {
        super(Opcodes.ASM9);
    }

    /** The uses of the class's methods, in the order of the code. */
    static List<VariableUse> read(byte[] classFile) {
        VariableReader reader = new VariableReader();
        new ClassReader(classFile).accept(reader, 0);
        return reader.uses;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new VariableScan(uses);
    }
}
