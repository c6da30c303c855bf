package org.parallax.cli;

import java.util.regex.Pattern;

/** How words stand out: by colour, or not at all. */
enum Style {
    COLOURED,
    PLAIN;

    private static final Pattern ESCAPE = Pattern.compile("\u001b\\[[0-9;]*m");

    String bold(String text) {
        return with("1", text);
    }

    String faint(String text) {
        return with("2", text);
    }

    /** Green for what is favourable, red for what is unfavourable, yellow between, faint where there is no score. */
    String side(String stance, String text) {
        return switch (stance) {
            case "favourable", "positive" -> with("32", text);
            case "unfavourable", "negative" -> with("31", text);
            case "neutral" -> with("33", text);
            default -> faint(text);
        };
    }

    /** Characters that a terminal shows. */
    static int width(String text) {
        String shown = ESCAPE.matcher(text).replaceAll("");
        return shown.codePointCount(0, shown.length());
    }

    private String with(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
