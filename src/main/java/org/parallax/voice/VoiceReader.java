package org.parallax.voice;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Actor;
import org.parallax.mention.Name;
import org.parallax.mention.NamedText;

/**
 * Decides by rules whose voice a mention is in: the author's, or that of somebody whom the text quotes, reports or shows to
 * take a stance. The rules prefer to leave a mention to the author where they are not sure.
 */
public final class VoiceReader implements Serializable {
    private static final long serialVersionUID = 1L;

    private final HashMap<String, Standing> known = new HashMap<>();

    public VoiceReader(List<Actor> actors) {
        for (Actor actor : actors) {
            known.put(actor.id(), new Standing(actor.name(), actor.kind(), actor.state(), actor.offices()));
        }
    }

    /** Reads a text without a date, in which offices are those of their states. */
    public VoiceReading read(NamedText text) {
        return read(text, null);
    }

    /**
     * Reads a text once, for all questions about it; takes time in proportion to its length.
     *
     * @param publishedOn the day on which offices are asked for, if the text has one
     */
    public VoiceReading read(NamedText text, @Nullable LocalDate publishedOn) {
        return new VoiceReading(text, Map.copyOf(known), publishedOn);
    }

    /** The state that an actor is or speaks for; null where it is none or the actor is unknown. */
    public @Nullable String state(@Nullable String actorId) {
        Standing actor = actorId == null ? null : known.get(actorId);
        if (actor == null) {
            return null;
        }
        return actor.kind() == Actor.Kind.STATE ? actorId : actor.state();
    }

    /** Whose voice one mention is in; for several mentions of a text, {@link #read} is cheaper. */
    public Attribution attribute(NamedText text, Name target) {
        return read(text).attribution(target);
    }
}
