package dev.jcoyote.agent;

import java.lang.instrument.Instrumentation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Opens to a module what the tool needs of the JDK's internals, without command line flags. */
final class ModuleAccess {
    /** Unsafe, for parking and for definitions in the boot loader. */
    private static final String[] EXPORTED = {"jdk.internal.misc"};

    /** The static state that each execution resets, and the fields of threads. */
    private static final String[] OPENED = {
        "java.lang",
        "java.util",
        "java.util.concurrent",
        "java.util.concurrent.atomic",
        "java.util.concurrent.locks",
        "jdk.internal.misc"
    };

    private ModuleAccess() {}

    /** Grants the access. Doing it again changes nothing. */
    static void grant(Instrumentation instrumentation, Module user) {
        Set<Module> users = Set.of(user);
        Map<String, Set<Module>> exported = new HashMap<>();
        for (String name : EXPORTED) {
            exported.put(name, users);
        }
        Map<String, Set<Module>> opened = new HashMap<>();
        for (String name : OPENED) {
            opened.put(name, users);
        }
        instrumentation.redefineModule(Object.class.getModule(), Set.of(), exported, opened, Set.of(), Map.of());
    }

    /** Lets classes of the JDK's base module link to those of another module. */
    static void letJdkRead(Instrumentation instrumentation, Module other) {
        instrumentation.redefineModule(Object.class.getModule(), Set.of(other), Map.of(), Map.of(), Set.of(), Map.of());
    }
}
