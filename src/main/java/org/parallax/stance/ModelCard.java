package org.parallax.stance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.parallax.config.ConfigException;

/**
 * What {@code model.json} beside a model says of it.
 *
 * @param id id that each score carries
 * @param sha256 digest of {@code model.onnx}
 * @param languages languages that it reads, ISO 639-1
 * @param errors how it errs; null where the card does not say
 * @param secondReading when it is asked again
 */
record ModelCard(
        String id, String sha256, List<String> languages, @Nullable KnownErrors errors, SecondReading secondReading) {

    ModelCard {
        languages = List.copyOf(languages);
    }

    /**
     * Reads the card of a model folder.
     *
     * @throws ConfigException when the folder holds none
     */
    static ModelCard read(Path folder) {
        Path file = folder.resolve("model.json");
        if (!Files.isRegularFile(file)) {
            throw new ConfigException("stance.model: no model in " + folder.toAbsolutePath()
                    + "; it must hold a model's file, model.json and assets/");
        }
        try {
            JsonNode json = new ObjectMapper().readTree(file.toFile());
            return new ModelCard(
                    json.path("id").asText(),
                    json.path("sha256").asText(),
                    StreamSupport.stream(json.path("languages").spliterator(), false)
                            .map(JsonNode::asText)
                            .toList(),
                    KnownErrors.read(json, file),
                    SecondReading.read(json, file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the model in " + folder.toAbsolutePath(), e);
        }
    }
}
