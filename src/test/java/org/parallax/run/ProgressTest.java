package org.parallax.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter shown = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void aTerminalLineIsRedrawnWithRateAndTimeLeft() {
        Progress progress = progress(true);
        progress.stage("score texts");
        progress.total(3000);
        progress.add(500);
        pass(10);
        progress.tick();
        progress.add(500);
        pass(10);
        progress.tick();

        assertThat(shown.toString().split("\r\u001b\\[2K"))
                .containsExactly(
                        "",
                        " 1 score texts  0.0 s",
                        " 1 score texts  500 of 3,000  50/s  50 s left  10 s",
                        " 1 score texts  1,000 of 3,000  50/s  40 s left  20 s");
    }

    @Test
    void plainLinesHoldNoControlCharacters() {
        Progress progress = progress(false);
        progress.stage("check rows");
        pass(30);
        progress.tick();
        pass(42);
        progress.end(1234);
        progress.stage("load the model");
        pass(2);
        progress.end();

        assertThat(shown.toString().lines())
                .containsExactly(
                        " 1 check rows  30 s", " 1 check rows  1,234 rows  1 min 12 s", " 2 load the model  2.0 s");
    }

    @Test
    void aCounterThatSomethingElseMovesIsFollowed() {
        AtomicLong scored = new AtomicLong(40);
        Progress progress = progress(false);
        progress.stage("score texts");
        progress.total(50);
        progress.follow(scored::get);
        pass(8);
        progress.tick();

        assertThat(shown.toString().strip()).isEqualTo("1 score texts  40 of 50  5.0/s  2.0 s left  8.0 s");
    }

    @Test
    void theEndTellsTheSeconds() {
        Progress progress = progress(false);
        progress.stage("check rows");
        pass(3);

        assertThat(progress.end(1)).isEqualTo(3.0);
        assertThat(progress.end(1)).isZero();
    }

    private Progress progress(boolean terminal) {
        return new Progress(new PrintWriter(shown, true), terminal, nanos::get);
    }

    private void pass(long seconds) {
        nanos.addAndGet(seconds * 1_000_000_000);
    }
}
