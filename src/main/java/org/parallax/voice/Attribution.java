package org.parallax.voice;

import org.jspecify.annotations.Nullable;

/**
 * Whose words a stretch of text is.
 *
 * @param voice author or reported
 * @param holder actor id of who is reported, when it is a configured actor
 * @param holderSurface who is reported, as it stands in the text
 */
public record Attribution(Voice voice, @Nullable String holder, @Nullable String holderSurface) {

    /** The author's own words. */
    public static final Attribution AUTHOR = new Attribution(Voice.AUTHOR, null, null);
}
