package org.parallax.corpus;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Codes of countries and languages, brought to the two-letter form of ISO 3166-1 and ISO 639-1. */
final class Codes {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Map<String, String> COUNTRIES_BY_THREE = new HashMap<>();
    private static final Map<String, String> LANGUAGES_BY_THREE = new HashMap<>();
    // UK and EL are reserved for, and written by, those who mean GB and GR; XK is in general use for Kosovo.
    private static final Map<String, String> OTHER_COUNTRIES = Map.of("UK", "GB", "EL", "GR", "XK", "XK");
    // Codes that the standard withdrew, and that Java still lists.
    private static final Map<String, String> OLD_LANGUAGES = Map.of("iw", "he", "in", "id", "ji", "yi");

    static {
        for (String country : Locale.getISOCountries()) {
            COUNTRIES_BY_THREE.put(new Locale("", country).getISO3Country(), country);
        }
        for (String language : Locale.getISOLanguages()) {
            LANGUAGES_BY_THREE.put(
                    new Locale(language).getISO3Language(), OLD_LANGUAGES.getOrDefault(language, language));
        }
    }

    private Codes() {}

    /** The country's two capital letters for two or three letters in any case; null for what is no code. */
    static @Nullable String country(String given) {
        String code = given.strip().toUpperCase(Locale.ROOT);
        if (OTHER_COUNTRIES.containsKey(code)) {
            return OTHER_COUNTRIES.get(code);
        }
        return COUNTRIES.contains(code) ? code : COUNTRIES_BY_THREE.get(code);
    }

    /** The language's two small letters for a code of two or three letters, also with a region (en-GB); else null. */
    static @Nullable String language(String given) {
        String code = given.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        if (OLD_LANGUAGES.containsKey(code)) {
            return OLD_LANGUAGES.get(code);
        }
        return LANGUAGES.contains(code) ? code : LANGUAGES_BY_THREE.get(code);
    }
}
