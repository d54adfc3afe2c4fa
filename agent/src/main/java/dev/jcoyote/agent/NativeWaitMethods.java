package dev.jcoyote.agent;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The native calls with which the JDK waits for other processes and machines, whose answers may need what other controlled
 * threads do. That of the name service never does: a lookup is one step, however long it takes, and the same in every run.
 */
final class NativeWaitMethods {
    static final String FILE_INPUT = "java/io/FileInputStream";

    /** The classes that make such calls. */
    private static final Set<String> CLASSES = setOf(
            FILE_INPUT,
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

    private NativeWaitMethods() {}

    private static Set<String> setOf(String... names) {
        return new HashSet<>(Arrays.asList(names));
    }

    /** Whether a class makes such calls. */
    static boolean areIn(String type) {
        return CLASSES.contains(type);
    }

    /** Whether a call by a class is one. */
    static boolean waits(String caller, String owner, String name) {
        if (owner.equals("sun/nio/ch/FileDispatcherImpl") && name.startsWith("write")) {
            return caller.equals(SOCKETS);
        }
        return METHODS.contains(owner + "." + name);
    }
}
