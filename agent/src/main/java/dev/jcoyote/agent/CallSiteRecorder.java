package dev.jcoyote.agent;

import dev.jcoyote.bridge.Control;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the code of classes as it runs, for a JVM with a debugger: the last of the transformers, which changes nothing.
 * What another agent or a debugger redefines later is no longer known.
 *
 * <p>Any thread may load a class; only the thread that runs under control may ask. It takes no lock for that: a debugger
 * may have stopped the thread that holds it.
 */
final class CallSiteRecorder implements ClassFileTransformer {
    private static final Object BOOT_LOADER = new Object();

    private final ClassFilter filter;
    private final ConcurrentHashMap<LoaderKey, Map<String, Code>> classes = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> goneLoaders = new ReferenceQueue<>();

    /** The classes of the JDK that no transformation has shown. */
    private final Map<Class<?>, Code> unseen = new WeakHashMap<>();

    CallSiteRecorder(ClassFilter filter) {
        this.filter = filter;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] file) {
        boolean masked = Control.mask();
        try {
            if (name != null && isRecorded(filter.decide(loader, name, domain))) {
                boolean known = redefined == null || Retransformation.isUnderWay();
                put(loader, name, new Code(known ? file : null));
            }
        } finally {
            Control.unmask(masked);
        }
        return null;
    }

    private static boolean isRecorded(ClassFilter.Verdict verdict) {
        return verdict.isOfProgram() || verdict == ClassFilter.Verdict.JDK;
    }

    private void put(@Nullable ClassLoader loader, String name, Code code) {
        for (Object gone = goneLoaders.poll(); gone != null; gone = goneLoaders.poll()) {
            classes.remove(gone);
        }
        LoaderKey key = new LoaderKey(loader, goneLoaders);
        Map<String, Code> ofLoader = classes.get(key);
        if (ofLoader == null) {
            Map<String, Code> created = new ConcurrentHashMap<>();
            ofLoader = classes.putIfAbsent(key, created);
            ofLoader = ofLoader == null ? created : ofLoader;
        }
        ofLoader.put(name, code);
    }

    /** The calls of a class; null if its code is not known. */
    @Nullable
    CallTable tableOf(Class<?> type) {
        String name = type.getName().replace('.', '/');
        Map<String, Code> ofLoader = classes.get(new LoaderKey(type.getClassLoader(), null));
        Code code = ofLoader == null ? null : ofLoader.get(name);
        if (code == null && isOfRuntimeImage(type)) {
            code = unseen.get(type);
            if (code == null) {
                code = new Code(read(type, name));
                unseen.put(type, code);
            }
        }
        return code == null ? null : code.table();
    }

    /** Classes that were loaded before the agent and that it does not rewrite are as the JDK brought them. */
    private static boolean isOfRuntimeImage(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return type.getModule().isNamed()
                && !type.isHidden()
                && (loader == null || loader == ClassLoader.getPlatformClassLoader());
    }

    private static byte @Nullable [] read(Class<?> type, String name) {
        try (InputStream stream = type.getModule().getResourceAsStream(name + ".class")) {
            return stream == null ? null : stream.readAllBytes();
        } catch (IOException e) {
            // A class of unknown code is taken to call whatever stands above it.
            return null;
        }
    }

    /** A loader, which is not kept alive for its classes' sake. */
    private static final class LoaderKey extends WeakReference<Object> {
        private final int hash;

        LoaderKey(@Nullable ClassLoader loader, @Nullable ReferenceQueue<Object> queue) {
            super(loader == null ? BOOT_LOADER : loader, queue);
            hash = System.identityHashCode(loader);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof LoaderKey that && get() != null && get() == that.get());
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** The code of a class, read when it is first asked for. */
    private static final class Code {
        private byte @Nullable [] file;
        private @Nullable CallTable table;

        Code(byte @Nullable [] file) {
            this.file = file;
        }

        @Nullable
        CallTable table() {
            byte[] unread = file;
            if (unread != null) {
                file = null;
                table = CallTable.of(unread);
            }
            return table;
        }
    }
}
