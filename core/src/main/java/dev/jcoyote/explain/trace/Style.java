package dev.jcoyote.explain.trace;

import java.nio.charset.Charset;

/**
 * How a trace is set.
 *
 * @param width how many characters a line may have
 * @param ascii whether it has to do without characters that not every console has
 * @param full whether all steps are told, those that matter to one thread alone as well
 * @param mostLines how many lines there may be if not all is told
 */
public record Style(int width, boolean ascii, boolean full, int mostLines) {
    /** What fits anywhere. */
    public static final Style USUAL = new Style(80, false, false, 40);

    private static final String SIGNS = "─→◄…";

    private static final int LEAST_WIDTH = 60;

    /** At least as wide as a line must be. */
    public Style {
        width = Math.max(width, LEAST_WIDTH);
    }

    /** The same for a console of that width, if that is more. */
    public Style wide(int characters) {
        return new Style(Math.max(width, characters), ascii, full, mostLines);
    }

    /** The same with so many characters less on a line. */
    Style narrower(int characters) {
        return new Style(width - characters, ascii, full, mostLines);
    }

    /** The same in ASCII. */
    public Style inAscii() {
        return new Style(width, true, full, mostLines);
    }

    /** The same with all steps. */
    public Style all() {
        return new Style(width, ascii, true, mostLines);
    }

    /** The text in characters that a console of that charset has. */
    public static String fit(String text, Charset charset) {
        return charset.newEncoder().canEncode(SIGNS) ? text : inAscii(text);
    }

    /** The text in characters that the console has. */
    String set(String text) {
        return ascii ? inAscii(text) : text;
    }

    private static String inAscii(String text) {
        return text.replace("─", "-").replace("→", "->").replace("◄", "<-").replace("…", "...");
    }
}
