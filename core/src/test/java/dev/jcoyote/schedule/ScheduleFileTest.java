package dev.jcoyote.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ScheduleFileTest {
    @TempDir
    private Path directory;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Path file = directory.resolve("a_0.schedule");
        ScheduleFile.write(file, "something longer than what replaces it\n".repeat(1_000));
        ScheduleFile.write(file, ScheduleFormat.write(Schedules.sample()));
        assertThat(ScheduleFile.read(file).decisions())
                .isEqualTo(Schedules.sample().decisions());
        assertThat(names()).containsExactly("a_0.schedule");
    }

    @Test
    void aWriteThatFailsLeavesNothingBehindAndTellsWhy() throws IOException {
        Path file = directory.resolve("a_0.schedule");
        Files.createDirectories(file.resolve("full"));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> ScheduleFile.write(file, "text"))
                .withMessageStartingWith("Cannot write " + file + ": ")
                .withMessageContaining("choose another directory");
        assertThat(names()).containsExactly("a_0.schedule");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> ScheduleFile.write(directory.resolve("none/a"), "text"))
                .withMessageContaining("the directory does not exist");
    }

    @Test
    void theNumberTakenHasNeitherScheduleNorReport() throws IOException {
        assertThat(ScheduleFile.takeNumber(directory, "a")).isZero();
        Files.delete(directory.resolve("a_0.txt"));
        for (String name : List.of("a_0.schedule", "a_1.txt", "a_3.schedule", "b_2.schedule", "a_2.html")) {
            Files.createFile(directory.resolve(name));
        }
        assertThat(ScheduleFile.takeNumber(directory, "a")).isEqualTo(2);
        assertThat(directory.resolve("a_2.txt")).exists();
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> ScheduleFile.takeNumber(directory.resolve("none"), "a"))
                .withMessageContaining("the directory does not exist");
    }

    @Test
    void writersThatTakeNumbersAtTheSameTimeGetDifferentOnes() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(2);
        try {
            Callable<List<Integer>> writer = () -> IntStream.range(0, 200)
                    .mapToObj(i -> ScheduleFile.takeNumber(directory, "a"))
                    .toList();
            List<Integer> numbers = new ArrayList<>();
            for (Future<List<Integer>> taken : writers.invokeAll(List.of(writer, writer), 60, TimeUnit.SECONDS)) {
                numbers.addAll(taken.get());
            }
            assertThat(numbers).doesNotHaveDuplicates().hasSize(400);
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    void aFileThatCannotBeReadIsTold() throws IOException {
        assertUnreadable(directory, "it is a directory. Name a .schedule file in it");
        assertUnreadable(directory.resolve("none"), "there is no such file. Look for");
        Path file = Files.write(directory.resolve("file"), new byte[] {'P', 'K', (byte) 0xff, (byte) 0xfe, 0});
        assertThatExceptionOfType(ScheduleFormatException.class)
                .isThrownBy(() -> ScheduleFile.read(file))
                .withMessage(file + " is not a jcoyote schedule, or was damaged: it is no UTF-8 text."
                        + " Name a file that jcoyote wrote");
        assertUnreadable(file.resolve("below"), "");
    }

    @Test
    void aDirectoryIsCreatedAndLeftEmpty() throws IOException {
        Path deep = directory.resolve("one/two");
        ScheduleFile.checkWritable(deep);
        ScheduleFile.checkWritable(deep);
        assertThat(deep).isEmptyDirectory();
    }

    @Test
    void aFileInTheWayOfADirectoryIsNamed() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        for (Path wanted : List.of(file, file.resolve("below/it"))) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> ScheduleFile.checkWritable(wanted))
                    .withMessage("Cannot write to the directory " + wanted + ": " + file
                            + " is a file. Remove it, or choose another directory");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDirectoryThatCannotBeWrittenIsTold() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> ScheduleFile.checkWritable(Path.of("/proc/self/jcoyote")))
                .withMessageStartingWith("Cannot write to the directory /proc/self/jcoyote: ")
                .withMessageEndingWith(". Change the permissions, or choose another directory");
    }

    private void assertUnreadable(Path file, String reason) {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> ScheduleFile.read(file))
                .withMessageStartingWith("Cannot read the schedule " + file + ": " + reason);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
