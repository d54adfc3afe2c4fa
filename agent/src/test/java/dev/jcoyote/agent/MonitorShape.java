package dev.jcoyote.agent;

import java.util.concurrent.Callable;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Ways in which compilers and other tools write a block that locks its argument and calls it. */
enum MonitorShape {
    /** javac: the handler leaves the monitor, and covers itself until it has. */
    JAVAC(Opcodes.V17) {
        @Override
        void write(BlockCode code) {
            code.enter().start().call().exit().end().insn(Opcodes.ARETURN);
            code.handler().store(3).exit().endOfHandler().load(3).insn(Opcodes.ATHROW);
            code.guard(true);
        }
    },
    /** The same before there were stack map frames. */
    FRAMELESS(Opcodes.V1_5) {
        @Override
        void write(BlockCode code) {
            JAVAC.write(code);
        }
    },
    /** The Eclipse compiler leaves the exception on the stack. */
    ECLIPSE(Opcodes.V17) {
        @Override
        void write(BlockCode code) {
            code.enter().start().call().exit().end().insn(Opcodes.ARETURN);
            code.handler().exit().endOfHandler().insn(Opcodes.ATHROW);
            code.guard(true);
        }
    },
    /** Kotlin does not guard the exits. */
    KOTLIN(Opcodes.V1_8) {
        @Override
        void write(BlockCode code) {
            code.load(1).store(2).load(2).insn(Opcodes.MONITORENTER);
            code.start().insn(Opcodes.NOP).call().store(3).end();
            code.exit().load(3).insn(Opcodes.ARETURN);
            code.handler().store(4).endOfHandler().exit().load(4).insn(Opcodes.ATHROW);
            code.guard(true);
        }
    },
    /** Groovy guards more than the block. */
    GROOVY(Opcodes.V1_8) {
        @Override
        void write(BlockCode code) {
            Label after = new Label();
            code.enter()
                    .start()
                    .call()
                    .store(3)
                    .exit()
                    .jump(Opcodes.GOTO, after)
                    .end();
            code.handler().exit().endOfHandler().insn(Opcodes.ATHROW);
            code.label(after).load(3).insn(Opcodes.ARETURN);
            code.guard(false);
        }
    },
    /** The same monitor twice, both times in the same variable. */
    TWICE(Opcodes.V17) {
        @Override
        void write(BlockCode code) {
            code.enter().enter().start().call().exit().exit().end().insn(Opcodes.ARETURN);
            code.handler().exit().exit().insn(Opcodes.ATHROW);
            code.guard(false);
        }
    },
    /** A switch whose operands look like the entry and the exit of a monitor. */
    SWITCH(Opcodes.V17) {
        @Override
        void write(BlockCode code) {
            Label leave = new Label();
            code.enter().start().call().store(3);
            code.push(Opcodes.MONITORENTER).lookupSwitch(leave, Opcodes.MONITORENTER, Opcodes.MONITOREXIT);
            code.label(leave).exit().end().load(3).insn(Opcodes.ARETURN);
            code.handler().exit().endOfHandler().insn(Opcodes.ATHROW);
            code.guard(true);
        }
    },
    /** A jump leads to right behind the exit. */
    LOOP_BEHIND(Opcodes.V17) {
        @Override
        void write(BlockCode code) {
            Label again = new Label();
            Label over = new Label();
            code.enter().start().call().store(3).exit().end();
            code.label(again).load(1).jump(Opcodes.IFNONNULL, over);
            code.insn(Opcodes.ACONST_NULL).store(1).jump(Opcodes.GOTO, again);
            code.label(over).load(3).insn(Opcodes.ARETURN);
            code.handler().exit().endOfHandler().insn(Opcodes.ATHROW);
            code.guard(true);
        }
    },
    /** The monitor comes from no variable. */
    COMPUTED(Opcodes.V17) {
        @Override
        void write(BlockCode code) {
            code.load(1).cast().insn(Opcodes.MONITORENTER);
            code.start().call().load(1).cast().insn(Opcodes.MONITOREXIT).end().insn(Opcodes.ARETURN);
            code.handler().load(1).cast().insn(Opcodes.MONITOREXIT).insn(Opcodes.ATHROW);
            code.guard(false);
        }
    },
    /** A jump leads between the load and the exit. */
    SHARED_EXIT(Opcodes.V17) {
        @Override
        void write(BlockCode code) {
            Label other = new Label();
            Label shared = new Label();
            code.enter().start().call().store(3).load(3).jump(Opcodes.IFNULL, other);
            code.load(1).jump(Opcodes.GOTO, shared).label(other).load(2);
            code.label(shared).insn(Opcodes.MONITOREXIT).end().load(3).insn(Opcodes.ARETURN);
            code.handler().exit().endOfHandler().insn(Opcodes.ATHROW);
            code.guard(true);
        }
    },
    /** Compilers of the first Java versions left monitors in subroutines. */
    SUBROUTINE(Opcodes.V1_4) {
        @Override
        void write(BlockCode code) {
            Label subroutine = new Label();
            code.enter().start().call().store(3).jump(Opcodes.JSR, subroutine).end();
            code.load(3).insn(Opcodes.ARETURN);
            code.handler().store(4).jump(Opcodes.JSR, subroutine).endOfHandler();
            code.load(4).insn(Opcodes.ATHROW);
            code.label(subroutine).store(5).exit().ret(5);
            code.guard(true);
        }
    };

    /** What the classes implement. */
    public interface Block {
        Object run(Callable<?> monitor) throws Exception;
    }

    private final int version;

    MonitorShape(int version) {
        this.version = version;
    }

    abstract void write(BlockCode code);

    /** Whether it can be seen which entries and exits belong together. */
    boolean isRecognized() {
        return this != COMPUTED && this != SHARED_EXIT && this != SUBROUTINE;
    }

    /** Where an agent in this JVM leaves it alone. */
    String className() {
        return RewritingLoader.SAMPLES + name();
    }

    /** The file of a class with that block. */
    byte[] classFile() {
        boolean frames = version > Opcodes.V1_5;
        ClassWriter type = new ClassWriter(frames ? ClassWriter.COMPUTE_FRAMES : ClassWriter.COMPUTE_MAXS);
        String[] interfaces = {Block.class.getName().replace('.', '/')};
        String name = className().replace('.', '/');
        type.visit(version, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, Names.OBJECT, interfaces);
        MethodVisitor constructor = type.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, Names.OBJECT, "<init>", "()V", false);
        constructor.visitInsn(Opcodes.RETURN);
        constructor.visitMaxs(0, 0);
        String descriptor = "(Ljava/util/concurrent/Callable;)Ljava/lang/Object;";
        MethodVisitor method = type.visitMethod(Opcodes.ACC_PUBLIC, "run", descriptor, null, null);
        method.visitCode();
        write(new BlockCode(method));
        method.visitMaxs(0, 0);
        type.visitEnd();
        return type.toByteArray();
    }
}
