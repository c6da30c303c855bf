package org.parallax.stance;

import java.text.Normalizer;

/**
 * Splits text into the words that the encoder's word pieces are made from, as its reference tokeniser does (Devlin et al.,
 * NAACL 2019): lower case without accents, each punctuation mark and each CJK sign a word of its own.
 *
 * <p>Spark NLP keeps only the first of these words of each of its tokens, so that "state-owned" would be read as "state".
 * Given words that are already apart it has nothing to lose, and its word pieces equal the reference's.
 */
final class Words {
    /** The reference reads longer words as one unknown piece. */
    private static final int LONGEST_WORD = 100;

    /** No vocabulary holds this sign of the private use area: it is read as the unknown piece. */
    private static final String UNKNOWN = "\uE000";

    private Words() {}

    /** The words of the text, joined by single spaces. */
    static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isSpace(c)) {
                clean.append(' ');
            } else if (isIdeograph(c)) {
                clean.append(' ').appendCodePoint(c).append(' ');
            } else if (!isDropped(c)) {
                clean.appendCodePoint(c);
            }
        });
        StringBuilder words = new StringBuilder(clean.length() + 16);
        StringBuilder word = new StringBuilder();
        Normalizer.normalize(clean, Normalizer.Form.NFD).codePoints().forEach(c -> {
            if (c == ' ') {
                flush(word, words);
            } else if (isPunctuation(c)) {
                flush(word, words);
                flush(word.appendCodePoint(c), words);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                word.appendCodePoint(Character.toLowerCase(c));
            }
        });
        flush(word, words);
        return words.toString();
    }

    private static void flush(StringBuilder word, StringBuilder words) {
        if (word.isEmpty()) {
            return;
        }
        if (!words.isEmpty()) {
            words.append(' ');
        }
        words.append(word.codePointCount(0, word.length()) > LONGEST_WORD ? UNKNOWN : word);
        word.setLength(0);
    }

    /** White space by Unicode's property, which unlike Java's includes the no-break spaces. */
    static boolean isSpace(int c) {
        return (Character.isWhitespace(c) && (c < 0x1C || c > 0x1F)) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static boolean isDropped(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> c == 0xFFFD;
        };
    }

    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
        };
    }

    private static boolean isIdeograph(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x20000 && c <= 0x2CEAF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }
}
