package org.parallax.config;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may hold a stance: a state, a leader or an organisation.
 *
 * @param id stable id in all tables
 * @param name display name
 * @param kind what it is
 * @param state id of the state that it speaks for; null for a state itself and for those that speak for none
 * @param aliases its names
 * @param offices the terms of office of a person
 */
public record Actor(
        String id, String name, Kind kind, @Nullable String state, List<Alias> aliases, List<Office> offices)
        implements Serializable {
    public Actor {
        aliases = List.copyOf(aliases);
        offices = List.copyOf(offices);
    }

    /** An actor whose offices are not known. */
    public Actor(String id, String name, Kind kind, @Nullable String state, List<Alias> aliases) {
        this(id, name, kind, state, aliases, List.of());
    }

    /** What an actor is. */
    public enum Kind {
        STATE,
        PERSON,
        ORGANISATION
    }
}
