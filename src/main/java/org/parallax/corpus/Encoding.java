package org.parallax.corpus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells text that was read in a wrong encoding. */
final class Encoding {
    /** Damaged characters that any text may have: one lost letter is no reason to lose an article. */
    private static final int FORGIVEN = 2;

    private static final int ONE_IN = 50;

    // What a UTF-8 byte pair looks like once read as Windows-1252 or Latin-1 ("Ã©", "â€™", "Ð¿Ñ€"), or as Windows-1251
    // ("СЂ", "Рµ"). The letters that Ukrainian has there (і, ї, є, ґ, ё) stand in real words after Р and С: left out.
    private static final Pattern MOJIBAKE =
            Pattern.compile("[ÂÃÐÑ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00BFœž˜™¦¢“”]?"
                    + "|[РС][\u0080-\u009F\u00A0¤¦§©¬\u00AD®°±µ¶·ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈ№јЅѕ]");

    private Encoding() {}

    /** Whether more than one in fifty characters are damaged: U+FFFD, control characters, or mojibake. */
    static boolean broken(String text) {
        long damaged = damaged(text);
        return damaged > FORGIVEN && damaged * ONE_IN > text.length();
    }

    static long damaged(String text) {
        long damaged = text.chars().filter(Encoding::lost).count();
        Matcher mojibake = MOJIBAKE.matcher(text);
        while (mojibake.find()) {
            damaged += mojibake.end() - mojibake.start();
        }
        return damaged;
    }

    private static boolean lost(int c) {
        return c == '\uFFFD' || (Character.isISOControl(c) && !Character.isWhitespace(c) && c != '\u0085');
    }
}
