package org.parallax.evaluate;

import org.jspecify.annotations.Nullable;
import org.parallax.mention.Span;
import org.parallax.stance.Stance;

/** One labelled item of a file. */
sealed interface Labelled {

    String id();

    Stance label();

    /**
     * A mention: what does the text convey toward it?
     *
     * @param mention UTF-16 offsets in the text
     * @param holder the holder whose stance was labelled instead of the text's, where one was
     */
    record Mention(String id, String text, String language, Span mention, @Nullable Span holder, Stance label)
            implements Labelled {}

    /** An article: what is its author's stance toward the target? */
    record Article(String id, String title, String body, String language, String target, Stance label)
            implements Labelled {}
}
