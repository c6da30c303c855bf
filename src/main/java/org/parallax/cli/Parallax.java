package org.parallax.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.parallax.run.Versions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Entry of the program: the commands, their help and their exit codes. */
@Command(
        name = "parallax",
        description = "Measures how news articles stance toward named targets, and whose stance it is.",
        versionProvider = Parallax.Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            IngestCommand.class,
            RunCommand.class,
            SampleCommand.class,
            ExplainCommand.class,
            CompareCommand.class,
            EvaluateCommand.class,
            SimulateCommand.class,
            BenchmarkCommand.class,
            BenchmarkTablesCommand.class
        },
        footer = {
            "",
            "jobs/parallax takes --master URL with any command, and then goes through spark-submit.",
            "It gives the JVM 4g of memory; PARALLAX_MEMORY=8g gives more."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:bad usage or configuration",
            "2:input refused",
            "3:failed while running; the published tables are as before"
        })
public final class Parallax implements Runnable {

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "When the command fails, show the stack trace too.")
    boolean debug;

    @Spec
    @Nullable
    CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    /** Only the command's own words go to the standard output: what libraries print there would spoil the JSON. */
    private static int execute(String[] arguments) {
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        CommandLine command = commandLine().setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        try {
            return command.execute(arguments);
        } catch (OutOfMemoryError e) {
            return failed("out of memory: " + e.getMessage()
                    + "; give more with PARALLAX_MEMORY=8g, or --master to use a cluster");
        } catch (LinkageError e) {
            return failed("the class path is broken: " + e + "; build again with mvn clean package");
        }
    }

    private static int failed(String message) {
        System.err.println("parallax: " + message);
        return ExitCode.FAILED;
    }

    /** The program as a value, so that tests run it as a user does. */
    static CommandLine commandLine() {
        Parallax parallax = new Parallax();
        Failures failures = new Failures(parallax);
        return new CommandLine(parallax)
                .setUsageHelpWidth(Terminal.helpWidth())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "say which command: " + String.join(", ", spec.subcommands().keySet()));
        }
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return Versions.built().entrySet().stream()
                    .sorted((a, b) -> Boolean.compare(isJob(b.getKey()), isJob(a.getKey())))
                    .map(e -> e.getKey() + " " + e.getValue())
                    .toArray(String[]::new);
        }

        private static boolean isJob(String name) {
            return name.equals("parallax");
        }
    }
}
