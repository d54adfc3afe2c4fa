package dev.jcoyote.schedule;

/** A text is not a schedule that can be read. The message tells the file, the line, the reason and what to do next. */
public final class ScheduleFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;

    /** Creates the exception; a line below 1 stands for the file as a whole. */
    ScheduleFormatException(String file, int line, String reason) {
        super(file + (line < 1 ? " " : ", line " + line + ": ") + reason);
        this.file = file;
        this.line = line;
    }

    /** The file's name, as the reader was given it. */
    public String file() {
        return file;
    }

    /** The number of the line, from 1; 0 if the file as a whole is wrong. */
    public int line() {
        return line;
    }
}
