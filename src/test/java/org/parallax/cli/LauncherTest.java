package org.parallax.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with programs in the place of java, mvn and spark-submit that print what they were told. */
class LauncherTest {
    @TempDir
    private Path folder;

    private Path home;
    private Path programs;

    @BeforeEach
    void aRepositoryThatIsBuilt() throws IOException {
        home = folder.toRealPath().resolve("home");
        programs = Files.createDirectories(folder.resolve("bin"));
        for (String program : List.of("java", "mvn", "spark-submit")) {
            program(programs.resolve(program), "printf '%s\\n' " + program + " \"$@\"");
        }
        Files.createDirectories(home.resolve("jobs"));
        Files.createDirectories(home.resolve("src/main"));
        Files.createDirectories(home.resolve("target/lib"));
        Files.copy(Path.of("jobs/parallax"), home.resolve("jobs/parallax"));
        Files.copy(Path.of("jobs/java-options"), home.resolve("jobs/java-options"));
        Files.createFile(home.resolve("pom.xml"));
        Files.createFile(home.resolve("target/lib/spark-nlp.jar"));
        Files.createFile(home.resolve("target/lib/spark-core.jar"));
        Files.createFile(home.resolve("target/parallax.jar"));
        Files.setLastModifiedTime(
                home.resolve("target/parallax.jar"), java.nio.file.attribute.FileTime.fromMillis(4_000_000_000_000L));
    }

    @Test
    void runsHereOnTheBuiltClassPathWithTheJavaOptions() throws Exception {
        List<String> told = launch(home.resolve("jobs/parallax"), Map.of(), "run", "--input", "my file.csv");

        assertThat(told)
                .startsWith("java", "-Xmx4g")
                .contains("-XX:+UseParallelGC", "--add-opens=java.base/java.lang=ALL-UNNAMED")
                .contains("-Dparallax.home=" + home)
                .endsWith("org.parallax.cli.Parallax", "run", "--input", "my file.csv")
                .doesNotContain("mvn");
    }

    @Test
    void findsItsHomeThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("px"), home.resolve("jobs/parallax"));

        assertThat(launch(link, Map.of(), "demo")).contains("-Dparallax.home=" + home);
    }

    @Test
    void givesTheMemoryThatIsAskedFor() throws Exception {
        assertThat(launch(home.resolve("jobs/parallax"), Map.of("PARALLAX_MEMORY", "9g"), "demo"))
                .contains("-Xmx9g");
    }

    @Test
    void buildsWhatIsMissingFirst() throws Exception {
        Files.delete(home.resolve("target/parallax.jar"));

        assertThat(launch(home.resolve("jobs/parallax"), Map.of(), "demo"))
                .contains("mvn", "package")
                .endsWith("org.parallax.cli.Parallax", "demo");
    }

    @Test
    void goesThroughSparkSubmitToTheMasterThatIsNamedAnywhere() throws Exception {
        List<String> told = launch(
                home.resolve("jobs/parallax"), Map.of(), "run", "--master", "spark://there:7077", "--input", "a");

        assertThat(told)
                .startsWith("spark-submit", "--master", "spark://there:7077")
                .containsSequence("--class", "org.parallax.cli.Parallax")
                .endsWith(home + "/target/parallax.jar", "run", "--input", "a");
    }

    @Test
    void sendsOnlyTheLibrariesThatTheClustersSparkLacks() throws Exception {
        Path spark = folder.resolve("spark");
        Files.createDirectories(spark.resolve("jars"));
        Files.createDirectories(spark.resolve("bin"));
        Files.createFile(spark.resolve("jars/spark-core.jar"));
        program(spark.resolve("bin/spark-submit"), "printf '%s\\n' theirs \"$@\"");

        List<String> told = launch(home.resolve("jobs/parallax"), Map.of("SPARK_HOME", spark.toString()), "demo");

        assertThat(told).startsWith("theirs").containsSequence("--jars", home + "/target/lib/spark-nlp.jar");
    }

    private List<String> launch(Path script, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().remove("SPARK_HOME");
        builder.environment().remove("PARALLAX_MEMORY");
        builder.environment().merge("PATH", programs.toString(), (path, first) -> first + ":" + path);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        return told.lines().toList();
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/usr/bin/env bash\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
