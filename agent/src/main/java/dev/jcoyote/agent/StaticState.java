package dev.jcoyote.agent;

import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Opcodes;

/** What a class keeps in its static fields, as far as executions could see each other by it. */
enum StaticState {
    /** Nothing that can change, and an initialiser without effect on others: it runs once. */
    NONE,
    /** It begins anew in every execution: the initialiser runs again. */
    RENEWED,
    /** It may change, and cannot begin anew. */
    KEPT;

    private static final String SERIAL_FIELDS = "serialPersistentFields";

    /** Decides about a class; the outcome depends on its file alone. */
    static StaticState of(ClassReader reader, ClassOutline outline) {
        ClassOutline.Member initializer = outline.method("<clinit>", "()V");
        List<ClassOutline.Member> fields = outline.fields().stream()
                .filter(field -> field.is(Opcodes.ACC_STATIC) && !isOfTool(field))
                .toList();
        if (initializer == null
                && fields.stream().allMatch(field -> field.is(Opcodes.ACC_FINAL) || field.is(Opcodes.ACC_SYNTHETIC))) {
            return NONE;
        }
        InitializerCode code = InitializerCode.of(reader, outline);
        if (!code.hasEffect() && fields.stream().noneMatch(field -> canChange(field, outline, code))) {
            return NONE;
        }
        boolean renewable = !code.registers()
                // Before that no constant can name a class, and no interface can have a method with code.
                && outline.majorVersion()
                        >= ((outline.access() & Opcodes.ACC_INTERFACE) == 0 ? Opcodes.V1_5 : Opcodes.V1_8)
                && outline.field(SERIAL_FIELDS) == null;
        return renewable ? RENEWED : KEPT;
    }

    private static boolean isOfTool(ClassOutline.Member field) {
        // JaCoCo's counters.
        return field.is(Opcodes.ACC_SYNTHETIC) && field.name().startsWith("$jacoco");
    }

    private static boolean canChange(ClassOutline.Member field, ClassOutline outline, InitializerCode code) {
        if (field.is(Opcodes.ACC_SYNTHETIC)) {
            // Compilers write them once: the table of a switch, the values of an enum, the flag of assertions.
            return false;
        }
        if (!field.is(Opcodes.ACC_FINAL)) {
            return true;
        }
        String type = field.descriptor();
        if (type.equals("L" + outline.name() + ";")) {
            return outline.fields().stream()
                    .anyMatch(other -> !other.is(Opcodes.ACC_STATIC)
                            && (!other.is(Opcodes.ACC_FINAL) || !PureCalls.isImmutable(other.descriptor())));
        }
        return !PureCalls.isImmutable(type) && (type.startsWith("[") || !code.makesNothing());
    }
}
