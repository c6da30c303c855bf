package org.parallax.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words in a row as configuration writes them for contexts and exclusions: whole words in any case; {@code accus*} stands
 * for all words that begin so, {@code *ed} for all that end so, {@code said|says} for either word.
 *
 * @param capitals whether a word that configuration writes with a capital wants one in the text: "Russia Today" is an
 *     outlet, "Russia today" is not
 */
record Phrase(List<Word> words, Capitals capitals) {
    private static final String LETTERS = "\\*?[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_]*\\*?";
    private static final Pattern WORD = Pattern.compile(LETTERS + "(?:\\|" + LETTERS + ")*|\\S");

    static Phrase of(String text, Capitals capitals) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(Word.of(word.group()));
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException(
                    "a context or exclusion of a name must have a word in it: \"" + text + "\"");
        }
        return new Phrase(words, capitals);
    }

    int length() {
        return words.size();
    }

    boolean isAt(List<Token> tokens, int at) {
        if (at < 0 || at + words.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).matches(tokens.get(at + i), capitals)) {
                return false;
            }
        }
        return true;
    }

    boolean isIn(List<Token> tokens) {
        for (int at = 0; at + words.size() <= tokens.size(); at++) {
            if (isAt(tokens, at)) {
                return true;
            }
        }
        return false;
    }

    /** One word of a phrase: any of its alternatives. */
    record Word(List<Alternative> alternatives) {
        static Word of(String written) {
            if (written.equals("|")) {
                return new Word(List.of(Alternative.of(written)));
            }
            return new Word(
                    Arrays.stream(written.split("\\|")).map(Alternative::of).toList());
        }

        boolean matches(Token token, Capitals capitals) {
            for (Alternative alternative : alternatives) {
                if (alternative.matches(token.key())
                        && (capitals == Capitals.ANY || !alternative.capitalised() || token.capitalised())) {
                    return true;
                }
            }
            return false;
        }
    }

    /** What a word is, begins with or ends with. */
    record Alternative(String key, Match match, boolean capitalised) {
        static Alternative of(String written) {
            boolean capitalised = Character.isUpperCase(written.codePointAt(0));
            if (written.length() > 1 && written.endsWith("*")) {
                String beginning = written.substring(0, written.length() - 1);
                return new Alternative(Token.fold(beginning), Match.BEGINS, capitalised);
            }
            if (written.length() > 1 && written.startsWith("*")) {
                return new Alternative(Token.fold(written.substring(1)), Match.ENDS, capitalised);
            }
            return new Alternative(Token.fold(written), Match.IS, capitalised);
        }

        boolean matches(String word) {
            return switch (match) {
                case IS -> word.equals(key);
                case BEGINS -> word.startsWith(key);
                case ENDS -> word.endsWith(key);
            };
        }
    }

    /** How a configured word stands for words of a text. */
    enum Match {
        IS,
        BEGINS,
        ENDS
    }

    /** What a capital in configuration asks of the text. */
    enum Capitals {
        ANY,
        KEPT
    }
}
