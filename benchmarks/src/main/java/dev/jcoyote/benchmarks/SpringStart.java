package dev.jcoyote.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Times the start of a Spring Boot context as a whole process: on the plain JVM, and inside one execution, without
 * a cache and with that of an earlier start. Arguments:
 * {@code jcoyote.jar}, the folder {@code benchmarks/src/spring/target}, the number of turns, the engine, {@code auto} if
 * absent, and the folder of the tool's cache, a new one if absent: it is filled before the measurement.
 */
public final class SpringStart {
    private SpringStart() {}

    /** Runs all. */
    public static void main(String[] args) throws IOException, InterruptedException {
        String jar = args[0];
        Path application = Path.of(args[1], "spring.jar");
        String libraries = Path.of(args[1], "lib") + "/*";
        int turns = args.length > 2 ? Integer.parseInt(args[2]) : 15;
        String engine = args.length > 3 ? args[3] : "auto";
        String cache = args.length > 4
                ? args[4]
                : Files.createTempDirectory("jcoyote-cache").toString();
        Path output = Files.createTempDirectory("jcoyote-benchmark");
        List<String> arguments = List.of(
                application.toString(),
                "--class-path",
                libraries,
                "-m",
                "contextStarts",
                "-i",
                "1",
                "--engine",
                engine,
                "-o",
                output.toString());
        System.out.println(Figures.machine());
        Turns all = new Turns();
        String classPath = application + System.getProperty("path.separator") + libraries;
        all.add("Spring Boot context, plain JVM", () -> ChildProcess.plain(classPath, "com.example.Application"));
        all.add("in an execution, no cache", () -> ChildProcess.jcoyote(jar, cache("off"), arguments));
        all.add("in an execution, warm cache", () -> ChildProcess.jcoyote(jar, cache(cache), arguments));
        all.run(turns);
        Files.delete(output);
    }

    private static List<String> cache(String where) {
        return List.of("-Djcoyote.cache=" + where);
    }
}
