package dev.jcoyote.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
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
        for (ClassOutline.Member method : ClassOutline.of(new ClassReader(BridgeDefinition.hooksClassFile()))
                .methods()) {
            if (HookTable.isHook(method)) {
                declared.add(method.name());
            }
        }

        assertEquals(declared, used);
    }

    @Test
    void descriptorsAreThoseOfTheBridge() {
        HookTable table = new HookTable(BridgeDefinition.hooksClassFile());

        assertEquals("(Ljava/lang/Object;I)V", table.descriptor(Hook.POINT));
        assertEquals("()J", table.descriptor(Hook.NANO_TIME));
    }

    @Test
    void aBridgeWithoutAHookIsRefusedAtTheStart() {
        ClassWriter empty = new ClassWriter(0);
        empty.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Empty", null, Names.OBJECT, null);
        empty.visitEnd();

        String message = assertThrows(IllegalStateException.class, () -> new HookTable(empty.toByteArray()))
                .getMessage();

        assertTrue(message.contains("point"), message);
    }
}
