package org.parallax.cli;

import java.io.File;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Python virtual environment with pinned packages: made once, and kept while the pins are the same. */
final class PythonEnvironment {
    private static final int MINUTES = 8;

    private final Path folder;

    private PythonEnvironment(Path folder) {
        this.folder = folder;
    }

    /** There is no such environment here, for a reason that a person can act on. */
    static final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        Unavailable(String reason) {
            super(reason);
        }
    }

    /**
     * How a program ended.
     *
     * @param said what it wrote to both streams
     */
    record Outcome(int exitCode, String said) {}

    /**
     * The environment in the folder, made anew when its pins differ.
     *
     * @throws Unavailable when there is no python3, or the packages cannot be had
     */
    static PythonEnvironment with(Path requirements, Path folder)
            throws Unavailable, IOException, InterruptedException {
        String pins = digest(Files.readAllBytes(requirements));
        Path stamp = folder.resolve("requirements.sha256");
        PythonEnvironment environment = new PythonEnvironment(folder.toAbsolutePath());
        if (Files.exists(stamp) && Files.readString(stamp).equals(pins)) {
            return environment;
        }
        demand(List.of("python3", "-m", "venv", "--clear", folder.toString()));
        demand(List.of(
                environment.program("python").toString(),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-input",
                "--requirement",
                requirements.toString()));
        Files.writeString(stamp, pins);
        return environment;
    }

    /** A program of the environment. */
    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** Runs a program of the environment, apart from the settings that the user has for Jupyter and matplotlib. */
    Outcome run(Map<String, String> variables, String program, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(program(program).toString());
        builder.command().addAll(List.of(arguments));
        Path own = folder.resolve("settings");
        builder.environment()
                .putAll(Map.of(
                        "JUPYTER_PREFER_ENV_PATH", "1",
                        "JUPYTER_CONFIG_DIR", own.resolve("jupyter").toString(),
                        "JUPYTER_DATA_DIR", own.resolve("data").toString(),
                        "JUPYTER_RUNTIME_DIR", own.resolve("runtime").toString(),
                        "IPYTHONDIR", own.resolve("ipython").toString(),
                        "MPLCONFIGDIR", own.resolve("matplotlib").toString()));
        builder.environment().putAll(variables);
        return outcome(builder);
    }

    private static void demand(List<String> command) throws Unavailable, IOException, InterruptedException {
        Outcome outcome;
        try {
            outcome = outcome(new ProcessBuilder(command));
        } catch (IOException e) {
            throw new Unavailable(e.getMessage());
        }
        if (outcome.exitCode() != 0) {
            throw new Unavailable(String.join(" ", command) + ": " + outcome.said());
        }
    }

    private static Outcome outcome(ProcessBuilder builder) throws IOException, InterruptedException {
        File said = File.createTempFile("parallax-python-", ".log");
        try {
            Process process =
                    builder.redirectErrorStream(true).redirectOutput(said).start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Outcome(-1, "not done after " + MINUTES + " minutes: " + Files.readString(said.toPath()));
            }
            return new Outcome(process.exitValue(), Files.readString(said.toPath()));
        } finally {
            Files.delete(said.toPath());
        }
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return String.format("%064x", new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
