package org.parallax.mention;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or a sign of punctuation in a text. An apostrophe and a hyphen stand alone, so that "NATO's" and "Russian-led"
 * begin with the word that names.
 *
 * @param text as written
 * @param key what it is compared by: lower case, without diacritics, ё as е, one kind of apostrophe and hyphen
 */
record Token(int begin, int end, String text, String key) {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_]*|[^\\s\\h\\v\\uFEFF]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

    /** The tokens of one stretch, with offsets into the whole text. */
    static List<Token> in(String text, Span span) {
        List<Token> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text).region(span.begin(), span.end());
        while (token.find()) {
            tokens.add(new Token(token.start(), token.end(), token.group(), fold(token.group())));
        }
        return tokens;
    }

    /** All tokens of a configured name. */
    static List<Token> in(String text) {
        return in(text, new Span(0, text.length()));
    }

    static String fold(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 0x80)) {
            return lower;
        }
        if (isCyrillic(lower)) {
            // й and ё are letters, a stress mark is not.
            String composed = Normalizer.normalize(lower, Normalizer.Form.NFC);
            return MARKS.matcher(composed).replaceAll("").replace('ё', 'е');
        }
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('ł', 'l')
                .replace('ı', 'i')
                .replace('ø', 'o')
                .replace('đ', 'd')
                .replaceAll("[’‘ʼ`]", "'")
                .replaceAll("[‐‑–]", "-");
    }

    static boolean isCyrillic(String word) {
        return CYRILLIC.matcher(word).find();
    }

    boolean capitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    /** Two capital letters or more and no small one. */
    boolean allCapitals() {
        return text.codePoints().filter(Character::isUpperCase).count() > 1
                && text.codePoints().noneMatch(Character::isLowerCase);
    }
}
