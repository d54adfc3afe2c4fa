package dev.jcoyote.agent;

import dev.jcoyote.bridge.ClassInitialization;
import dev.jcoyote.bridge.OperationKind;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Gives a class what it needs for its static state to begin anew: the static initialiser becomes a method that can run
 * again, and the places where the JVM would run it ask first whether the class is up to date.
 *
 * <p>The members have these names: {@code $jcoyote$epoch} is what the class is up to date with, {@code ensure} compares
 * it, {@code initialize} does what JLS 12.4.2 says, {@code clinit} is the program's initialiser, and {@code statics} lists
 * the fields.
 */
final class StaticRenewal {
    private static final String EPOCH = ClassInitialization.PREFIX + "epoch";
    private static final String INITIALIZE = ClassInitialization.PREFIX + "initialize";
    private static final String EPOCHS = "dev/jcoyote/bridge/StaticEpoch";
    private static final int HIDDEN = Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    private static final Object[] NOTHING = {};
    private static final Object[] THROWABLE = {"java/lang/Throwable"};

    private final ClassContext context;
    private final List<StaticField> fields = new ArrayList<>();
    private final boolean ofInterface;
    private boolean hasInitializer;

    private record StaticField(
            ClassOutline.Member member, @Nullable Object constant) {}

    StaticRenewal(ClassContext context) {
        this.context = context;
        ofInterface = context.isInterface();
    }

    /** Notes a static field of the class; returns its flags, with which it can be written again. */
    int field(int access, String name, @Nullable Object constant) {
        boolean isFinal = (access & Opcodes.ACC_FINAL) != 0;
        if (isFinal && constant != null) {
            return access;
        }
        ClassOutline.Member member = context.outline.field(name);
        if (member != null && ((access & Opcodes.ACC_SYNTHETIC) == 0)) {
            fields.add(new StaticField(member, constant));
        }
        return ofInterface ? access : access & ~Opcodes.ACC_FINAL;
    }

    /** Starts the method that the static initialiser becomes. */
    MethodVisitor initializer(ClassVisitor type) {
        hasInitializer = true;
        context.change();
        MethodVisitor code =
                type.visitMethod(Opcodes.ACC_PRIVATE | HIDDEN, ClassInitialization.INITIALIZER, "()V", null, null);
        return ofInterface ? new ConstantWriter(code) : code;
    }

    /** Writes the members that the class gets. */
    void writeTo(ClassVisitor type) {
        context.change();
        if (ofInterface) {
            InterfaceConstants.writeTo(type, name(), members());
        } else {
            type.visitField(Opcodes.ACC_PRIVATE | HIDDEN, EPOCH, "I", null, null)
                    .visitEnd();
            declareFinals(type);
        }
        if (!hasInitializer) {
            MethodVisitor code = initializer(type);
            code.visitCode();
            end(code);
        }
        writeRealInitializer(type);
        writeEnsure(type);
        writeInitialize(type);
        writeStatics(type);
    }

    /** Tells reflection which fields the program has declared final. */
    private void declareFinals(ClassVisitor type) {
        StringBuilder names = new StringBuilder();
        for (StaticField field : fields) {
            if (field.member.is(Opcodes.ACC_FINAL)) {
                names.append(' ').append(field.member.name()).append(' ');
            }
        }
        if (names.length() > 0) {
            int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL | HIDDEN;
            type.visitField(access, ClassInitialization.FINALS, "Ljava/lang/String;", null, names.toString())
                    .visitEnd();
        }
    }

    /** Writes the method that others call, for a class whose initialiser had to stay as it is. */
    static void writeNothingToEnsure(ClassVisitor type) {
        MethodVisitor code =
                type.visitMethod(Opcodes.ACC_PUBLIC | HIDDEN, ClassInitialization.ENSURE, "()V", null, null);
        code.visitCode();
        end(code);
    }

