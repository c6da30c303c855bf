package org.parallax.evaluate;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Actor;
import org.parallax.config.Alias;
import org.parallax.config.Settings;
import org.parallax.stance.SecondReading;

/**
 * Which labelled mentions a run would read a second time, were they of its targets: those of a state, of an organisation, or
 * of a configured target that is no person.
 */
final class ReadAgain {
    private static final Pattern ARTICLE_OR_POSSESSIVE = Pattern.compile("^the |['’]s?$");

    private final Set<String> names;

    private ReadAgain(Set<String> names) {
        this.names = names;
    }

    static ReadAgain of(Settings settings) {
        Stream<String> targets = SecondReading.targets(settings.targets(), settings.actors()).stream()
                .flatMap(target -> names(target.name(), target.aliases().stream()));
        Stream<String> actors = settings.actors().stream()
                .filter(actor -> actor.kind() != Actor.Kind.PERSON)
                .flatMap(actor -> names(actor.name(), actor.aliases().stream()));
        return new ReadAgain(
                Stream.concat(targets, actors).map(ReadAgain::plain).collect(Collectors.toUnmodifiableSet()));
    }

    boolean holds(Labelled.Mention item) {
        return known(item.target()) || known(item.mention().of(item.text()));
    }

    private boolean known(@Nullable String name) {
        return name != null && names.contains(plain(name));
    }

    private static Stream<String> names(String name, Stream<Alias> aliases) {
        return Stream.concat(Stream.of(name), aliases.map(Alias::text));
    }

    private static String plain(String name) {
        return ARTICLE_OR_POSSESSIVE.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
