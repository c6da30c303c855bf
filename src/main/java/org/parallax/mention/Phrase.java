package org.parallax.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words in a row as configuration writes them for contexts and exclusions: whole words in any case; {@code accus*} stands
 * for all words that begin so, {@code *ed} for all that end so.
 */
record Phrase(List<Word> words) {
    private static final Pattern WORD = Pattern.compile("\\*?[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_]*\\*?|\\S");

    static Phrase of(String text) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(Word.of(word.group()));
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException(
                    "a context or exclusion of a name must have a word in it: \"" + text + "\"");
        }
        return new Phrase(words);
    }

    int length() {
        return words.size();
    }

    boolean isAt(List<Token> tokens, int at) {
        if (at < 0 || at + words.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).matches(tokens.get(at + i).key())) {
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

    /** One word: what it begins with, ends with or is. */
    record Word(String key, Match match) {
        static Word of(String written) {
            if (written.length() > 1 && written.endsWith("*")) {
                return new Word(Token.fold(written.substring(0, written.length() - 1)), Match.BEGINS);
            }
            if (written.length() > 1 && written.startsWith("*")) {
                return new Word(Token.fold(written.substring(1)), Match.ENDS);
            }
            return new Word(Token.fold(written), Match.IS);
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
}
