package org.parallax.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.parallax.config.ConfigException;
import org.parallax.corpus.InputException;
import org.parallax.table.StoreException;
import picocli.CommandLine;

class FailuresTest {
    private final Parallax parallax = new Parallax();
    private final StringWriter err = new StringWriter();

    @Test
    void refusedInputIsTwoHoweverDeepSparkHasWrappedIt() {
        int code = fail(new RuntimeException(
                "Job aborted", new IllegalStateException("task failed", new InputException("input a.csv is empty"))));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).isEqualToIgnoringNewLines("parallax: input a.csv is empty");
    }

    @Test
    void configurationIsOne() {
        assertThat(fail(new ConfigException("x.conf:1: a = 1: no"))).isEqualTo(1);
        assertThat(err.toString()).isEqualToIgnoringNewLines("parallax: x.conf:1: a = 1: no");
    }

    @Test
    void anythingElseIsThreeInOneLineWithTheFirstCause() {
        int code = fail(new RuntimeException(
                "Job aborted:\nstack", new IllegalArgumentException("no column body\nmore lines")));

        assertThat(code).isEqualTo(3);
        assertThat(err.toString().lines())
                .containsExactly(
                        "parallax: failed: no column body (IllegalArgumentException)",
                        "The same command with --debug shows the stack trace.");
    }

    @Test
    void aStoresOwnWordsAreKept() {
        assertThat(fail(new StoreException("another run writes there"))).isEqualTo(3);
        assertThat(err.toString()).startsWith("parallax: another run writes there");
    }

    @Test
    void debugShowsTheStackTrace() {
        parallax.debug = true;

        assertThat(fail(new IllegalStateException("broken"))).isEqualTo(3);
        assertThat(err.toString()).contains("parallax: failed: broken").contains("\tat ");
    }

    @Test
    void aFailureWithoutAMessageIsNamedByItsType() {
        assertThat(fail(new NullPointerException())).isEqualTo(3);
        assertThat(err.toString()).startsWith("parallax: failed: NullPointerException");
    }

    private int fail(Exception failure) {
        CommandLine command = new CommandLine(parallax).setErr(new PrintWriter(err, true));
        return new Failures(parallax).handleExecutionException(failure, command, command.parseArgs("--version"));
    }
}
