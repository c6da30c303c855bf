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
 */
public record Actor(String id, String name, Kind kind, @Nullable String state, List<Alias> aliases)
        implements Serializable {
    public Actor {
        aliases = List.copyOf(aliases);
    }

    /** What an actor is. */
    public enum Kind {
        STATE,
        PERSON,
        ORGANISATION
    }
}
