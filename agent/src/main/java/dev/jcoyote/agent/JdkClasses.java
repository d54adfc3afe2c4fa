package dev.jcoyote.agent;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** Which classes of the JDK are rewritten, and for what. */
final class JdkClasses {
    /** Classes that only read the clock, draw random bytes, or name temporary files. */
    private static final Set<String> VALUES = new HashSet<>(Arrays.asList(
            "java/nio/file/TempFileHelper",
            "java/util/Date",
            "java/util/Calendar",
            "java/util/GregorianCalendar",
            "java/security/SecureRandom"));

    /** Classes that call the program back inside a monitor, or whose monitors programs use. */
    private static final Set<String> BLOCKING = new HashSet<>(Arrays.asList(
            "java/lang/StringBuffer",
            "java/lang/ThreadGroup",
            "java/lang/Process",
            "java/lang/ProcessImpl",
            "java/lang/ref/ReferenceQueue",
            "java/util/Hashtable",
            "java/util/Vector",
            "java/util/Stack",
            "java/util/Properties",
            "java/util/Observable",
            "java/util/ListResourceBundle",
            "java/util/ResourceBundle",
            "java/util/TaskQueue",
            "sun/nio/cs/StreamEncoder",
            "sun/nio/cs/StreamDecoder"));

    /** Classes that ask objects for their hash codes, without those of {@code java.util.concurrent}. */
    private static final Set<String> HASHES = new HashSet<>(Arrays.asList(
            Names.OBJECT,
            "java/lang/invoke/MethodType",
            "java/util/AbstractList",
            "java/util/AbstractMap$SimpleEntry",
            "java/util/AbstractMap$SimpleImmutableEntry",
            "java/util/AbstractSet",
            "java/util/ArrayList",
            "java/util/Arrays",
            "java/util/Collections$CopiesList",
            "java/util/EnumMap",
            "java/util/Formatter$FormatSpecifier",
            "java/util/HashMap",
            "java/util/HashMap$TreeNode",
            "java/util/IdentityHashMap",
            "java/util/IdentityHashMap$EntryIterator$Entry",
            "java/util/IdentityHashMap$KeySet",
            "java/util/ImmutableCollections$Map1",
            "java/util/ImmutableCollections$MapN",
            "java/util/ImmutableCollections$Set12",
            "java/util/ImmutableCollections$SetN",
            "java/util/KeyValueHolder",
            "java/util/Objects",
            "java/util/TreeMap$Entry",
            "java/util/WeakHashMap"));
    /** Classes that call others of their kind inside their monitors. */
    private static final Set<String> NESTED = new HashSet<>(Arrays.asList(
            "java/lang/StringBuffer",
            "java/util/Hashtable",
            "java/util/Vector",
            "java/util/Stack",
            "java/util/Properties"));

    /** Classes without monitors that call the collections they are given, which may have some. */
    private static final Set<String> CALLING = new HashSet<>(Arrays.asList(
            "java/util/AbstractCollection",
            "java/util/AbstractList",
            "java/util/AbstractMap",
            "java/util/AbstractSet",
            "java/util/ArrayDeque",
            "java/util/ArrayList",
            "java/util/Collections",
            "java/util/HashMap",
            "java/util/LinkedList",
            "java/util/TreeMap"));

    private JdkClasses() {}

    /**
     * What is rewritten in a class; empty for most.
     *
     * @param name the internal name
     * @param thread whether it is Thread or a subclass
     */
    static Set<JdkFeature> features(String name, boolean thread) {
        Set<JdkFeature> features = EnumSet.noneOf(JdkFeature.class);
        if (thread) {
            features.add(JdkFeature.BODY);
        }
        if (HASHES.contains(name)) {
            features.add(JdkFeature.HASHES);
        }
        if (BLOCKING.contains(enclosing(name)) || name.startsWith("java/io/")) {
            features.add(JdkFeature.BLOCKING);
            if (NESTED.contains(enclosing(name))) {
                features.add(JdkFeature.NESTED);
            }
        } else if (VALUES.contains(name) || name.startsWith("java/time/Clock")) {
            features.add(JdkFeature.VALUES);
        } else if (isGenerator(name)) {
            features.add(JdkFeature.SEEDS);
        } else if (name.startsWith("java/util/")) {
            addOfUtil(name, features);
        } else if (name.equals(Names.THREAD)) {
            features.add(JdkFeature.THREAD);
        } else if (name.equals("java/lang/ThreadBuilders")) {
            features.add(JdkFeature.VIRTUAL_THREADS);
        } else if (name.equals("java/lang/Runtime")) {
            features.add(JdkFeature.EXIT);
        } else if (LinkingMethods.isIn(name)) {
            features.add(JdkFeature.LINKING);
        }
        if (NativeWaitMethods.areIn(name)) {
            features.add(JdkFeature.OUTSIDE);
        }
        return features;
    }

    private static void addOfUtil(String name, Set<JdkFeature> features) {
        if (name.startsWith(Names.CONCURRENT)) {
            addOfConcurrent(name, features);
        } else if (name.equals("java/util/Random")) {
            features.add(JdkFeature.SEEDS);
            features.add(JdkFeature.BLOCKING);
        } else if (name.startsWith("java/util/ImmutableCollections")) {
            features.add(JdkFeature.ORDER);
        } else if (name.startsWith("java/util/Collections$Synchronized")) {
            features.add(JdkFeature.BLOCKING);
            features.add(JdkFeature.NESTED);
        } else if (CALLING.contains(name) || name.startsWith("java/util/Collections$Unmodifiable")) {
            features.add(JdkFeature.NESTED);
        } else if (name.startsWith("java/util/Timer")
                || name.startsWith("java/util/logging/")
                || name.startsWith("java/util/prefs/")) {
            features.add(JdkFeature.BLOCKING);
        }
    }

    private static void addOfConcurrent(String name, Set<JdkFeature> features) {
        if (name.equals(Names.LOCK_SUPPORT)) {
            features.add(JdkFeature.LOCK_SUPPORT);
        } else if (!name.startsWith("java/util/concurrent/atomic/")
                // It reads the clock for a seed, which each execution sets anyway.
                && !name.startsWith("java/util/concurrent/ThreadLocalRandom")) {
            features.add(JdkFeature.BLOCKING);
            features.add(JdkFeature.POOLS);
            features.add(JdkFeature.CARRIER);
            if (!name.startsWith("java/util/concurrent/TimeUnit")) {
                features.add(JdkFeature.ORDERED);
            }
        } else if (name.equals("java/util/concurrent/ThreadLocalRandom")) {
            features.add(JdkFeature.CARRIER);
        }
    }

    /** Whether a class may be a splittable generator, with a seed in a static field. */
    private static boolean isGenerator(String name) {
        return name.equals("java/util/SplittableRandom")
                || name.startsWith("jdk/random/")
                || name.startsWith("jdk/internal/random/");
    }

    private static String enclosing(String name) {
        int end = name.indexOf('$');
        return end < 0 ? name : name.substring(0, end);
    }
}
