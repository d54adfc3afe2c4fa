package dev.jcoyote.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** The words for errors of the file system, whose exceptions say little more than a path. */
final class Failure {
    private Failure() {}

    /** What went wrong, as the end of a sentence. */
    static String describe(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "it is not there.";
        }
        if (e instanceof AccessDeniedException) {
            return "access is denied.";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "there is a file of that name.";
        }
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return (reason == null ? e.getClass().getSimpleName() : reason) + ".";
    }
}
