package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.SiteRows;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Has those accesses of a JDK class heard that order memory: volatile fields, and what goes through VarHandle, Unsafe or
 * atomic variables. They are no scheduling points.
 */
final class OrderedAccesses extends MethodVisitor {
    /** Tasks lie in arrays there that are written before a fence, or under a lock that their readers do not take. */
    private static final String POOL = "java/util/concurrent/ForkJoinPool";

    private static final String UNSAFE = "jdk/internal/misc/Unsafe";
    private static final int OBJECT = 1;
    private static final CallRules RULES = CallRules.forOrdered();
    private static final Type ARRAY = Type.getObjectType("[Ljava/lang/Object;");
    private static final Type ELEMENT = Type.getObjectType(Names.OBJECT);

    private final MethodContext context;
    private final HandleNames names = new HandleNames();
    private final boolean isOfPool;

    OrderedAccesses(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
        isOfPool = context.type.name().startsWith(POOL);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
        if (opcode == Opcodes.GETSTATIC) {
            names.loaded(owner, name, descriptor);
        }
        // No other thread sees an object in its constructor, where no hook may take it at first.
        boolean isNew = !isStatic && context.isConstructor() && owner.equals(context.type.name());
        if (!isNew && isVolatile(owner, name)) {
            boolean write = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
            String target = Names.simple(owner) + "." + name;
            int site = site(write ? OperationKind.WRITE : OperationKind.READ, write, target, HandleNames.of(name));
            if (isStatic) {
                context.type.hooks.emit(mv, Hook.TOUCHED_STATIC, site);
            } else {
                Type object = Type.getObjectType(owner);
                emit(write ? new Type[] {object, Type.getType(descriptor)} : new Type[] {object}, 0, site);
            }
        }
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    private boolean isVolatile(String owner, String name) {
        @Nullable
        ClassOutline outline = owner.equals(context.type.name()) ? context.type.outline : JdkOutlines.find(owner);
        while (outline != null) {
            ClassOutline.Member field = outline.field(name);
            if (field != null) {
                return field.is(Opcodes.ACC_VOLATILE);
            }
            String parent = outline.superName();
            outline = parent == null ? null : JdkOutlines.find(parent);
        }
        return false;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        Call call = Call.of(opcode, owner, name, descriptor);
        CallAction action = RULES.actionFor(call);
        boolean isUnsafe = owner.equals(UNSAFE) && descriptor.startsWith("(Ljava/lang/Object;J");
        boolean isHandle = owner.equals("java/lang/invoke/VarHandle") && opcode != Opcodes.INVOKESTATIC;
        String field = isUnsafe || isHandle ? names.usedBy(call) : "";
        if (action != null) {
            int site = site(OperationKind.CALL, action.write(), action.target(), field);
            if (action.operand() == CallAction.NONE) {
                context.type.hooks.emit(mv, Hook.TOUCHED_STATIC, site);
            } else {
                emit(call.operands(), action.operand(), site);
            }
        } else if (isUnsafe && isOfPool && (name.equals("putReference") || name.equals("getReference"))) {
            emit(call.operands(), OBJECT, elementSite(name.equals("putReference")));
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitInsn(int opcode) {
        if (isOfPool && opcode == Opcodes.AALOAD) {
            emit(new Type[] {ARRAY, Type.INT_TYPE}, 0, elementSite(false));
        } else if (isOfPool && opcode == Opcodes.AASTORE) {
            emit(new Type[] {ARRAY, Type.INT_TYPE, ELEMENT}, 0, elementSite(true));
        }
        super.visitInsn(opcode);
    }

    private int elementSite(boolean write) {
        return site(OperationKind.CALL, write, write ? "Unsafe.putReferenceRelease" : "Unsafe.getReferenceAcquire", "");
    }

    private int site(OperationKind kind, boolean write, String target, String part) {
        return context.site(kind, write, part.isEmpty() ? target : target + SiteRows.PART + part, !part.isEmpty());
    }

    private void emit(Type[] operands, int index, int site) {
        Operands copy = Operands.copy(mv, operands, index, context.firstFreeLocal);
        context.type.hooks.emit(mv, Hook.TOUCHED, site);
        copy.restore();
    }
}
