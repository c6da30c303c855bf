package org.parallax.config;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;

/** Everything wrong with the settings, gathered so that one look mends all of it. */
final class Problems {
    private static final int LONGEST_VALUE = 60;

    private record Unknown(ConfigValue value, String key) {}

    private final List<String> lines = new ArrayList<>();
    private final List<Unknown> unknown = new ArrayList<>();
    private final List<String> knownKeys = new ArrayList<>();

    /** Notes a value that cannot be used and what would be accepted in its place. */
    void bad(ConfigValue value, String key, String accepted) {
        lines.add(Place.of(value.origin()) + ": " + key + " = " + shown(value) + ": " + accepted);
    }

    /** Notes a key that has to be there. */
    void missing(ConfigValue parent, String key, String accepted) {
        lines.add(Place.of(parent.origin()) + ": " + key + " is missing: " + accepted);
    }

    /** Notes a key that means something, so that a misspelt one can be led to it. */
    void known(String key) {
        knownKeys.add(key);
    }

    /** Notes a key that means nothing. */
    void unknown(ConfigValue value, String key) {
        unknown.add(new Unknown(value, key));
    }

    /** Ends the reading: returns when nothing was noted. */
    void stop() {
        unknown.forEach(u ->
                bad(u.value, u.key, "there is no such setting; the nearest is " + NearestKey.of(u.key, knownKeys)));
        if (!lines.isEmpty()) {
            throw new ConfigException(String.join("\n", lines));
        }
    }

    private static String shown(ConfigValue value) {
        String text = value.render(ConfigRenderOptions.concise());
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "...";
    }
}
