package org.parallax.cli;

import java.io.PrintWriter;
import org.parallax.config.ConfigException;
import org.parallax.corpus.InputException;
import org.parallax.table.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into a message for people and an exit code for schedulers. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Parallax parallax;

    Failures(Parallax parallax) {
        this.parallax = parallax;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("parallax: " + failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof ParameterException usage) {
            return handleParseException(usage, new String[0]);
        }
        Throwable named = named(failure);
        int code = code(named);
        err.println("parallax: " + message(named, code));
        if (parallax.debug) {
            failure.printStackTrace(err);
        } else if (code == ExitCode.FAILED) {
            err.println("The same command with --debug shows the stack trace.");
        }
        return code;
    }

    private static int code(Throwable named) {
        if (named instanceof ConfigException) {
            return ExitCode.USAGE;
        }
        return named instanceof InputException ? ExitCode.INPUT : ExitCode.FAILED;
    }

    private static String message(Throwable named, int code) {
        String message = String.valueOf(named.getMessage());
        if (named instanceof ConfigException && message.contains("\n")) {
            return message.lines().count() + " problems in the configuration:\n  " + message.replace("\n", "\n  ");
        }
        if (code == ExitCode.FAILED && !(named instanceof StoreException)) {
            String type = named.getClass().getSimpleName();
            return named.getMessage() == null
                    ? "failed: " + type
                    : "failed: " + message.lines().findFirst().orElse("") + " (" + type + ")";
        }
        return message;
    }

    /** One of our own failures wherever Spark has wrapped it, else the first cause. */
    private static Throwable named(Throwable failure) {
        Throwable deepest = failure;
        for (Throwable t = failure; t != null; t = t.getCause() == t ? null : t.getCause()) {
            if (t instanceof ConfigException || t instanceof InputException || t instanceof StoreException) {
                return t;
            }
            if (t.getMessage() != null) {
                deepest = t;
            }
        }
        return deepest;
    }
}
