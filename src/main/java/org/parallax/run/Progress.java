package org.parallax.run;

import java.io.PrintWriter;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows the stages of long work: on a terminal one line that is redrawn, elsewhere a plain line at the end of each stage
 * and now and then within a long one.
 */
public final class Progress implements AutoCloseable {
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private enum Look {
        TERMINAL(200),
        PLAIN(30_000);

        private final long millis;

        Look(long millis) {
            this.millis = millis;
        }
    }

    private static final class Stage {
        private final String name;
        private final long begun;
        private final LongAdder added = new LongAdder();
        private volatile LongSupplier counted = added::sum;
        private volatile long total;

        private Stage(String name, long begun) {
            this.name = name;
            this.begun = begun;
        }
    }

    private final PrintWriter out;
    private final Look look;
    private final LongSupplier nanos;
    private final @Nullable Timer ticker;
    private @Nullable Stage stage;
    private int number;

    Progress(PrintWriter out, boolean terminal, LongSupplier nanos) {
        this.out = out;
        this.look = terminal ? Look.TERMINAL : Look.PLAIN;
        this.nanos = nanos;
        this.ticker = null;
    }

    private Progress(PrintWriter out, Look look) {
        this.out = out;
        this.look = look;
        this.nanos = System::nanoTime;
        this.ticker = new Timer("progress", true);
        ticker.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        tick();
                    }
                },
                look.millis,
                look.millis);
    }

    /** Progress on a terminal. */
    public static Progress onTerminal(PrintWriter out) {
        return new Progress(out, Look.TERMINAL);
    }

    /** Progress for a log file or a scheduler. */
    public static Progress inPlainLines(PrintWriter out) {
        return new Progress(out, Look.PLAIN);
    }

    /** Begins a stage. */
    public synchronized void stage(String name) {
        number++;
        stage = new Stage(String.format("%2d %s", number, name), nanos.getAsLong());
        tickOnTerminal();
    }

    /** Says how much the stage has to do, from when on rate and time left are shown. */
    public synchronized void total(long total) {
        if (stage != null) {
            stage.total = total;
        }
    }

    /** Counts work of the stage that is done. */
    public synchronized void add(long done) {
        if (stage != null) {
            stage.added.add(done);
        }
    }

    /** Takes the work that is done from a counter that something else moves. */
    public synchronized void follow(LongSupplier done) {
        if (stage != null) {
            stage.counted = done;
        }
    }

    /** Ends the stage with the rows that came out of it, and tells how many seconds it took. */
    public synchronized double end(long rows) {
        return end(seconds -> StageLine.ended(name(), rows, seconds));
    }

    /** Ends a stage that has no rows. */
    public synchronized double end() {
        return end(seconds -> StageLine.ended(name(), seconds));
    }

    /** Says something that stays, between stages. */
    public synchronized void note(String line) {
        clear();
        out.println(line);
        out.flush();
    }

    private double end(DoubleFunction<String> line) {
        if (stage == null) {
            return 0;
        }
        double seconds = seconds(stage);
        clear();
        out.println(line.apply(seconds));
        out.flush();
        stage = null;
        return seconds;
    }

    private String name() {
        return stage == null ? "" : stage.name;
    }

    /** Shows how far the stage is. */
    synchronized void tick() {
        Stage now = stage;
        if (now == null) {
            return;
        }
        clear();
        String line = StageLine.running(now.name, now.counted.getAsLong(), now.total, seconds(now));
        if (look == Look.TERMINAL) {
            out.print(line);
            out.flush();
        } else {
            out.println(line);
            out.flush();
        }
    }

    @Override
    public synchronized void close() {
        if (ticker != null) {
            ticker.cancel();
        }
        if (stage != null) {
            clear();
            stage = null;
        }
    }

    private void tickOnTerminal() {
        if (look == Look.TERMINAL) {
            tick();
        }
    }

    private void clear() {
        if (look == Look.TERMINAL) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }

    private double seconds(Stage of) {
        return (nanos.getAsLong() - of.begun) / 1e9;
    }
}
