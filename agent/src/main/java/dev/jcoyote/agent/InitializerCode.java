package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** What the static initialiser of a class does, with the constructors that it calls of its own class. */
final class InitializerCode extends ClassVisitor {
    private final ClassOutline outline;
    /** Whether the class holds the table of a switch, made from the values of an enum. */
    private final boolean isTableOfSwitch;

    private boolean effect;
    private boolean registers;
    private boolean makes;
    private boolean constructs;
    private boolean effectOfConstructors;

    private InitializerCode(ClassOutline outline) {
        super(Opcodes.ASM9);
        this.outline = outline;
        isTableOfSwitch = (outline.access() & Opcodes.ACC_SYNTHETIC) != 0;
    }

    /** Reads it. */
    static InitializerCode of(ClassReader reader, ClassOutline outline) {
        InitializerCode code = new InitializerCode(outline);
        reader.accept(code, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return code;
    }

    /** Whether it may do anything but give values to the static fields of its class. */
    boolean hasEffect() {
        return effect || (constructs && effectOfConstructors);
    }

    /** Whether it tells the JDK something that can be told once, or would be there twice. */
    boolean registers() {
        return registers;
    }

    /** Whether it makes nothing that somebody could change, if it has no effect. */
    boolean makesNothing() {
        return !makes;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return switch (name) {
            case "<clinit>", "$values" -> new Code(false);
            case "<init>" -> new Code(true);
            default -> null;
        };
    }

    private static boolean isRegistration(String owner, String method) {
        return switch (owner) {
            case "java/sql/DriverManager" -> method.startsWith("register");
            case "java/net/URL", "java/net/URLConnection" -> method.startsWith("set");
            case "java/lang/Runtime" -> method.equals("addShutdownHook");
            case "java/lang/System" -> method.startsWith("load");
            case "java/lang/Thread" -> method.equals("setDefaultUncaughtExceptionHandler");
            case "java/security/Security" -> method.startsWith("add") || method.startsWith("insert");
            case "java/util/logging/Logger", "java/util/logging/LogManager" ->
                method.startsWith("add") || method.startsWith("set");
            case "javax/management/MBeanServer" -> method.startsWith("register");
            default -> false;
        };
    }

    /** Collects what one method does. */
    private final class Code extends MethodVisitor {
        private final boolean constructor;

        Code(boolean constructor) {
            super(Opcodes.ASM9);
            this.constructor = constructor;
        }

        private void effect() {
            if (constructor) {
                effectOfConstructors = true;
            } else {
                effect = true;
            }
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            makes |= !constructor
                    && (opcode == Opcodes.ANEWARRAY
                            || (opcode == Opcodes.NEW && type.startsWith("java/lang/StringBu")));
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            makes |= !constructor && opcode == Opcodes.NEWARRAY;
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            makes |= !constructor;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            boolean own = owner.equals(outline.name());
            boolean reads = opcode == Opcodes.GETSTATIC || opcode == Opcodes.GETFIELD;
            boolean harmless = reads
                    ? own || isTableOfSwitch || Names.isJdk(owner)
                    : own && (opcode == Opcodes.PUTSTATIC) != constructor;
            if (!harmless) {
                effect();
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            registers |= !constructor && isRegistration(owner, name);
            if (owner.equals(outline.name())) {
                if (name.equals("<init>")) {
                    constructs |= !constructor;
                } else if (!name.equals("$values") && !name.equals("values") && !name.equals("$jacocoInit")) {
                    effect();
                }
            } else if (!PureCalls.contains(owner, name)
                    && !(isTableOfSwitch && (name.equals("values") || name.equals("ordinal")))) {
                effect();
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            boolean lambda = bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory");
            boolean text = bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory");
            if (!text && !(lambda && descriptor.startsWith("()"))) {
                effect();
            }
        }
    }
}