    private void writeRealInitializer(ClassVisitor type) {
        MethodVisitor code = type.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        Label end = new Label();
        code.visitCode();
        if (ofInterface) {
            InterfaceConstants.createValues(code, name(), fields.size());
        }
        loadType(code);
        context.hooks.emit(code, Hook.INITIALIZES);
        code.visitInsn(Opcodes.DUP);
        storeEpoch(code);
        code.visitJumpInsn(Opcodes.IFEQ, end);
        call(code, ClassInitialization.INITIALIZER);
        if (ofInterface) {
            InterfaceConstants.copyToFields(code, name(), members());
        }
        code.visitLabel(end);
        frame(code, NOTHING);
        end(code);
    }

    private void writeEnsure(ClassVisitor type) {
        MethodVisitor code =
                type.visitMethod(Opcodes.ACC_PUBLIC | HIDDEN, ClassInitialization.ENSURE, "()V", null, null);
        Label end = new Label();
        code.visitCode();
        if (ofInterface) {
            InterfaceConstants.loadEpoch(code, name());
        } else {
            code.visitFieldInsn(Opcodes.GETSTATIC, name(), EPOCH, "I");
        }
        code.visitFieldInsn(Opcodes.GETSTATIC, EPOCHS, "current", "I");
        code.visitJumpInsn(Opcodes.IF_ICMPGE, end);
        call(code, INITIALIZE);
        code.visitLabel(end);
        frame(code, NOTHING);
        end(code);
    }

    private void writeInitialize(ClassVisitor type) {
        MethodVisitor code = type.visitMethod(Opcodes.ACC_PRIVATE | HIDDEN, INITIALIZE, "()V", null, null);
        Label begin = new Label();
        Label done = new Label();
        Label handler = new Label();
        Label end = new Label();
        code.visitCode();
        code.visitTryCatchBlock(begin, done, handler, null);
        ClassOutline.Member initializer = context.outline.method("<clinit>", "()V");
        int line = initializer == null ? -1 : initializer.firstLine();
        loadType(code);
        int site = context.site("<clinit>", line, OperationKind.MONITOR_ENTER, true, "", false);
        context.hooks.emit(code, Hook.BEGIN_INITIALIZATION, site);
        code.visitJumpInsn(Opcodes.IFEQ, end);
        code.visitLabel(begin);
        String ancestor = context.renewedAncestor();
        if (ancestor != null) {
            code.visitMethodInsn(Opcodes.INVOKESTATIC, ancestor, ClassInitialization.ENSURE, "()V", false);
        }
        if (ofInterface) {
            InterfaceConstants.clear(code, name());
        } else {
            for (StaticField field : fields) {
                clear(code, field);
            }
        }
        call(code, ClassInitialization.INITIALIZER);
        code.visitLabel(done);
        loadType(code);
        context.hooks.emit(code, Hook.END_INITIALIZATION);
        storeEpoch(code);
        code.visitInsn(Opcodes.RETURN);
        code.visitLabel(handler);
        frame(code, THROWABLE);
        loadType(code);
        context.hooks.emit(code, Hook.FAILED_INITIALIZATION);
        storeEpoch(code);
        code.visitLabel(end);
        frame(code, NOTHING);
        end(code);
    }

    /** Gives a field the value that it has before the initialiser runs. */
    private void clear(MethodVisitor code, StaticField field) {
        if (field.member.is(Opcodes.ACC_ENUM)) {
            // The constants of an enum are the same objects for ever: see EnumConstants.
            return;
        }
        String descriptor = field.member.descriptor();
        if (field.constant != null) {
            code.visitLdcInsn(field.constant);
        } else {
            code.visitInsn(
                    switch (descriptor.charAt(0)) {
                        case 'J' -> Opcodes.LCONST_0;
                        case 'F' -> Opcodes.FCONST_0;
                        case 'D' -> Opcodes.DCONST_0;
                        case 'L', '[' -> Opcodes.ACONST_NULL;
                        default -> Opcodes.ICONST_0;
                    });
        }
        code.visitFieldInsn(Opcodes.PUTSTATIC, name(), field.member.name(), descriptor);
    }

