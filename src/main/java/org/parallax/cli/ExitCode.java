package org.parallax.cli;

/** What a scheduler learns from the end of a command. */
final class ExitCode {
    static final int DONE = 0;
    static final int USAGE = 1;
    static final int INPUT = 2;
    static final int FAILED = 3;

    private ExitCode() {}
}
