package org.parallax.voice;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Actor;
import org.parallax.config.Office;

/**
 * What this room needs to know of an actor.
 *
 * @param name its display name
 * @param kind what it is
 * @param state the state that it speaks for, if any
 * @param offices terms of office
 */
record Standing(String name, Actor.Kind kind, @Nullable String state, List<Office> offices) implements Serializable {}
