package org.parallax.config;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The valid key that a misspelt one most likely meant. */
final class NearestKey {
    private NearestKey() {}

    static String of(String key, Collection<String> valid) {
        return valid.stream()
                .min(Comparator.<String>comparingInt(v -> distance(key, v)).thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    /** A right name under a wrong parent is nearer than a different name under the right one. */
    private static int distance(String key, String valid) {
        LevenshteinDistance edits = LevenshteinDistance.getDefaultInstance();
        return Math.min(edits.apply(key, valid), 1 + edits.apply(last(key), last(valid)));
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
