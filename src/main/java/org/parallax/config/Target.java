package org.parallax.config;

import java.io.Serializable;
import java.util.List;

/**
 * What stance is measured toward.
 *
 * @param id stable id in all tables
 * @param name display name
 * @param aliases its names
 * @param exclusions texts that contain a name and must not match, such as "Moscow, Idaho"
 */
public record Target(String id, String name, List<Alias> aliases, List<String> exclusions) implements Serializable {
    public Target {
        aliases = List.copyOf(aliases);
        exclusions = List.copyOf(exclusions);
    }
}
