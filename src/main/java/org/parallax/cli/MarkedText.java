package org.parallax.cli;

import java.util.List;

/** A text with its mentions marked: {@code [Moscow=Russia|reported:Lavrov|-0.83]}. */
final class MarkedText {
    private MarkedText() {}

    /** @param mentions those of this text, in its order */
    static String of(String text, List<Mention> mentions, Style style) {
        StringBuilder marked = new StringBuilder();
        int[] points = text.codePoints().toArray();
        int at = 0;
        for (Mention mention : mentions) {
            if (mention.begin() < at) {
                continue;
            }
            marked.append(new String(points, at, mention.begin() - at));
            String surface = new String(points, mention.begin(), mention.end() - mention.begin());
            marked.append(mark(surface, mention, style));
            at = mention.end();
        }
        return marked.append(new String(points, at, points.length - at)).toString();
    }

    /** The words of a stretch, on one line. */
    static String stretch(String text, int begin, int end) {
        return text.substring(text.offsetByCodePoints(0, begin), text.offsetByCodePoints(0, end))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String mark(String surface, Mention mention, Style style) {
        String name = surface.equals(mention.targetName()) ? surface : surface + "=" + mention.targetName();
        Double score = mention.score();
        String value = score == null ? "-" : Numbers.signed(score);
        String words = "[" + name + "|" + mention.voiceOf() + "|" + value + "]";
        StringBuilder styled = new StringBuilder();
        // Word by word, so that wrapping never cuts a colour.
        for (String word : words.split(" ")) {
            styled.append(styled.isEmpty() ? "" : " ").append(style.side(mention.stance(), word));
        }
        return styled.toString();
    }
}
