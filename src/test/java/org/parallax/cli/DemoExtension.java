package org.parallax.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.parallax.SparkExtension;

/** Gives tests the tables of the demo, which runs once in this JVM, as a user runs it. */
final class DemoExtension implements ParameterResolver {

    /**
     * The demo as it ran.
     *
     * @param folder its tables; a test may run the demo into it again, but must leave equal tables there
     * @param said what it printed
     */
    record Demo(Path folder, String said) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try (Stream<Path> within = Files.walk(folder)) {
                for (Path path : within.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Demo.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(DemoExtension.class))
                .getOrComputeIfAbsent(Demo.class, type -> run(), Demo.class);
    }

    private static Demo run() {
        SparkExtension.session();
        try {
            Path folder = Files.createTempDirectory("parallax-demo-");
            Console console = Console.type("demo", "--output", folder.toString());
            assertThat(console.exitCode()).as(console.err()).isZero();
            return new Demo(folder, console.out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
