package dev.jcoyote.agent;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The version number that a serializable class has without declaring one: made of what it declares, which rewriting
 * changes (Java Object Serialization Specification, 4.6).
 */
final class SerialVersion {
    private static final String FIELD = "serialVersionUID";
    private static final int CLASS_FLAGS =
            Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
    private static final int FIELD_FLAGS = Opcodes.ACC_PUBLIC
            | Opcodes.ACC_PRIVATE
            | Opcodes.ACC_PROTECTED
            | Opcodes.ACC_STATIC
            | Opcodes.ACC_FINAL
            | Opcodes.ACC_VOLATILE
            | Opcodes.ACC_TRANSIENT;
    private static final int METHOD_FLAGS = Opcodes.ACC_PUBLIC
            | Opcodes.ACC_PRIVATE
            | Opcodes.ACC_PROTECTED
            | Opcodes.ACC_STATIC
            | Opcodes.ACC_FINAL
            | Opcodes.ACC_SYNCHRONIZED
            | Opcodes.ACC_NATIVE
            | Opcodes.ACC_ABSTRACT
            | Opcodes.ACC_STRICT;

    private SerialVersion() {}

    /**
     * Declares the number that the class had as it was, if it has to be declared from now on.
     *
     * @param flags the access flags as the source has them: those of a nested class are others than the file's
     */
    static void declare(ClassVisitor type, ClassContext context, int flags) {
        ClassOutline outline = context.outline;
        boolean counts = (outline.access() & (Opcodes.ACC_INTERFACE | Opcodes.ACC_ENUM)) == 0
                && !"java/lang/Record".equals(outline.superName())
                && outline.field(FIELD) == null;
        if (counts && context.isSerializable()) {
            int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;
            type.visitField(access, FIELD, "J", null, of(outline, flags)).visitEnd();
        }
    }

    /** The number of a class that does not declare one. */
    static long of(ClassOutline outline, int flags) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            write(outline, flags, new DataOutputStream(bytes));
            byte[] digest = MessageDigest.getInstance("SHA").digest(bytes.toByteArray());
            long number = 0;
            for (int i = Long.BYTES - 1; i >= 0; i--) {
                number = (number << Byte.SIZE) | (digest[i] & 0xFF);
            }
            return number;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot compute the serial version of " + outline.name(), e);
        }
    }

    private static void write(ClassOutline outline, int flags, DataOutputStream out) throws IOException {
        out.writeUTF(Names.dotted(outline.name()));
        out.writeInt(flags & CLASS_FLAGS);
        for (String parent : outline.interfaces().stream().sorted().toList()) {
            out.writeUTF(Names.dotted(parent));
        }
        writeFields(outline, out);
        if (outline.method("<clinit>", "()V") != null) {
            write(out, "<clinit>", Opcodes.ACC_STATIC, "()V");
        }
        Comparator<ClassOutline.Member> byDescriptor = Comparator.comparing(ClassOutline.Member::descriptor);
        writeMethods(out, sorted(outline.methods(), byDescriptor), true);
        writeMethods(
                out,
                sorted(
                        outline.methods(),
                        Comparator.comparing(ClassOutline.Member::name).thenComparing(byDescriptor)),
                false);
    }

    private static void writeFields(ClassOutline outline, DataOutputStream out) throws IOException {
        for (ClassOutline.Member field : sorted(outline.fields(), Comparator.comparing(ClassOutline.Member::name))) {
            int flags = field.access() & FIELD_FLAGS;
            if ((flags & Opcodes.ACC_PRIVATE) == 0 || (flags & (Opcodes.ACC_STATIC | Opcodes.ACC_TRANSIENT)) == 0) {
                write(out, field.name(), flags, field.descriptor());
            }
        }
    }

    private static void writeMethods(DataOutputStream out, List<ClassOutline.Member> methods, boolean constructors)
            throws IOException {
        for (ClassOutline.Member method : methods) {
            boolean constructor = method.name().equals("<init>");
            if (constructor == constructors && !method.name().equals("<clinit>") && !method.is(Opcodes.ACC_PRIVATE)) {
                write(out, method.name(), method.access() & METHOD_FLAGS, Names.dotted(method.descriptor()));
            }
        }
    }

    private static List<ClassOutline.Member> sorted(
            List<ClassOutline.Member> members, Comparator<ClassOutline.Member> order) {
        List<ClassOutline.Member> sorted = new ArrayList<>(members);
        sorted.sort(order);
        return sorted;
    }

    private static void write(DataOutputStream out, String name, int flags, String descriptor) throws IOException {
        out.writeUTF(name);
        out.writeInt(flags);
        out.writeUTF(descriptor);
    }
}
