package org.parallax.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** The program as a user runs it: arguments in, exit code and two streams of text out. */
final class Console {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final int exitCode;

    private Console(String... arguments) {
        CommandLine command =
                Parallax.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        exitCode = command.execute(arguments);
        command.getOut().flush();
        command.getErr().flush();
    }

    static Console type(String... arguments) {
        return new Console(arguments);
    }

    int exitCode() {
        return exitCode;
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
