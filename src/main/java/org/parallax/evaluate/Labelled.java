package org.parallax.evaluate;

import org.jspecify.annotations.Nullable;
import org.parallax.mention.Span;
import org.parallax.stance.Stance;

/** One labelled item of a file. */
sealed interface Labelled {

    String id();

    String language();

    Stance label();

    /** The text that it stands in, which it may share with others. */
    String text();

    /** A key that puts items in an order of their own, whatever file they come from. */
    String order();

    /**
     * A mention: what does the text convey toward it?
     *
     * @param mention UTF-16 offsets in the text
     * @param holder the holder whose stance was labelled instead of the text's, where one was and stands in the text
     * @param holderName the same where only the name is stated
     * @param target the target, where the file groups its mentions by target
     */
    record Mention(
            String id,
            String text,
            String language,
            Span mention,
            @Nullable Span holder,
            @Nullable String holderName,
            @Nullable String target,
            Stance label)
            implements Labelled {

        /** Whether somebody's stance was labelled, and not the text's. */
        boolean directed() {
            return holder != null || holderName != null;
        }

        @Override
        public String order() {
            return String.join(
                    "\u0000", text, mention.toString(), holder + "", holderName + "", target + "", label.code());
        }
    }

    /** An article: what is its author's stance toward the target? */
    record Article(String id, String title, String body, String language, String target, Stance label)
            implements Labelled {

        @Override
        public String text() {
            return body;
        }

        @Override
        public String order() {
            return String.join("\u0000", body, title, target, label.code());
        }
    }
}
