package org.parallax.voice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parallax.mention.Name;
import org.parallax.mention.NamedText;

/** One labelled mention of {@code src/test/resources/voice}. */
record Labelled(
        String kind,
        Voice voice,
        @Nullable String holder,
        @Nullable String surface,
        String marked,
        NamedText text,
        Name target) {

    /** The rows of a file. */
    static List<Labelled> of(String file) {
        try (InputStream in = Objects.requireNonNull(Labelled.class.getResourceAsStream("/voice/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .map(Labelled::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static Labelled parse(String line) {
        String[] parts = line.split("\t", -1);
        String marked = parts[4].replace("\\n", "\n");
        int at = marked.indexOf('⟦');
        NamedText text = VoiceTexts.named(marked.replace("⟦", "").replace("⟧", ""));
        return new Labelled(
                parts[0],
                Voice.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT)),
                value(parts[2]),
                value(parts[3]),
                marked,
                text,
                VoiceTexts.target(text, at));
    }

    private static @Nullable String value(String part) {
        return part.equals("-") ? null : part;
    }

    boolean voiceIs(Attribution found) {
        return found.voice() == voice;
    }

    /** Whether actor id and surface are as labelled; {@code *} takes any surface. */
    boolean holderIs(Attribution found) {
        return voiceIs(found)
                && Objects.equals(found.holder(), holder)
                && ("*".equals(surface) || Objects.equals(found.holderSurface(), surface));
    }
}
