package org.parallax.voice;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Actor;

/**
 * What this room needs to know of an actor.
 *
 * @param name its display name
 * @param kind what it is
 * @param state the state that it speaks for, if any
 */
record Standing(String name, Actor.Kind kind, @Nullable String state) implements Serializable {}
