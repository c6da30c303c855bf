package org.parallax.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What picocli puts into a command before it is called. */
final class Commands {
    private Commands() {}

    static PrintWriter out(@Nullable CommandSpec spec) {
        return given(spec).commandLine().getOut();
    }

    static PrintWriter err(@Nullable CommandSpec spec) {
        return given(spec).commandLine().getErr();
    }

    /** The value of a required option. */
    static <T> T given(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("picocli lets no command run without it");
        }
        return value;
    }
}
