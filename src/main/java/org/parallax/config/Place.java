package org.parallax.config;

import com.typesafe.config.ConfigOrigin;
import java.nio.file.Path;

/** Where a value was stated, as a reader finds it: file and line, or the option. */
final class Place {
    private Place() {}

    static String of(ConfigOrigin origin) {
        String file = origin.filename();
        if (file == null) {
            return origin.description();
        }
        return origin.lineNumber() > 0 ? shown(file) + ":" + origin.lineNumber() : shown(file);
    }

    /** Files under the working directory are named from there. */
    private static String shown(String file) {
        Path here = Path.of("").toAbsolutePath();
        Path path = Path.of(file).toAbsolutePath().normalize();
        return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
    }
}
