package org.parallax.stance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The encoder's vocabulary, and how words fall into its pieces: the longest that fits, from left to right (Wu et al., 2016).
 * Spark NLP does this within its annotator; it stands here once more for what is measured without it.
 */
final class WordPieces {
    private static final String BEGIN = "<s>";
    private static final String END = "</s>";
    private static final String UNKNOWN = "[UNK]";
    private static final String INSIDE = "##";

    private final Map<String, Long> ids = new HashMap<>();

    private WordPieces(List<String> vocabulary) {
        for (String piece : vocabulary) {
            ids.put(piece, (long) ids.size());
        }
        for (String needed : List.of(BEGIN, END, UNKNOWN)) {
            if (!ids.containsKey(needed)) {
                throw new IllegalArgumentException("the vocabulary lacks " + needed);
            }
        }
    }

    /** The vocabulary of a model folder. */
    static WordPieces read(Path folder) {
        try {
            return new WordPieces(Files.readAllLines(folder.resolve("assets/vocab.txt")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids of the pieces of words that stand apart, with the signs of begin and end. */
    long[] ids(String words) {
        LongStream.Builder found = LongStream.builder();
        found.add(id(BEGIN));
        if (!words.isEmpty()) {
            for (String word : words.split(" ")) {
                word(word, found);
            }
        }
        return found.add(id(END)).build().toArray();
    }

    private void word(String word, LongStream.Builder found) {
        LongStream.Builder pieces = LongStream.builder();
        int start = 0;
        while (start < word.length()) {
            int end = word.length();
            Long id = null;
            while (end > start && id == null) {
                id = ids.get((start > 0 ? INSIDE : "") + word.substring(start, end));
                end -= id == null ? 1 : 0;
            }
            if (id == null) {
                found.add(id(UNKNOWN));
                return;
            }
            pieces.add(id);
            start = end;
        }
        pieces.build().forEach(found::add);
    }

    private long id(String piece) {
        Long id = ids.get(piece);
        if (id == null) {
            throw new IllegalStateException("checked when it was read");
        }
        return id;
    }
}
