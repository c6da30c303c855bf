package org.parallax.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parallax.config.ConfigException;

class ModelFileTest {
    private static final byte[] BASE = noise(1, 200_000);

    @TempDir
    Path folder;

    @BeforeEach
    void assets() throws IOException {
        Files.createDirectory(folder.resolve("assets"));
        Files.writeString(folder.resolve("assets/labels.txt"), "neutral\n");
    }

    private static byte[] noise(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static ModelCard card(byte[] model) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(model);
        return new ModelCard("m", HexFormat.of().formatHex(digest), List.of("en"), null, SecondReading.NONE);
    }

    private static byte[] patch(byte[] base, byte[] model) {
        try (ZstdCompressCtx zstd = new ZstdCompressCtx()) {
            zstd.loadDict(base);
            return zstd.compress(model);
        }
    }

    @Test
    void aWholeModelIsLoadedWhereItLies() throws Exception {
        Files.write(folder.resolve("model.onnx"), BASE);

        assertThat(ModelFile.folder(folder, card(BASE))).isEqualTo(folder);
    }

    @Test
    void aPatchedModelIsMadeOfItsBaseAndKeepsItsAssets() throws Exception {
        byte[] model = BASE.clone();
        byte[] changed = noise(2, 500);
        System.arraycopy(changed, 0, model, 77_000, changed.length);
        byte[] patch = patch(BASE, model);
        assertThat(patch).hasSizeLessThan(2_000);
        Files.write(folder.resolve("base.onnx"), BASE);
        Files.write(folder.resolve("model.onnx.zst"), patch);

        Path made = ModelFile.folder(folder, card(model));

        assertThat(made).isNotEqualTo(folder);
        assertThat(made.resolve("model.onnx")).hasBinaryContent(model);
        assertThat(made.resolve("assets/labels.txt")).hasContent("neutral");
        assertThat(ModelFile.folder(folder, card(model))).as("made once").isEqualTo(made);
    }

    @Test
    void anotherModelThanTheCardDescribesIsRefused() throws Exception {
        Files.write(folder.resolve("model.onnx"), BASE);

        assertThatThrownBy(() -> ModelFile.folder(folder, card(noise(3, 10))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("model.onnx has SHA-256 ")
                .hasMessageContaining("restore the file or its card");
    }

    @Test
    void aPatchOfAnotherBaseIsRefused() throws Exception {
        Files.write(folder.resolve("base.onnx"), noise(4, BASE.length));
        Files.write(folder.resolve("model.onnx.zst"), patch(BASE, BASE));

        assertThatThrownBy(() -> ModelFile.folder(folder, card(BASE)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("model.onnx.zst");
    }

    @Test
    void aBrokenPatchIsRefused() throws Exception {
        Files.write(folder.resolve("base.onnx"), BASE);
        Files.write(folder.resolve("model.onnx.zst"), "no patch".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> ModelFile.folder(folder, card(BASE)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("is no patch of base.onnx");
    }

    @Test
    void aFolderWithoutAModelSaysWhatIsMissing() {
        assertThatThrownBy(() -> ModelFile.folder(folder, card(BASE)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no model in ")
                .hasMessageContaining("base.onnx and model.onnx.zst");
    }
}
