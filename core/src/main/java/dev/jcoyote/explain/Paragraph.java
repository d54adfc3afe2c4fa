package dev.jcoyote.explain;

/** Plain text in lines of at most 80 columns. */
public final class Paragraph {
    static final int WIDTH = 80;

    private Paragraph() {}

    /** The words in lines that are indented by that, the first as well; words that are longer stay whole. */
    public static String of(String indent, String words) {
        StringBuilder text = new StringBuilder();
        int column = 0;
        for (String word : words.strip().split(" +", -1)) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                text.append('\n');
                column = 0;
            }
            String before = column == 0 ? indent : " ";
            text.append(before).append(word);
            column += before.length() + word.length();
        }
        return text.append('\n').toString();
    }

    /** Two parts in one line if they fit, else in two, the second of which is indented more. */
    static String of(String indent, String words, String more) {
        String line = (indent + words + " " + more).stripTrailing();
        if (line.length() <= WIDTH) {
            return line + "\n";
        }
        return of(indent, words) + (more.isEmpty() ? "" : indent + "    " + more + "\n");
    }
}
