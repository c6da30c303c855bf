package org.parallax.cli;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a given width. */
final class Paragraph {
    private Paragraph() {}

    /** Breaks at spaces only; a word that is longer than a line gets one of its own. Existing line breaks stay. */
    static List<String> wrap(String text, int width, String indent) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder(indent);
            int used = indent.length();
            for (String word : paragraph.strip().split(" +")) {
                int length = Style.width(word);
                if (used > indent.length() && used + 1 + length > width) {
                    lines.add(line.toString());
                    line = new StringBuilder(indent);
                    used = indent.length();
                }
                if (used > indent.length()) {
                    line.append(' ');
                    used++;
                }
                line.append(word);
                used += length;
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
