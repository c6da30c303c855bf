package org.parallax.stance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
     * Reads the card of a model folder and checks the model file against it.
     *
     * @throws ConfigException when the folder holds no model, or another one than its card describes
     */
    static ModelCard read(Path folder) {
        Path file = folder.resolve("model.json");
        Path onnx = folder.resolve("model.onnx");
        if (!Files.isRegularFile(file) || !Files.isRegularFile(onnx)) {
            throw new ConfigException("stance.model: no model in " + folder.toAbsolutePath()
                    + "; it must hold model.onnx, model.json and assets/");
        }
        try {
            JsonNode json = new ObjectMapper().readTree(file.toFile());
            ModelCard card = new ModelCard(
                    json.path("id").asText(),
                    json.path("sha256").asText(),
                    StreamSupport.stream(json.path("languages").spliterator(), false)
                            .map(JsonNode::asText)
                            .toList(),
                    KnownErrors.read(json, file),
                    SecondReading.read(json, file));
            String found = digest(onnx);
            if (!found.equals(card.sha256)) {
                throw new ConfigException("stance.model: " + onnx.toAbsolutePath() + " has SHA-256 " + found + " but "
                        + file.getFileName() + " states " + card.sha256 + "; restore the file or its card");
            }
            return card;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the model in " + folder.toAbsolutePath(), e);
        }
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            MessageDigest digest = ((DigestInputStream) in).getMessageDigest();
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
