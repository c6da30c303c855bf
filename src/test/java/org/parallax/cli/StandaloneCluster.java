package org.parallax.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A real standalone Spark cluster on this machine, a master and one worker with two cores, each a process of its own, from
 * the very jars that the tests run with.
 */
final class StandaloneCluster implements AutoCloseable {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final Path home;
    private final Path folder;
    private final String master;
    private final List<Process> processes = new ArrayList<>();

    private StandaloneCluster(Path home, Path folder, String master) {
        this.home = home;
        this.folder = folder;
        this.master = master;
    }

    /** Starts master and worker, and returns when the worker has registered. */
    static StandaloneCluster start(Path folder) throws IOException, InterruptedException {
        Path home = home(folder);
        int port = freePort();
        StandaloneCluster cluster = new StandaloneCluster(home, folder, "spark://127.0.0.1:" + port);
        cluster.daemon(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "" + port,
                "--webui-port",
                "0");
        cluster.waitFor("master", "Starting Spark master");
        cluster.daemon(
                "worker",
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--cores",
                "2",
                "--memory",
                "3g",
                "--webui-port",
                "0",
                "-d",
                Files.createDirectory(folder.resolve("work")).toString(),
                cluster.master);
        cluster.waitFor("worker", "Successfully registered with master");
        return cluster;
    }

    /** Runs a command of the job through spark-submit; its output goes to {@code driver.log}. */
    int submit(List<String> command, Path log) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "--master",
                master,
                "--deploy-mode",
                "client",
                "--executor-memory",
                "2g",
                "--driver-memory",
                "2g",
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.driver.bindAddress=127.0.0.1",
                "--conf",
                "spark.ui.enabled=false",
                "--class",
                "org.parallax.cli.Parallax",
                jar(folder).toString()));
        arguments.addAll(command);
        Process driver = java("org.apache.spark.deploy.SparkSubmit", log, arguments);
        processes.add(driver);
        if (!driver.waitFor(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the driver does not end; see " + Files.readString(log));
        }
        return driver.exitValue();
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }

    private void daemon(String name, String type, String... arguments) throws IOException {
        processes.add(java(type, folder.resolve(name + ".log"), Arrays.asList(arguments)));
    }

    private Process java(String type, Path log, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-Xmx2g"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(a ->
                        a.startsWith("--add-opens") || a.startsWith("-Djdk.reflect") || a.startsWith("-Duser.timezone"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Dparallax.home=" + Path.of("").toAbsolutePath(),
                "-Dlog4j2.configurationFile="
                        + Path.of("src/test/resources/daemon-log4j2.properties").toAbsolutePath(),
                "-cp",
                home.resolve("jars") + File.separator + "*",
                type));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.12");
        return builder.start();
    }

    private void waitFor(String name, String line) throws IOException, InterruptedException {
        Path log = folder.resolve(name + ".log");
        for (int i = 0; i < 600; i++) {
            if (Files.exists(log) && Files.readString(log).contains(line)) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the " + name + " does not start: " + Files.readString(log));
    }

    /** A folder whose {@code jars/} links every jar of the class path is all that Spark asks of its home. */
    private static Path home(Path folder) throws IOException {
        Path jars = Files.createDirectories(folder.resolve("spark/jars"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) {
                Path jar = Path.of(entry);
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
            }
        }
        return folder.resolve("spark");
    }

    /** The job's own classes as the jar that spark-submit sends to the executors. */
    private static Path jar(Path folder) throws IOException {
        Path classes = Path.of("target/classes");
        Path jar = folder.resolve("parallax.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> {
                try {
                    out.putNextEntry(
                            new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                    Files.copy(file, out);
                    out.closeEntry();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return jar;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
