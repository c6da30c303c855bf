package org.parallax.config;

import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the names of a target or an actor: {@code aliases} that always count and {@code contextual} ones. */
final class AliasReader {
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final String TEXTS = "must be a list of names, such as [\"NATO\", \"North Atlantic Alliance\"]";
    private static final String CONTEXTUAL =
            "must be a list of { text = \"the Alliance\", near = [\"NATO\", \"allies\"] }";

    /** A name with the value that stated it, for the checks across entries. */
    record Stated(Alias alias, ConfigValue value, String key) {}

    private AliasReader() {}

    static List<Stated> read(Section entry) {
        List<Stated> names = new ArrayList<>();
        Section plain = entry.section("aliases");
        for (String language : languages(plain)) {
            for (ConfigValue text : plain.items(language, TEXTS)) {
                names.add(new Stated(new Alias(string(text), language, List.of()), text, plain.key(language)));
            }
        }
        plain.end();
        Section contextual = entry.section("contextual");
        for (String language : languages(contextual)) {
            for (ConfigValue item : contextual.list(language, CONTEXTUAL)) {
                Section name = contextual.item(language, item, CONTEXTUAL);
                if (name != null) {
                    Alias alias = new Alias(
                            name.text("text", "must be the name as written"),
                            language,
                            name.texts("near", "must list words of which one makes the name count"));
                    name.end();
                    names.add(new Stated(alias, item, contextual.key(language)));
                }
            }
        }
        contextual.end();
        if (names.isEmpty()) {
            entry.badSelf("states no name: add aliases { en = [\"...\"] }");
        }
        return once(names, entry);
    }

    static boolean isLanguage(String code) {
        return LANGUAGES.contains(code);
    }

    private static List<String> languages(Section byLanguage) {
        List<String> good = new ArrayList<>();
        for (String language : byLanguage.names()) {
            ConfigValue value = byLanguage.value(language);
            if (isLanguage(language)) {
                good.add(language);
            } else if (value != null) {
                byLanguage.bad(value, language, "must be under an ISO 639-1 language code such as en or ru");
            }
        }
        return good;
    }

    private static List<Stated> once(List<Stated> names, Section entry) {
        Set<String> seen = new HashSet<>();
        for (Stated name : names) {
            if (!seen.add(name.alias.language() + " " + name.alias.text())) {
                entry.problems().bad(name.value, name.key, "states a name of this entry twice");
            }
        }
        return names;
    }

    private static String string(ConfigValue value) {
        return String.valueOf(value.unwrapped());
    }
}
