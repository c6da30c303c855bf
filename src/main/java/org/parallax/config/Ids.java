package org.parallax.config;

import com.typesafe.config.ConfigValue;
import java.util.regex.Pattern;

/** Ids of targets and actors: they stand in tables, file names and queries. */
final class Ids {
    private static final Pattern ID = Pattern.compile("[a-z0-9_]+");

    private Ids() {}

    static void check(Section entries, String id) {
        ConfigValue value = entries.value(id);
        if (value != null && !ID.matcher(id).matches()) {
            entries.bad(value, id, "an id holds only a to z, 0 to 9 and _");
        }
    }
}
