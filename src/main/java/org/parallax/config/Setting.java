package org.parallax.config;

/**
 * One setting given on the command line, which wins over every file.
 *
 * @param option the option as typed, named in errors, such as {@code --set stories.similarity=0.5}
 * @param key the full key
 * @param value its value as text; a list or an object in HOCON
 */
public record Setting(String option, String key, String value) {

    /** As {@code --set} gives it. */
    public static Setting of(String key, String value) {
        return new Setting("--set " + key + "=" + value, key, value);
    }
}