    private void storeEpoch(MethodVisitor code) {
        if (ofInterface) {
            InterfaceConstants.storeEpoch(code, name());
        } else {
            code.visitFieldInsn(Opcodes.PUTSTATIC, name(), EPOCH, "I");
        }
    }

    private List<ClassOutline.Member> members() {
        return fields.stream()
                .map(StaticField::member)
                .filter(field -> !field.is(Opcodes.ACC_ENUM))
                .toList();
    }

    private void writeStatics(ClassVisitor type) {
        writeStatics(type, context.outline, members(), ofInterface);
    }

    /** Writes the method that lists the names and values of fields. */
    static void writeStatics(
            ClassVisitor type, ClassOutline outline, List<ClassOutline.Member> fields, boolean fromValues) {
        MethodVisitor code = type.visitMethod(
                Opcodes.ACC_PRIVATE | HIDDEN, ClassInitialization.STATICS, "()[Ljava/lang/Object;", null, null);
        code.visitCode();
        push(code, fields.size() * 2);
        code.visitTypeInsn(Opcodes.ANEWARRAY, Names.OBJECT);
        for (int i = 0; i < fields.size(); i++) {
            ClassOutline.Member field = fields.get(i);
            code.visitInsn(Opcodes.DUP);
            push(code, 2 * i);
            code.visitLdcInsn(field.name());
            code.visitInsn(Opcodes.AASTORE);
            code.visitInsn(Opcodes.DUP);
            push(code, 2 * i + 1);
            if (fromValues) {
                InterfaceConstants.loadBoxed(code, outline.name(), i);
            } else {
                code.visitFieldInsn(Opcodes.GETSTATIC, outline.name(), field.name(), field.descriptor());
                box(code, Type.getType(field.descriptor()));
            }
            code.visitInsn(Opcodes.AASTORE);
        }
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void push(MethodVisitor code, int number) {
        code.visitIntInsn(Opcodes.SIPUSH, number);
    }

    static void box(MethodVisitor code, Type type) {
        String owner = switch (type.getSort()) {
            case Type.BOOLEAN -> "java/lang/Boolean";
            case Type.CHAR -> "java/lang/Character";
            case Type.BYTE -> "java/lang/Byte";
            case Type.SHORT -> "java/lang/Short";
            case Type.INT -> "java/lang/Integer";
            case Type.LONG -> "java/lang/Long";
            case Type.FLOAT -> "java/lang/Float";
            case Type.DOUBLE -> "java/lang/Double";
            default -> "";
        };
        if (!owner.isEmpty()) {
            String descriptor = "(" + type.getDescriptor() + ")L" + owner + ";";
            code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, "valueOf", descriptor, false);
        }
    }

    private void loadType(MethodVisitor code) {
        code.visitLdcInsn(Type.getObjectType(name()));
    }

    private void call(MethodVisitor code, String method) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, name(), method, "()V", ofInterface);
    }

    private void frame(MethodVisitor code, Object[] stack) {
        if (context.outline.majorVersion() >= Opcodes.V1_6) {
            code.visitFrame(Opcodes.F_NEW, 0, NOTHING, stack.length, stack);
        }
    }

    private static void end(MethodVisitor code) {
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private String name() {
        return context.name();
    }

    /** The static initialiser of an interface, which writes the values in place of the fields. */
    private final class ConstantWriter extends MethodVisitor {
        ConstantWriter(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
            List<ClassOutline.Member> members = members();
            for (int i = 0; opcode == Opcodes.PUTSTATIC && i < members.size(); i++) {
                if (owner.equals(name()) && members.get(i).name().equals(field)) {
                    InterfaceConstants.write(mv, owner, i, descriptor);
                    return;
                }
            }
            super.visitFieldInsn(opcode, owner, field, descriptor);
        }
    }
}
