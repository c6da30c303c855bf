package org.parallax.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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
        return Math.min(edits.apply(key, valid), strayed(key, valid) + edits.apply(last(key), last(valid)));
    }

    /** Parts of the two parents that the other one lacks, and one for the mistake itself. */
    private static int strayed(String key, String valid) {
        List<String> here = parents(key);
        List<String> there = parents(valid);
        long lacking = here.stream().filter(part -> !there.contains(part)).count()
                + there.stream().filter(part -> !here.contains(part)).count();
        return (int) lacking + 1;
    }

    private static List<String> parents(String key) {
        List<String> parts = List.of(key.split("\\."));
        return parts.subList(0, parts.size() - 1);
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
