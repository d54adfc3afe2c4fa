package dev.jcoyote.agent;

import dev.jcoyote.install.VariableUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Follows the operand stack through a method, and notes which variables objects are kept in and taken from. */
final class VariableScan extends MethodVisitor {
    private final List<VariableUse> uses;
    private final OriginStack stack = new OriginStack();
    private final List<Pending> pending = new ArrayList<>();
    private final Map<Integer, Origin> stored = new HashMap<>();
    private final Map<Label, Integer> labels = new HashMap<>();
    private final VariableNames names = new VariableNames(labels);
    private int position;
    private int line = -1;

    /** A use whose variable gets its name when the names are known: they come after the code. */
    private record Pending(int line, String what, Origin origin) {}

    VariableScan(List<VariableUse> uses) {
        super(Opcodes.ASM9);
        this.uses = uses;
    }

    private void use(String what, Origin origin) {
        if (origin != Origin.UNKNOWN) {
            pending.add(new Pending(line, what, origin));
        }
    }

    private void keep(Origin value, Origin variable) {
        if (value instanceof Origin.Made made) {
            pending.add(new Pending(made.line(), VariableUse.NEW + made.type(), variable));
        } else if (value instanceof Origin.Result result) {
            pending.add(new Pending(result.line(), VariableUse.RESULT, variable));
        }
    }

    @Override
    public void visitLineNumber(int newLine, Label start) {
        line = newLine;
    }

    @Override
    public void visitLabel(Label label) {
        labels.put(label, position);
    }

    @Override
    public void visitFrame(
            int type, int localCount, Object @Nullable [] locals, int stackCount, Object @Nullable [] values) {
        stack.clear();
        for (int i = 0; i < stackCount && values != null; i++) {
            boolean isWide = values[i] == Opcodes.LONG || values[i] == Opcodes.DOUBLE;
            stack.pushUnknown(isWide ? 2 : 1);
        }
    }

