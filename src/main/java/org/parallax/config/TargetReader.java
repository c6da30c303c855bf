package org.parallax.config;

import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code targets { id { name, aliases, contextual, exclusions } }}. */
final class TargetReader {
    private record Owner(String target, ConfigValue value) {}

    private final Map<String, Owner> owners = new HashMap<>();

    List<Target> read(Section targets) {
        List<Target> all = new ArrayList<>();
        for (String id : targets.names()) {
            Ids.check(targets, id);
            Section entry = targets.section(id);
            List<AliasReader.Stated> names = AliasReader.read(entry);
            names.forEach(name -> own(entry, id, name));
            all.add(new Target(
                    id,
                    entry.text("name", "must be the name to show"),
                    names.stream().map(AliasReader.Stated::alias).toList(),
                    entry.items("exclusions", "must be a list of texts that are not the target").stream()
                            .map(text -> String.valueOf(text.unwrapped()))
                            .toList()));
            entry.end();
        }
        if (all.isEmpty()) {
            targets.badSelf("names no target: add one, such as nato { name = \"NATO\", aliases { en = [\"NATO\"] } }");
        }
        return all;
    }

    /** One name, one target: two owners would make the rows depend on the order of the file. */
    private void own(Section entry, String id, AliasReader.Stated name) {
        String key = name.alias().language() + " " + name.alias().text().toLowerCase(Locale.ROOT);
        Owner first = owners.putIfAbsent(key, new Owner(id, name.value()));
        if (first != null && !first.target.equals(id)) {
            entry.problems()
                    .bad(
                            name.value(),
                            name.key(),
                            "names targets." + first.target + " already (" + Place.of(first.value.origin())
                                    + "); a name stands for one target");
        }
    }
}
