package org.parallax.config;

import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code actors { id { name, kind, state, aliases, contextual, offices } }}. */
final class ActorReader {
    private record SpeaksFor(Section entry, ConfigValue state) {}

    private final List<SpeaksFor> speakers = new ArrayList<>();
    private final OfficeReader offices = new OfficeReader();

    List<Actor> read(Section actors) {
        List<Actor> all = new ArrayList<>();
        for (String id : actors.names()) {
            Ids.check(actors, id);
            Section entry = actors.section(id);
            String state = state(entry);
            all.add(new Actor(
                    id,
                    entry.text("name", "must be the name to show"),
                    entry.choice("kind", Actor.Kind.class),
                    state,
                    AliasReader.read(entry).stream()
                            .map(AliasReader.Stated::alias)
                            .toList(),
                    offices.read(id, entry, state)));
            entry.end();
        }
        checkStates(all);
        offices.check(all);
        return all;
    }

    private @Nullable String state(Section entry) {
        ConfigValue value = entry.value("state");
        if (value == null) {
            return null;
        }
        speakers.add(new SpeaksFor(entry, value));
        return String.valueOf(value.unwrapped());
    }

    private void checkStates(List<Actor> all) {
        List<String> states = all.stream()
                .filter(actor -> actor.kind() == Actor.Kind.STATE)
                .map(Actor::id)
                .toList();
        for (SpeaksFor speaker : speakers) {
            String state = String.valueOf(speaker.state.unwrapped());
            if (!states.contains(state)) {
                String nearest = states.isEmpty() ? "" : "; the nearest is " + NearestKey.of(state, states);
                speaker.entry.bad(speaker.state, "state", "must be the id of an actor of kind state" + nearest);
            }
        }
    }
}
