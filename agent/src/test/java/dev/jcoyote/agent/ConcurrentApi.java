package dev.jcoyote.agent;

import dev.jcoyote.agent.Coverage.How;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** The public types of the running JDK that have to do with concurrency, and what the agent does with calls of them. */
final class ConcurrentApi {
    private static final List<String> PACKAGES =
            List.of("java/util/concurrent", "java/util/concurrent/atomic", "java/util/concurrent/locks");

    /** Types of other packages, by the names of what they and their members begin with. */
    private static final List<String> OTHERS = List.of(
            "java.lang.Thread",
            "java.lang.ThreadGroup",
            "java.lang.ThreadLocal",
            "java.lang.InheritableThreadLocal",
            "java.lang.Object",
            "java.lang.ScopedValue",
            "java.lang.Process",
            "java.lang.ProcessHandle",
            "java.lang.invoke.VarHandle",
            "java.util.Timer",
            "java.util.TimerTask");

    private static final Set<String> MONITOR_METHODS = Set.of("wait", "notify", "notifyAll");

    /** Members of those types that have nothing to do with it. */
    private static final Set<String> LEFT_OUT = Set.of(
            "java.lang.ProcessHandle$Info",
            "java.lang.invoke.VarHandle$AccessMode",
            "java.lang.invoke.VarHandle$VarHandleDesc");

    private ConcurrentApi() {}

    /** The types; no exceptions. */
    static List<Class<?>> types() throws IOException {
        List<Class<?>> types = new ArrayList<>();
        for (String packageName : PACKAGES) {
            Path folder = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base/" + packageName);
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                        .map(file -> packageName.replace('/', '.') + "." + file.substring(0, file.length() - 6))
                        .map(ConcurrentApi::find)
                        .filter(type -> type != null && isPublic(type))
                        .forEach(types::add);
            }
        }
        OTHERS.forEach(name -> addWithMembers(find(name), types));
        return types;
    }

    private static void addWithMembers(@Nullable Class<?> type, List<Class<?>> types) {
        if (type != null && isPublic(type) && !LEFT_OUT.contains(type.getName())) {
            types.add(type);
            for (Class<?> member : type.getDeclaredClasses()) {
                addWithMembers(member, types);
            }
        }
    }

    private static @Nullable Class<?> find(String name) {
        try {
            return Class.forName(name, false, null);
        } catch (ClassNotFoundException e) {
            return null; // this JDK does not have it
        }
    }

    private static boolean isPublic(Class<?> type) {
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            if (!Modifier.isPublic(outer.getModifiers()) || outer.isAnonymousClass()) {
                return false;
            }
        }
        return !Throwable.class.isAssignableFrom(type);
    }

    /** The names of the public methods that a type declares. */
    static Set<String> methods(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (Method method : type.getDeclaredMethods()) {
            if (isCovered(type, method)) {
                names.add(method.getName());
            }
        }
        return names;
    }

    private static boolean isCovered(Class<?> type, Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !method.isSynthetic()
                && (type != Object.class || MONITOR_METHODS.contains(method.getName()));
    }

    /** What the agent does with calls of the methods of that name in a program's class; nothing is {@link How#PLAIN}. */
    static How atTheCall(Class<?> type, String name) {
        How strongest = How.PLAIN;
        for (Method method : type.getDeclaredMethods()) {
            if (isCovered(type, method) && method.getName().equals(name)) {
                How how = atTheCall(type, method);
                strongest = how.compareTo(strongest) < 0 ? how : strongest;
            }
        }
        return strongest;
    }

    private static How atTheCall(Class<?> type, Method method) {
        int virtual = type.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        int opcode = Modifier.isStatic(method.getModifiers()) ? Opcodes.INVOKESTATIC : virtual;
        CallAction action = CallRules.forApplication()
                .actionFor(Call.of(
                        opcode, Type.getInternalName(type), method.getName(), Type.getMethodDescriptor(method)));
        if (action == null || action.isFence()) {
            return How.PLAIN;
        }
        if (action.hook() == Hook.EXTERNAL) {
            return How.EXTERNAL;
        }
        if (action.isPoint()) {
            return How.POINT;
        }
        return action.kind() == null ? How.VALUE : How.WAIT;
    }
}
