package org.parallax.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Setting;
import org.parallax.config.Settings;
import org.parallax.config.SettingsLoader;
import picocli.CommandLine.Option;

/** The options by which a command is told other settings. */
final class SettingsOptions {

    @Option(
            names = "--conf",
            paramLabel = "FILE",
            description = "Settings, targets or actors that differ from conf/, in HOCON.")
    @Nullable
    Path conf;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting, such as stories.similarity=0.7; wins over all files. Repeatable.")
    Map<String, String> set = new LinkedHashMap<>();

    /** The settings, with those that the command's own options stand for. */
    Settings load(List<Setting> own) {
        List<Setting> all = new ArrayList<>(own);
        set.forEach((key, value) -> all.add(Setting.of(key, value)));
        return SettingsLoader.load(home().resolve("conf"), conf, all);
    }

    /** The repository; the launcher knows where it is. */
    static Path home() {
        return Path.of(System.getProperty("parallax.home", ""));
    }
}
