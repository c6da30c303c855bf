package org.parallax.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parallax.config.Settings;
import org.parallax.stance.BareModel;
import org.parallax.stance.Probabilities;
import org.parallax.stance.Question;
import org.parallax.stance.Questions;
import org.parallax.stance.Scoring;
import org.parallax.stance.StanceModel;
import org.parallax.table.ScoresTable;

/**
 * How fast the job scores, beside a bare loop over ONNX Runtime: the same model, texts and cores in one process, in turns, so
 * that what else the machine does falls on both.
 */
public final class Speed implements AutoCloseable {
    private final SparkSession spark;
    private final List<Question> questions;
    private final List<long[]> ids;
    private final BareModel bare;
    private final StanceModel model;
    private final int threads;

    private Speed(SparkSession spark, List<Question> questions, BareModel bare, StanceModel model) {
        this.spark = spark;
        this.questions = questions;
        this.bare = bare;
        this.model = model;
        this.ids = questions.stream().map(q -> bare.ids(q.words())).toList();
        this.threads = spark.sparkContext().defaultParallelism();
    }

    /**
     * Loads the model twice and prepares the texts.
     *
     * @param texts how many different texts a round scores
     */
    public static Speed of(SparkSession spark, Source source, Settings settings, int texts) {
        return new Speed(
                spark,
                SpeedTexts.of(spark, source, settings, texts),
                BareModel.load(settings.stance().model()),
                StanceModel.load(spark, settings.stance().model()));
    }

    /**
     * One round: each of the three ways once, in texts a second.
     *
     * @param bare ONNX Runtime on ids that were made before
     * @param bareWithPieces the same with making the ids of the words
     * @param job the job's path through Spark NLP
     */
    public record Round(double bare, double bareWithPieces, double job) {}

    /** Threads of the bare loop, and tasks at a time of the job. */
    public int cores() {
        return threads;
    }

    public int texts() {
        return questions.size();
    }

    public String modelId() {
        return model.id();
    }

    /** Mean word pieces of a text. */
    public double pieces() {
        return ids.stream().mapToInt(i -> i.length).average().orElse(0);
    }

    /** Scores all texts the job's way twice, so that Java has compiled what a long run would find compiled. */
    public void warmUp() {
        job();
        job();
    }

    /** Scores all texts each way. */
    public Round round() {
        double prepared = rate(() -> bare(i -> bare.answer(ids.get(i))));
        double whole =
                rate(() -> bare(i -> bare.answer(bare.ids(questions.get(i).words()))));
        double job = rate(this::job);
        return new Round(prepared, whole, job);
    }

    /** The bare loop's answers in the order of the texts. */
    List<Probabilities> bare() {
        return bare(i -> bare.answer(ids.get(i)));
    }

    /** The job's answers, as a scores table. */
    List<Row> job() {
        return Scoring.answer(Questions.of(spark, questions), model)
                .select(
                        ScoresTable.QUESTION_ID,
                        ScoresTable.P_UNFAVOURABLE,
                        ScoresTable.P_NEUTRAL,
                        ScoresTable.P_FAVOURABLE)
                .collectAsList();
    }

    List<Question> questions() {
        return questions;
    }

    private double rate(Callable<?> work) {
        long start = System.nanoTime();
        try {
            work.call();
        } catch (Exception e) {
            throw new IllegalStateException("the benchmark failed", e);
        }
        return questions.size() / ((System.nanoTime() - start) / 1e9);
    }

    private List<Probabilities> bare(Function<Integer, Probabilities> answer) {
        Probabilities[] answers = new Probabilities[questions.size()];
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            IntStream.range(0, threads)
                    .forEach(t -> workers.add(pool.submit(() -> {
                        for (int i = next.getAndIncrement(); i < answers.length; i = next.getAndIncrement()) {
                            answers[i] = answer.apply(i);
                        }
                    })));
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a thread of the bare loop failed", e);
        } finally {
            pool.shutdownNow();
        }
        return List.of(answers);
    }

    @Override
    public void close() {
        bare.close();
    }
}
