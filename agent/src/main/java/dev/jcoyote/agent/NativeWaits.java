package dev.jcoyote.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Puts hooks around the native calls with which the JDK waits for other processes and machines, so that other threads can
 * run meanwhile. No lock is taken and no class is loaded inside such a call.
 */
final class NativeWaits extends MethodVisitor {
    private static final String FILE_INPUT = "java/io/FileInputStream";
    private static final Object[] NOTHING = {};
    private static final Object[] THROWABLE = {"java/lang/Throwable"};

    /** The classes that make such calls. */
    private static final Set<String> CLASSES = setOf(
            FILE_INPUT,
            "java/net/InetAddress$PlatformNameService",
            "java/net/InetAddress$PlatformResolver",
            "java/net/Inet6AddressImpl",
            "sun/nio/ch/DatagramChannelImpl",
            "sun/nio/ch/DatagramDispatcher",
            "sun/nio/ch/EPollPort$EventHandlerTask",
            "sun/nio/ch/EPollSelectorImpl",
            "sun/nio/ch/FileDispatcherImpl",
            "sun/nio/ch/Net",
            "sun/nio/ch/NioSocketImpl",
            "sun/nio/ch/PollSelectorImpl",
            "sun/nio/ch/SelChImpl",
            "sun/nio/ch/ServerSocketChannelImpl",
            "sun/nio/ch/SocketDispatcher",
            "sun/nio/ch/UnixDomainSockets",
            "sun/nio/ch/UnixFileDispatcherImpl");

    /** The native methods, as {@code class.method}. */
    private static final Set<String> METHODS = setOf(
            "java/net/InetAddressImpl.lookupAllHostAddr",
            "java/net/InetAddressImpl.getHostByAddr",
            "java/net/Inet6AddressImpl.isReachable0",
            "sun/nio/ch/DatagramChannelImpl.receive0",
            "sun/nio/ch/DatagramDispatcher.read0",
            "sun/nio/ch/DatagramDispatcher.readv0",
            "sun/nio/ch/EPoll.wait",
            "sun/nio/ch/FileDispatcherImpl.lock0",
            "sun/nio/ch/UnixFileDispatcherImpl.lock0",
            "sun/nio/ch/Net.accept",
            "sun/nio/ch/Net.connect0",
            "sun/nio/ch/Net.poll",
            "sun/nio/ch/Net.pollConnect",
            "sun/nio/ch/PollSelectorImpl.poll",
            "sun/nio/ch/SocketDispatcher.read0",
            "sun/nio/ch/SocketDispatcher.readv0",
            "sun/nio/ch/SocketDispatcher.write0",
            "sun/nio/ch/SocketDispatcher.writev0",
            "sun/nio/ch/UnixDispatcher.write0",
            "sun/nio/ch/UnixDispatcher.writev0",
            "sun/nio/ch/UnixDomainSockets.accept0",
            "sun/nio/ch/UnixDomainSockets.connect0");

    /** The class that sockets share with files on older JDKs, of which only the calls from there count. */
    private static final String SOCKETS = "sun/nio/ch/SocketDispatcher";

    private record Block(
            Label start, Label end, Label handler, @Nullable String type) {}

    private final MethodContext context;
    private final List<Block> own = new ArrayList<>();
    private final List<Block> others = new ArrayList<>();

    NativeWaits(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    /** Whether a class makes such calls. */
    static boolean areIn(String type) {
        return CLASSES.contains(type);
    }

    private static Set<String> setOf(String... names) {
        return new HashSet<>(Arrays.asList(names));
    }

    private boolean waits(String owner, String name) {
        if (owner.equals("sun/nio/ch/FileDispatcherImpl") && name.startsWith("write")) {
            return context.type.name().equals(SOCKETS);
        }
        return METHODS.contains(owner + "." + name);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        boolean reads = owner.equals(FILE_INPUT) && (name.equals("read0") || name.equals("readBytes"));
        if (!reads && !waits(owner, name)) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            return;
        }
        if (reads) {
            super.visitVarInsn(Opcodes.ALOAD, 0);
            super.visitFieldInsn(Opcodes.GETFIELD, FILE_INPUT, "path", "Ljava/lang/String;");
        }
        context.emit(mv, reads ? Hook.BEGIN_READ : Hook.BEGIN_WAIT);
        Label start = new Label();
        Label end = new Label();
        super.visitLabel(start);
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        super.visitLabel(end);
        own.add(new Block(start, end, new Label(), null));
        context.emit(mv, Hook.END_WAIT);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        others.add(new Block(start, end, handler, type));
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        // The innermost come first in the table.
        for (Block block : own) {
            super.visitLabel(block.handler);
            super.visitFrame(Opcodes.F_NEW, 0, NOTHING, THROWABLE.length, THROWABLE);
            context.emit(mv, Hook.END_WAIT);
            super.visitInsn(Opcodes.ATHROW);
            super.visitTryCatchBlock(block.start, block.end, block.handler, block.type);
        }
        for (Block block : others) {
            super.visitTryCatchBlock(block.start, block.end, block.handler, block.type);
        }
        super.visitMaxs(maxStack, maxLocals);
    }
}
