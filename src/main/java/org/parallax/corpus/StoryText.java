package org.parallax.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A body as its words, whatever their case and what stands between them: what near-duplicates share. */
final class StoryText {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    private StoryText() {}

    /**
     * A number for the text: equal for texts of one language with the same words. 64 bits of SHA-256: among ten million
     * texts, two different ones share it with a chance of three in a million.
     */
    static long key(String language, String body) {
        return hash(language + "\n" + String.join(" ", words(body)));
    }

    /** The distinct runs of that many words, as sorted hashes; a text of fewer words is one run, and never empty. */
    static long[] shingles(String body, int length) {
        List<String> words = words(body);
        int count = Math.max(1, words.size() - length + 1);
        long[] shingles = new long[count];
        for (int i = 0; i < count; i++) {
            shingles[i] = mixed(words.subList(i, Math.min(words.size(), i + length)));
        }
        return Arrays.stream(shingles).sorted().distinct().toArray();
    }

    /** The words in lower case; of a text that has none, the text itself. */
    static List<String> words(String body) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(body);
        while (matcher.find()) {
            words.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        return words.isEmpty() ? List.of(body) : words;
    }

    private static long mixed(List<String> words) {
        long hash = words.size();
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                hash = hash * 0x100000001b3L + word.charAt(i);
            }
            hash = MinHash.mix(hash);
        }
        return hash;
    }

    private static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
