package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
    private static final String GREETER = """
            lib/Greeter.java
            package lib;
            public class Greeter { public static String greet() { return "hello"; } }
            """;
    private static final String APP = """
            app/App.java
            package app;
            public class App implements java.util.function.Supplier<String> {
                public String get() { return lib.Greeter.greet(); }
                public void test() {}
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aManifestsClassPathIsFollowed() throws Exception {
        Path lib = Programs.compile(folder, List.of(), GREETER);
        Path app = Programs.compile(folder, List.of(lib), APP);
        Programs.jar(folder.resolve("greeter.jar"), Programs.entries("", lib));
        Path jar = Programs.jar(
                folder.resolve("app.jar"), Programs.entries("", app), "Class-Path", "greeter.jar missing.jar");

        assertThat(callApp(jar, null)).isEqualTo("hello");
    }

    @Test
    void furtherClassesComeFromTheClassPath() throws Exception {
        Path lib = Programs.compile(folder, List.of(), GREETER);
        Path app = Programs.compile(folder, List.of(lib), APP);
        Path jars = Files.createDirectory(folder.resolve("jars"));
        Programs.jar(jars.resolve("greeter.jar"), Programs.entries("", lib));

        assertThat(callApp(app, lib.toString())).isEqualTo("hello");
        assertThat(callApp(app, jars + "/*")).isEqualTo("hello");
    }

    @Test
    void aDirectoryOfJarsIsAProgram() throws Exception {
        Path lib = Programs.compile(folder, List.of(), GREETER);
        Path app = Programs.compile(folder, List.of(lib), APP);
        Path jars = Files.createDirectory(folder.resolve("jars"));
        Programs.jar(jars.resolve("app.jar"), Programs.entries("", app));
        Programs.jar(jars.resolve("greeter.jar"), Programs.entries("", lib));

        assertThat(callApp(jars, null)).isEqualTo("hello");
    }

    @Test
    void aMultiReleaseJarGivesTheClassOfThisRelease() throws Exception {
        Path lib = Programs.compile(folder, List.of(), GREETER);
        Path newer = Programs.compile(folder, List.of(), GREETER.replace("hello", "newer"));
        Path app = Programs.compile(folder, List.of(lib), APP);
        List<Programs.Entry> entries = new ArrayList<>(Programs.entries("", app));
        entries.addAll(Programs.entries("", lib));
        entries.addAll(Programs.entries("META-INF/versions/11/", newer));
        Path jar = Programs.jar(folder.resolve("app.jar"), entries, "Multi-Release", "true");

        assertThat(callApp(jar, null)).isEqualTo("newer");
    }

    @Test
    void aSpringBootJarIsUnpackedAndDeletedAtTheEnd() throws Exception {
        assertThat(callApp(bootJar("BOOT-INF/"), null)).isEqualTo("hello");
        assertThat(callApp(bootJar("WEB-INF/"), null)).isEqualTo("hello");

        Path root;
        try (Program program = Program.open(bootJar("BOOT-INF/").toString(), null)) {
            root = program.roots().get(0);
            assertThat(root).isDirectory();
            assertThat(new MethodFinder(program).find("test").testName()).isEqualTo("app.App.test");
        }
        assertThat(root.getParent()).doesNotExist();
    }

    @Test
    void aBootJarCannotWriteOutsideItsFolder() throws Exception {
        Path jar = Programs.jar(
                folder.resolve("evil.jar"),
                List.of(
                        Programs.Entry.text("BOOT-INF/classes/ok.txt", ""),
                        Programs.Entry.text("BOOT-INF/lib/", ""),
                        Programs.Entry.text("BOOT-INF/classes/../../../../evil.txt", "")));

        assertThatThrownBy(() -> Program.open(jar.toString(), null))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("points out of the jar");
    }

    @Test
    void wrongProgramsAreRefusedWithTheNextStep() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar");

        assertThatThrownBy(() -> Program.open("missing.jar", null))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("There is no missing.jar.")
                .hasMessageContaining("Build the program first");
        assertThatThrownBy(() -> Program.open(empty.toString(), null))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no classes and no jars");
        assertThatThrownBy(() -> Program.open(text.toString(), null))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("as a jar");
        assertThatThrownBy(() -> Program.open(empty.toString(), "missing"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--classpath");
    }

    private Path bootJar(String root) throws IOException {
        Path lib = Programs.compile(folder, List.of(), GREETER);
        Path app = Programs.compile(folder, List.of(lib), APP);
        Path inner = Programs.jar(folder.resolve("greeter-inner.jar"), Programs.entries("", lib));
        List<Programs.Entry> entries = new ArrayList<>();
        entries.add(new Programs.Entry(root + "classes/", new byte[0]));
        entries.addAll(Programs.entries(root + "classes/", app));
        entries.add(new Programs.Entry(root + "lib/greeter.jar", Files.readAllBytes(inner)));
        return Programs.jar(folder.resolve("boot.jar"), entries);
    }

    private static Object callApp(Path path, String classPath) throws Exception {
        try (Program program = Program.open(path.toString(), classPath)) {
            Object app = program.newLoader()
                    .loadClass("app.App")
                    .getDeclaredConstructor()
                    .newInstance();
            return ((java.util.function.Supplier<?>) app).get();
        }
    }
}
