package org.parallax.stance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.parallax.mention.Span;

/**
 * One question to the model.
 *
 * @param words the words that it reads, marks among them
 * @param withoutName the words of its {@link SecondReading}; null where it is never asked again
 */
public record Question(String words, @Nullable String withoutName) {

    /** A question that is asked once. */
    public Question(String words) {
        this(words, null);
    }

    /** The same, to be asked again without the target's name where the answer is close. */
    public Question readAgain() {
        return new Question(words, SecondReading.without(words));
    }

    /** What does the sentence convey toward the target? */
    public static Question target(String sentence, Span target) {
        return new Question(Words.of(Marking.target(sentence, target)));
    }

    /** What does the holder, who stands in the sentence, express toward the target? */
    public static Question holder(String sentence, Span target, Span holder) {
        return new Question(Words.of(Marking.holder(sentence, target, holder)));
    }

    /** The same of a holder of whom only the name is known. */
    public static Question holder(String sentence, Span target, String holder) {
        return new Question(Words.of(Marking.holder(sentence, target, holder)));
    }

    /** What is the tone of the sentence? */
    public static Question tone(String sentence) {
        return new Question(Words.of(Marking.tone(sentence)));
    }

    /** The id in the scores table: the SHA-256 of the words. */
    public String id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
