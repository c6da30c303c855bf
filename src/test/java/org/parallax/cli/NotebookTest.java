package org.parallax.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parallax.SparkExtension;
import org.parallax.cli.DemoExtension.Demo;

/**
 * Runs the notebooks on the tables of the demo. Needs python3 and the packages of {@code notebooks/requirements.txt}; where
 * they cannot be had it is skipped, and says why.
 */
@ExtendWith({SparkExtension.class, DemoExtension.class})
class NotebookTest {
    private static final Path NOTEBOOKS = Path.of("notebooks");

    @TempDir
    private Path copies;

    private static PythonEnvironment python;

    @BeforeAll
    static void makeAnEnvironment() throws IOException, InterruptedException {
        try {
            python = PythonEnvironment.with(NOTEBOOKS.resolve("requirements.txt"), Path.of("target/notebook-venv"));
        } catch (PythonEnvironment.Unavailable e) {
            System.err.println("NotebookTest is skipped: " + e.getMessage());
            Assumptions.abort("no Python for the notebooks: " + e.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource
    void everyCellRuns(Path notebook, Demo demo) throws IOException, InterruptedException {
        Path copy = Files.copy(notebook, copies.resolve(notebook.getFileName()));
        Map<String, String> variables = Map.of("PARALLAX_TABLES", demo.folder().toString());

        PythonEnvironment.Outcome outcome =
                python.run(variables, "jupyter-execute", "--inplace", "--timeout=120", copy.toString());

        assertThat(outcome.exitCode()).as(outcome.said()).isZero();
        assertThat(Files.readString(copy)).as("its outputs").contains("\"output_type\"");
    }

    static List<Path> everyCellRuns() throws IOException {
        try (Stream<Path> files = Files.list(NOTEBOOKS)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }
}
