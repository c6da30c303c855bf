package org.parallax.voice;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            known.put(actor.id(), new Standing(actor.name(), actor.kind(), actor.state()));
        }
    }

    /** Reads a text once, for all questions about it; takes time in proportion to its length. */
    public VoiceReading read(NamedText text) {
        return new VoiceReading(text, Map.copyOf(known));
    }

    /** Whose voice one mention is in; for several mentions of a text, {@link #read} is cheaper. */
    public Attribution attribute(NamedText text, Name target) {
        return read(text).attribution(target);
    }
}
