package dev.jcoyote.bridge;

import java.net.URL;
import java.net.URLConnection;
import org.jspecify.annotations.Nullable;

/** Tells the URLs of files on this machine, which class loaders hand out, from those of the network. */
final class LocalUrls {
    private LocalUrls() {}

    /** Whether that URL, or the one that the connection leads to, names a file, an entry of a jar file or of the JDK. */
    static boolean isLocal(@Nullable Object opened) {
        if (opened instanceof URLConnection connection) {
            return isLocal(connection.getURL());
        }
        return opened instanceof URL url && isLocal(url.getProtocol(), url.getPath());
    }

    private static boolean isLocal(String protocol, String path) {
        if (protocol.equals("jar")) {
            // What the jar lies in: a file, or another jar, as in an executable one.
            return path.startsWith("file:") || path.startsWith("nested:") || path.startsWith("jar:file:");
        }
        return protocol.equals("file") || protocol.equals("jrt");
    }
}
