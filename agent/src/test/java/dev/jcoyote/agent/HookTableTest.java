package dev.jcoyote.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

class HookTableTest {
    @Test
    void everyPublicHookOfTheBridgeIsUsedAndEveryUsedOneIsThere() {
        Set<String> used = new HashSet<>();
        for (Hook hook : Hook.values()) {
            used.add(hook.method);
        }
        Set<String> declared = new HashSet<>();
        for (byte[] file : BridgeFiles.read().hookClassFiles()) {
            for (ClassOutline.Member method :
                    ClassOutline.of(new ClassReader(file)).methods()) {
                if (HookTable.isHook(method)) {
                    assertTrue(declared.add(method.name()), method.name() + " is declared twice");
                }
            }
        }

        assertEquals(declared, used);
    }

    @Test
    void descriptorsAreThoseOfTheBridge() {
        HookTable table = new HookTable(BridgeFiles.read().hookClassFiles());

        assertEquals("(Ljava/lang/Object;I)V", table.descriptor(Hook.POINT));
        assertEquals("(Ljava/lang/Thread;)V", table.descriptor(Hook.START));
        assertEquals("()J", table.descriptor(Hook.NANO_TIME));
    }

    @Test
    void aBridgeWithoutAHookIsRefusedAtTheStart() {
        String message = refusalOf(List.of(bridge("Empty", Set.of())));

        assertTrue(message.contains("no public hook named point"), message);
    }

    @Test
    void aHookThatTwoClassesDeclareIsRefusedAtTheStart() {
        String message = refusalOf(List.of(bridge("First", Set.of("point")), bridge("Second", Set.of("point"))));

        assertTrue(message.contains("two public hooks named point: First()V and Second()V"), message);
    }

    private static String refusalOf(List<byte[]> hookClasses) {
        return assertThrows(IllegalStateException.class, () -> new HookTable(hookClasses))
                .getMessage();
    }

    private static byte[] bridge(String name, Set<String> hooks) {
        ClassWriter type = new ClassWriter(0);
        type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, Names.OBJECT, null);
        for (String hook : hooks) {
            type.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_NATIVE, hook, "()V", null, null)
                    .visitEnd();
        }
        type.visitEnd();
        return type.toByteArray();
    }
}
