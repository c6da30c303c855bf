package org.parallax.mention;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parallax.config.Actor;
import org.parallax.config.Alias;
import org.parallax.config.Target;

/** The targets and actors of {@code conf/}, for tests of what is shipped. */
final class ShippedNames {
    static final List<Target> TARGETS = targets();
    static final List<Actor> ACTORS = actors();
    static final NameFinder FINDER = new NameFinder(TARGETS, ACTORS);

    private ShippedNames() {}

    private static List<Target> targets() {
        Config all = ConfigFactory.parseFile(new File("conf/targets.conf")).getConfig("targets");
        return entries(
                all,
                (id, entry) -> new Target(
                        id,
                        entry.getString("name"),
                        aliases(entry),
                        entry.hasPath("exclusions") ? entry.getStringList("exclusions") : List.of()));
    }

    private static List<Actor> actors() {
        Config all = ConfigFactory.parseFile(new File("conf/actors.conf")).getConfig("actors");
        return entries(
                all,
                (id, entry) -> new Actor(
                        id,
                        entry.getString("name"),
                        Actor.Kind.valueOf(entry.getString("kind").toUpperCase(Locale.ROOT)),
                        entry.hasPath("state") ? entry.getString("state") : null,
                        aliases(entry)));
    }

    private static List<Alias> aliases(Config entry) {
        List<Alias> aliases = new ArrayList<>();
        for (String language : List.of("en", "ru")) {
            entry.getStringList("aliases." + language)
                    .forEach(text -> aliases.add(new Alias(text, language, List.of())));
            String contextual = "contextual." + language;
            if (entry.hasPath(contextual)) {
                entry.getConfigList(contextual)
                        .forEach(c -> aliases.add(new Alias(c.getString("text"), language, c.getStringList("near"))));
            }
        }
        return aliases;
    }

    private static <T> List<T> entries(Config all, Entry<T> entry) {
        return all.root().keySet().stream()
                .sorted()
                .map(id -> entry.of(id, all.getConfig(ConfigUtil.joinPath(id))))
                .toList();
    }

    private interface Entry<T> {
        T of(String id, Config entry);
    }
}
