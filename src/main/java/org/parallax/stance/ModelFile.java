package org.parallax.stance;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parallax.config.ConfigException;

/**
 * The file of a model, whole or as what changed since another one. A model of 100 MB of which a hundredth has been trained anew is
 * kept as {@code model.onnx.zst}, a patch by {@code zstd --patch-from=base.onnx}, beside the {@code base.onnx} that it changes.
 */
final class ModelFile {
    private static final String BASE = "base.onnx";
    private static final String PATCH = ModelCopy.MODEL + ".zst";

    private static final Map<String, Path> PATCHED = new ConcurrentHashMap<>();

    private ModelFile() {}

    /**
     * The folder to load the model from: its own where {@code model.onnx} is there, or another for the life of this process.
     *
     * @throws ConfigException when there is no model, or not the one that its card describes
     */
    static Path folder(Path model, ModelCard card) {
        try {
            Path whole = model.resolve(ModelCopy.MODEL);
            if (Files.isRegularFile(whole)) {
                check(Files.readAllBytes(whole), whole, card);
                return model;
            }
            if (Files.isRegularFile(model.resolve(BASE)) && Files.isRegularFile(model.resolve(PATCH))) {
                return PATCHED.computeIfAbsent(
                        card.sha256(), unused -> ModelCopy.of(model, onnx -> Files.write(onnx, patched(model, card))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the model in " + model.toAbsolutePath(), e);
        }
        throw new ConfigException("stance.model: no model in " + model.toAbsolutePath() + "; it must hold "
                + ModelCopy.MODEL + ", or " + BASE + " and " + PATCH);
    }

    private static byte[] patched(Path model, ModelCard card) throws IOException {
        Path file = model.resolve(PATCH);
        byte[] patch = Files.readAllBytes(file);
        try (ZstdDecompressCtx zstd = new ZstdDecompressCtx()) {
            zstd.loadDict(Files.readAllBytes(model.resolve(BASE)));
            byte[] whole = zstd.decompress(patch, Math.toIntExact(Zstd.decompressedSize(patch)));
            check(whole, file, card);
            return whole;
        } catch (ZstdException e) {
            throw new ConfigException("stance.model: " + file.toAbsolutePath() + " is no patch of " + BASE
                    + " beside it (" + e.getMessage() + "); restore both files");
        }
    }

    private static void check(byte[] whole, Path file, ModelCard card) {
        String found = digest(whole);
        if (!found.equals(card.sha256())) {
            throw new ConfigException("stance.model: the model of " + file.toAbsolutePath() + " has SHA-256 " + found
                    + " but its card states " + card.sha256() + "; restore the file or its card");
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
