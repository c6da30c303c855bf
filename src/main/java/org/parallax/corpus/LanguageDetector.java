package org.parallax.corpus;

import com.github.pemistahl.lingua.api.IsoCode639_1;
import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.parallax.config.ConfigException;

/**
 * Detects the language of a text among those of the settings, with lingua's trigram models. One detector a JVM and
 * list of languages: its models take tens of megabytes, so it is built where and when it is first asked.
 */
final class LanguageDetector {
    /** The language of a text that has none, such as one of digits: ISO 639-2's code for undetermined. */
    static final String UNDETERMINED = "und";

    private static final int READ = 2_000;
    private static final ConcurrentMap<List<String>, com.github.pemistahl.lingua.api.LanguageDetector> BUILT =
            new ConcurrentHashMap<>();

    private LanguageDetector() {}

    /** The text's language by its first 2,000 characters, or {@link #UNDETERMINED}. */
    static String detect(String text, List<String> languages) {
        if (text.codePoints().noneMatch(Character::isLetter) || languages.isEmpty()) {
            return UNDETERMINED;
        }
        if (languages.size() == 1) {
            return languages.get(0);
        }
        Language language = BUILT.computeIfAbsent(languages, LanguageDetector::build)
                .detectLanguageOf(text.length() > READ ? text.substring(0, READ) : text);
        return language == Language.UNKNOWN
                ? UNDETERMINED
                : language.getIsoCode639_1().name().toLowerCase(Locale.ROOT);
    }

    /** Throws when a language cannot be detected, naming those that can. */
    static void demandKnown(List<String> languages) {
        languages.forEach(LanguageDetector::code);
    }

    private static com.github.pemistahl.lingua.api.LanguageDetector build(List<String> languages) {
        return LanguageDetectorBuilder.fromIsoCodes639_1(languages.stream()
                        .map(LanguageDetector::code)
                        .distinct()
                        .toArray(IsoCode639_1[]::new))
                .withLowAccuracyMode()
                .build();
    }

    private static IsoCode639_1 code(String language) {
        return Arrays.stream(IsoCode639_1.values())
                .filter(code -> code != IsoCode639_1.NONE && code.name().equalsIgnoreCase(language))
                .findFirst()
                .orElseThrow(() -> new ConfigException("corpus.languages has \"" + language
                        + "\", which cannot be detected; name codes of ISO 639-1 among "
                        + Arrays.stream(IsoCode639_1.values())
                                .filter(code -> code != IsoCode639_1.NONE)
                                .map(code -> code.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }
}
