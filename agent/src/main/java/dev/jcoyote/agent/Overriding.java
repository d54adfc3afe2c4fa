package dev.jcoyote.agent;

import java.io.IOException;
import java.io.InputStream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Tells whether a method is declared in a supertype too, of the program or of the JDK. */
final class Overriding {
    private final ClassHierarchy hierarchy;

    Overriding(ClassHierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    boolean isDeclaredAbove(ClassOutline type, String method, String descriptor) {
        String superName = type.superName();
        if (superName != null && isDeclaredIn(superName, method, descriptor)) {
            return true;
        }
        for (String parent : type.interfaces()) {
            if (isDeclaredIn(parent, method, descriptor)) {
                return true;
            }
        }
        return false;
    }

    private boolean isDeclaredIn(String name, String method, String descriptor) {
        ClassOutline outline = Names.isJdk(name) ? ofJdk(name) : hierarchy.find(name);
        if (outline == null) {
            return false;
        }
        ClassOutline.Member declared = outline.method(method, descriptor);
        return (declared != null && !declared.is(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC))
                || isDeclaredAbove(outline, method, descriptor);
    }

    private static @Nullable ClassOutline ofJdk(String name) {
        try (InputStream file = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            return file == null ? null : ClassOutline.of(new ClassReader(file.readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the class file of " + Names.dotted(name), e);
        }
    }
}
