package org.parallax.stance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A model's folder once more with another model file, for the life of this process. */
final class ModelCopy {
    static final String MODEL = "model.onnx";
    private static final String ASSETS = "assets";

    private ModelCopy() {}

    /** Writes the model file of the copy. */
    interface Writer {
        void write(Path onnx) throws IOException;
    }

    /** The folder of the copy, with the model's own assets. */
    static Path of(Path model, Writer writer) {
        try {
            Path folder = Files.createTempDirectory("parallax-model-");
            folder.toFile().deleteOnExit();
            Path assets = Files.createDirectory(folder.resolve(ASSETS));
            assets.toFile().deleteOnExit();
            try (Stream<Path> files = Files.list(model.resolve(ASSETS))) {
                for (Path file : files.toList()) {
                    Path copy = Files.copy(file, assets.resolve(file.getFileName()));
                    copy.toFile().deleteOnExit();
                }
            }
            Path onnx = folder.resolve(MODEL);
            onnx.toFile().deleteOnExit();
            writer.write(onnx);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare the model in " + model.toAbsolutePath(), e);
        }
    }
}
