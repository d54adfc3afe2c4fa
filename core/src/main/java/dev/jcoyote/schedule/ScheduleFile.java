package dev.jcoyote.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Schedules, and the reports beside them, as files: {@code <name>_<n>.schedule} and {@code <name>_<n>.txt}.
 *
 * <p>What goes wrong is an {@link UncheckedIOException} whose message tells the path, the cause and what to do next.
 */
public final class ScheduleFile {
    /** How the names of schedules end. */
    public static final String EXTENSION = ".schedule";

    /** What the names of schedules that were made simpler end with, before the extension. */
    public static final String MINIMIZED = ".min";

    /** How the names of reports end. */
    public static final String REPORT_EXTENSION = ".txt";

    /** No schedule comes near it: a larger file is something else. */
    private static final long LARGEST = 512L << 20;

    private ScheduleFile() {}

    /** A name without what file systems may refuse. */
    public static String safeName(String name) {
        String safe = name.replaceAll("[^\\p{L}\\p{N}_.-]+", "_");
        return safe.isEmpty() ? "test" : safe.substring(0, Math.min(100, safe.length()));
    }

    /** What the names of all files of one failure begin with: the name of that schedule without its endings. */
    public static String stem(Path schedule) {
        String name = String.valueOf(schedule.getFileName());
        String stem = name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
        return stem.endsWith(MINIMIZED) ? stem.substring(0, stem.length() - MINIMIZED.length()) : stem;
    }

    /**
     * Takes the least <i>n</i> from 0 such that the directory has neither {@code <name>_<n>.schedule} nor {@code .txt},
     * by creating the latter: of several JVMs that write into one directory each gets another number.
     */
    public static int takeNumber(Path directory, String name) {
        int number = 0;
        while (exists(directory.resolve(name + "_" + number + EXTENSION))
                || !created(directory.resolve(name + "_" + number + REPORT_EXTENSION))) {
            number++;
        }
        return number;
    }

    /** Creates the file unless there is one. */
    private static boolean created(Path file) {
        try {
            Files.createFile(file);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "Cannot write " + file + ": " + reason(failure) + ". Make room or choose another directory",
                    failure);
        }
    }

    /** Writes the text as UTF-8, replacing a file that is there: a reader sees the old one or all of the new one. */
    public static void write(Path file, String text) {
        Path absolute = file.toAbsolutePath();
        Path temporary = absolute.resolveSibling(
                "." + absolute.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            move(temporary, absolute);
        } catch (IOException failure) {
            delete(temporary, failure);
            throw new UncheckedIOException(
                    "Cannot write " + file + ": " + reason(failure) + ". Make room or choose another directory",
                    failure);
        }
    }

    /**
     * Reads the schedule of a file.
     *
     * @throws ScheduleFormatException if the file has no schedule that can be read
     */
    public static Schedule read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new IOException("it is a directory. Name a " + EXTENSION + " file in it");
            }
            if (Files.size(file) > LARGEST) {
                throw new ScheduleFormatException(file.toString(), 0, "is not a jcoyote schedule: it is too large");
            }
            return ScheduleFormat.read(Files.readString(file), file.toString());
        } catch (CharacterCodingException noText) {
            throw new ScheduleFormatException(
                    file.toString(),
                    0,
                    "is not a jcoyote schedule, or was damaged: it is no UTF-8 text. Name a file that jcoyote wrote");
        } catch (NoSuchFileException missing) {
            throw unreadable(file, "there is no such file. Look for its name in the report of the failure", missing);
        } catch (AccessDeniedException denied) {
            throw unreadable(file, "access is denied. Change the file's permissions", denied);
        } catch (IOException failure) {
            throw unreadable(file, reason(failure), failure);
        }
    }

    /** Makes sure that files can be created in the directory, which is created if it is not there. */
    public static void checkWritable(Path directory) {
        Path absolute = directory.toAbsolutePath();
        Path inTheWay = absolute;
        while (inTheWay.getParent() != null && !exists(inTheWay)) {
            inTheWay = inTheWay.getParent();
        }
        if (!Files.isDirectory(inTheWay)) {
            throw unwritable(directory, inTheWay + " is a file. Remove it, or choose another directory", null);
        }
        Path probe = absolute.resolve(".jcoyote." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.createDirectories(absolute);
            Files.deleteIfExists(probe);
            Files.createFile(probe);
            Files.delete(probe);
        } catch (IOException failure) {
            throw unwritable(
                    directory, reason(failure) + ". Change the permissions, or choose another directory", failure);
        }
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path temporary, IOException failure) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
    }

    private static UncheckedIOException unreadable(Path file, String reason, IOException failure) {
        return new UncheckedIOException("Cannot read the schedule " + file + ": " + reason, failure);
    }

    private static UncheckedIOException unwritable(Path directory, String reason, @Nullable IOException failure) {
        String message = "Cannot write to the directory " + directory + ": " + reason;
        return new UncheckedIOException(message, failure == null ? new IOException(message) : failure);
    }

    /** The cause in words: messages of file system exceptions are often the path alone. */
    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "the directory does not exist";
        }
        if (failure instanceof FileSystemException inFileSystem && inFileSystem.getReason() != null) {
            return inFileSystem.getReason();
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
