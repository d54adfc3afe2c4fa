package dev.jcoyote;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What to do about a call that leaves control. */
final class Advice {
    private static final Map<Pattern, String> BY_CALL = new LinkedHashMap<>();

    static {
        add("Socket|Channel|Selector|Datagram|Http|URL|Inet", " Put a fake in its place: a queue is a good network.");
        add("Process|Runtime", " Put a fake in its place, or test what does not need the process.");
        add("System\\.in|Console", " Give the test its input as a ByteArrayInputStream.");
        add("FileChannel|WatchService", " Put a fake in its place: other processes hold locks and write files.");
        add("InputStream|Reader|OutputStream", " Give the test a stream of bytes in memory in its place.");
    }

    private Advice() {}

    private static void add(String classes, String advice) {
        BY_CALL.put(Pattern.compile(classes), advice);
    }

    /** A sentence, with a blank before it, for a call as {@code Class.method at frame}; empty if there is nothing to say. */
    static String of(String call) {
        int end = call.indexOf(" at ");
        String name = end < 0 ? call : call.substring(0, end);
        return BY_CALL.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(name).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
