package org.parallax.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException.BadPath;
import com.typesafe.config.ConfigException.IO;
import com.typesafe.config.ConfigException.Parse;
import com.typesafe.config.ConfigException.UnresolvedSubstitution;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOriginFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings: the files of the configuration folder, then the user's file over them, then the options of the
 * command line over both. Objects merge key by key, so a user's file may change one alias list of one target or add a
 * target; an entry set to {@code null} is removed.
 */
public final class SettingsLoader {
    private static final List<String> FILES = List.of("parallax.conf", "targets.conf", "actors.conf", "spark.conf");

    private SettingsLoader() {}

    /**
     * Loads and checks all settings.
     *
     * @throws ConfigException naming every problem, one a line, with file, line, key, value and what is accepted
     */
    public static Settings load(Path confDir, @Nullable Path userFile, Map<String, String> overrides) {
        return load(
                confDir,
                userFile,
                overrides.entrySet().stream()
                        .map(e -> Setting.of(e.getKey(), e.getValue()))
                        .toList());
    }

    /** The same, with options of the command line that errors name as they were typed. */
    public static Settings load(Path confDir, @Nullable Path userFile, List<Setting> options) {
        Config merged = ConfigFactory.empty();
        for (String name : FILES) {
            merged = file(confDir.resolve(name), "parallax.home must name the folder that holds conf/")
                    .withFallback(merged);
        }
        if (userFile != null) {
            merged = file(userFile, "--conf must name a HOCON file").withFallback(merged);
        }
        Config given = ConfigFactory.empty();
        for (Setting option : options) {
            given = option(option).withFallback(given);
        }
        try {
            return new SettingsReader().read(given.withFallback(merged).resolve());
        } catch (UnresolvedSubstitution e) {
            throw new ConfigException(e.getMessage() + ": no such key or environment variable");
        }
    }

    private static Config file(Path file, String remedy) {
        if (!Files.isRegularFile(file)) {
            throw new ConfigException(file + ": no such file; " + remedy);
        }
        try {
            return ConfigFactory.parseFile(
                    file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
        } catch (Parse e) {
            throw new ConfigException(Place.of(e.origin()) + ": not HOCON: "
                    + String.valueOf(e.getMessage()).replaceFirst("^.*?: \\d+: ", ""));
        } catch (IO e) {
            throw new ConfigException(file + ": cannot be read: " + e.getMessage());
        }
    }

    private static Config option(Setting option) {
        try {
            ConfigUtil.splitPath(option.key());
            ConfigValue value = value(option);
            return ConfigFactory.empty().withValue(option.key(), value);
        } catch (BadPath e) {
            throw new ConfigException(option.option() + ": " + option.key() + " is no key; write key=value");
        } catch (Parse e) {
            throw new ConfigException(option.option() + ": the value is no HOCON list or object");
        }
    }

    /** Text stays as typed, so that a path or a URL needs no quotes; only lists and objects are parsed. */
    private static ConfigValue value(Setting option) {
        String text = option.value().strip();
        Object value = text.startsWith("[") || text.startsWith("{")
                ? ConfigFactory.parseString("value = " + text).getValue("value").unwrapped()
                : text;
        return com.typesafe.config.ConfigValueFactory.fromAnyRef(value, option.option())
                .withOrigin(ConfigOriginFactory.newSimple(option.option()));
    }
}
