package dev.jcoyote.agent;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls that leave control, and the use of {@code System.in}: what they wait for is decided outside the JVM, so the scheduler can neither order nor
 * repeat it. They go on as written, and the result names them.
 */
final class ExternalCalls implements CallRule {
    /** The methods of each class that wait for another machine or process, or depend on one. */
    private static final Map<String, Set<String>> METHODS = new HashMap<>();

    /** Those of them that also read jars and other files, which is no matter of control. */
    private static final Set<String> MAY_BE_LOCAL =
            new HashSet<>(Arrays.asList("java/net/URL", "java/net/URLConnection"));

    static {
        // network, blocking
        add("java/net/Socket", "<init>", "connect", "getInputStream", "getOutputStream");
        add("java/net/ServerSocket", "accept");
        add("java/net/DatagramSocket", "send", "receive");
        add("java/net/MulticastSocket", "send", "receive");
        add("java/net/http/HttpClient", "send", "sendAsync");
        add("java/net/URL", "openStream", "getContent");
        add("java/net/URLConnection", "connect", "getInputStream", "getOutputStream", "getContent");
        add("java/net/HttpURLConnection", "connect", "getInputStream", "getOutputStream", "getResponseCode");
        add("javax/net/ssl/HttpsURLConnection", "connect", "getInputStream", "getOutputStream", "getResponseCode");
        add("java/net/InetAddress", "getByName", "getAllByName", "getLocalHost", "isReachable");
        // network, channels
        add("java/nio/channels/SocketChannel", "open", "connect", "read", "write");
        add("java/nio/channels/ServerSocketChannel", "accept");
        add("java/nio/channels/DatagramChannel", "send", "receive", "read", "write");
        add("java/nio/channels/AsynchronousSocketChannel", "connect", "read", "write");
        add("java/nio/channels/AsynchronousServerSocketChannel", "accept");
        add("java/nio/channels/Selector", "select", "selectNow");
        add("java/nio/channels/Pipe$SourceChannel", "read");
        add("java/nio/channels/Pipe$SinkChannel", "write");
        // locks that other processes hold, files that others write
        add("java/nio/channels/FileChannel", "lock", "tryLock");
        add("java/nio/channels/AsynchronousFileChannel", "lock", "tryLock", "read", "write");
        add("java/nio/file/WatchService", "take", "poll");
        // processes
        add("java/lang/ProcessBuilder", "start");
        add("java/lang/Runtime", "exec");
        add("java/lang/Process", "waitFor", "onExit", "exitValue", "isAlive");
        add("java/lang/ProcessHandle", "onExit", "isAlive");
        // a person
        add("java/io/Console", "readLine", "readPassword");
    }

    /** Whether a static field holds what leaves control: whoever reads it is about to use it. */
    static boolean isField(String owner, String name) {
        return owner.equals("java/lang/System") && name.equals("in");
    }

    private static void add(String owner, String... names) {
        METHODS.put(owner, new HashSet<>(Arrays.asList(names)));
    }

    @Override
    public @Nullable CallAction actionFor(Call call) {
        if (call.nativeMethod()) {
            return CallAction.external(call.target());
        }
        if (call.is("<init>", "()V")) {
            // An unconnected socket.
            return null;
        }
        Set<String> names = METHODS.get(call.type());
        if (names == null || !names.contains(call.name())) {
            return null;
        }
        return MAY_BE_LOCAL.contains(call.type())
                ? CallAction.externalUnlessLocal(call.target())
                : CallAction.external(call.target());
    }
}