    @Override
    public void visitInsn(int opcode) {
        position++;
        if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
            use(ArrayRewriter.target(opcode - Opcodes.IALOAD), stack.peek(1));
            stack.pop(2);
            stack.pushUnknown(opcode == Opcodes.LALOAD || opcode == Opcodes.DALOAD ? 2 : 1);
        } else if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
            int size = opcode == Opcodes.LASTORE || opcode == Opcodes.DASTORE ? 2 : 1;
            use(ArrayRewriter.target(opcode - Opcodes.IASTORE), stack.peek(size + 1));
            stack.pop(size + 2);
        } else if (opcode == Opcodes.ARRAYLENGTH) {
            stack.pop(1);
            stack.pushUnknown(1);
        } else if (opcode == Opcodes.MONITORENTER) {
            use("", stack.peek(0));
            stack.pop(1);
        } else if (opcode == Opcodes.MONITOREXIT) {
            stack.pop(1);
        } else if (opcode == Opcodes.ATHROW || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN)) {
            stack.clear();
        } else {
            stack.apply(opcode);
        }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        position++;
        if (opcode == Opcodes.NEWARRAY) {
            stack.pop(1);
            stack.push(new Origin.Made("[" + "ZCFDBSIJ".charAt(operand - Opcodes.T_BOOLEAN), line));
        } else {
            stack.pushUnknown(1);
        }
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        position++;
        if (opcode == Opcodes.ALOAD) {
            stack.push(new Origin.Local(slot, position, stored.getOrDefault(slot, Origin.UNKNOWN)));
        } else if (opcode == Opcodes.ASTORE) {
            Origin value = stack.peek(0);
            stack.pop(1);
            stored.put(slot, value);
            keep(value, new Origin.Local(slot, position, Origin.UNKNOWN));
        } else if (opcode == Opcodes.LLOAD || opcode == Opcodes.DLOAD) {
            stack.pushUnknown(2);
        } else if (opcode == Opcodes.ILOAD || opcode == Opcodes.FLOAD) {
            stack.pushUnknown(1);
        } else {
            stack.pop(opcode == Opcodes.LSTORE || opcode == Opcodes.DSTORE ? 2 : 1);
        }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        position++;
        if (opcode == Opcodes.NEW) {
            stack.push(new Origin.Made(Names.dotted(type), line));
        } else if (opcode == Opcodes.ANEWARRAY) {
            stack.pop(1);
            String name = type.startsWith("[") ? "[" + type : "[L" + type + ";";
            stack.push(new Origin.Made(Names.dotted(name), line));
        } else if (opcode == Opcodes.INSTANCEOF) {
            stack.pop(1);
            stack.pushUnknown(1);
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        position++;
        String target = Names.simple(owner) + "." + name;
        boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
        boolean isWrite = opcode == Opcodes.PUTSTATIC || opcode == Opcodes.PUTFIELD;
        int size = Type.getType(descriptor).getSize();
        Origin value = stack.peek(0);
        if (isWrite) {
            stack.pop(size);
        }
        Origin object = isStatic ? null : stack.peek(0);
        Origin field = new Origin.Field(object, owner, name);
        if (isStatic) {
            uses.add(new VariableUse(line, VariableUse.STATIC + target, Names.dotted(owner) + "." + name));
        } else {
            use(target, stack.peek(0));
            stack.pop(1);
        }
        if (isWrite) {
            keep(value, field);
        } else if (size == 1) {
            stack.push(field);
        } else {
            stack.pushUnknown(size);
        }
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        position++;
        Call call = Call.of(opcode, owner, name, descriptor);
        int arguments = (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - 1;
        if (call.isConstructor()) {
            // The object is created where its constructor is called: the copy that stays on the stack has that line.
            boolean isNew =
                    stack.peek(arguments) instanceof Origin.Made && stack.peek(arguments + 1) instanceof Origin.Made;
            stack.pop(arguments + 1);
            if (isNew) {
                stack.pop(1);
                stack.push(new Origin.Made(Names.dotted(owner), line));
            }
            return;
        }
        if (!call.isStatic()) {
            boolean isHandle = owner.equals("java/lang/invoke/VarHandle")
                    || owner.equals("sun/misc/Unsafe")
                    || owner.endsWith("FieldUpdater");
            // The handle of a static field may be all that there is.
            use(call.target(), stack.peek(isHandle && arguments > 0 ? arguments - 1 : arguments));
        }
        boolean isReference = Type.getReturnType(descriptor).getSort() >= Type.ARRAY;
        stack.call(descriptor, !call.isStatic(), isReference ? new Origin.Result(line) : Origin.UNKNOWN);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        position++;
        Type[] captured = Type.getArgumentTypes(descriptor);
        // The size counts a receiver, which is not there.
        int depth = (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - 2;
        for (int i = 0; i < captured.length; i++) {
            // The first lies deepest, and the deeper slot of a wide value is as good as the other.
            use(VariableUse.CAPTURED + (i + 1) + " " + Names.dotted(descriptor), stack.peek(depth));
            depth -= captured[i].getSize();
        }
        stack.call(descriptor, false, Origin.UNKNOWN);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        position++;
        if (opcode != Opcodes.GOTO) {
            boolean comparesTwo = opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE;
            stack.pop(comparesTwo ? 2 : 1);
        }
    }

    @Override
    public void visitLdcInsn(Object value) {
        position++;
        stack.pushUnknown(value instanceof Long || value instanceof Double ? 2 : 1);
    }

    @Override
    public void visitIincInsn(int slot, int increment) {
        position++;
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label other, Label... cases) {
        position++;
        stack.pop(1);
    }

    @Override
    public void visitLookupSwitchInsn(Label other, int[] keys, Label[] cases) {
        position++;
        stack.pop(1);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        position++;
        stack.pop(dimensions);
        stack.push(new Origin.Made(Names.dotted(descriptor), line));
    }

    @Override
    public void visitLocalVariable(
            String name, String descriptor, @Nullable String signature, Label start, Label end, int slot) {
        names.add(name, start, end, slot);
    }

    @Override
    public void visitEnd() {
        for (Pending use : pending) {
            String variable = names.of(use.origin());
            if (variable != null) {
                uses.add(new VariableUse(use.line(), use.what(), variable));
            }
        }
    }
}
