package org.parallax.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.parallax.config.Settings;
import org.parallax.corpus.InputException;
import org.parallax.stance.StanceModel;

/** Scores labelled files through the very stages that a run uses. A question that several files ask is scored once. */
public final class Evaluation {
    private static final String JSON_LINES = ".jsonl";

    private final SparkSession spark;
    private final Settings settings;
    private final Respondent respondent;
    private final NameSwap swap;
    private final ReadAgain readAgain;

    /** Loads the model. */
    public Evaluation(SparkSession spark, Settings settings) {
        this.spark = spark;
        this.settings = settings;
        this.respondent =
                new Respondent(spark, StanceModel.load(spark, settings.stance().model()));
        this.swap = NameSwap.of(settings);
        this.readAgain = ReadAgain.of(settings);
    }

    /** Which files of a folder are scored. */
    public enum Parts {
        /** Those that no model was trained on, by their names. */
        HELD_OUT,
        ALL
    }

    /**
     * The scorecard of a file of mentions or of whole articles.
     *
     * @throws InputException when the file is broken, naming its lines
     */
    public Scorecard file(Path file) {
        return card(file.getFileName().toString(), LabelledFile.read(file));
    }

    /**
     * The scorecards of all labelled files below a folder whose language the model reads.
     *
     * @param begun told the path of each file before it is scored
     * @throws InputException when there is no such folder, when it holds no labelled file, or when one of them is broken
     */
    public Scorecards all(Path folder, Parts parts, Consumer<String> begun) {
        List<Scorecard> cards = new ArrayList<>();
        List<Scorecards.LeftOut> left = new ArrayList<>();
        for (Path file : jsonLines(folder)) {
            String name = folder.relativize(file).toString();
            if (!LabelledFile.claimsToBeOne(file)) {
                left.add(new Scorecards.LeftOut(
                        name, "no labelled file: its first line has no label with a text or a body"));
                continue;
            }
            if (parts == Parts.HELD_OUT && training(file)) {
                left.add(new Scorecards.LeftOut(name, "for training; --include-train scores it too"));
                continue;
            }
            List<Labelled> items = LabelledFile.read(file);
            if (items.stream().noneMatch(item -> settings.stance().languages().contains(item.language()))) {
                left.add(new Scorecards.LeftOut(
                        name,
                        "in the language " + items.get(0).language() + "; the model reads "
                                + String.join(", ", settings.stance().languages())));
                continue;
            }
            begun.accept(name);
            cards.add(card(name, items));
        }
        if (cards.isEmpty()) {
            throw new InputException(folder + " holds no labelled file to score (*" + JSON_LINES + ")"
                    + (left.isEmpty() ? "" : "; left out: " + left));
        }
        return new Scorecards(cards, left);
    }

    /** The bias probe: the same sentences with different names in them. */
    public ProbeReport probe() {
        return new ProbeReport(BiasProbe.run(respondent), respondent.modelId());
    }

    private Scorecard card(String name, List<Labelled> items) {
        boolean articles = items.get(0) instanceof Labelled.Article;
        List<String> languages = settings.stance().languages();
        List<Labelled.Mention> mentions = of(items, Labelled.Mention.class);
        List<Verdict> verdicts = articles
                ? ArticleScoring.score(spark, of(items, Labelled.Article.class), respondent, settings)
                : MentionScoring.score(mentions, respondent, readAgain, languages);
        SwapResult swapped = articles ? null : SwapConsistency.of(mentions, respondent, swap, languages);
        return new Scorecard(
                name,
                articles ? Scorecard.Level.ARTICLE : Scorecard.Level.MENTION,
                Figures.of(verdicts),
                articles ? null : Scorecard.several(verdicts),
                articles ? new TreeMap<>() : Scorecard.targets(verdicts),
                swapped,
                verdicts.stream().filter(v -> !v.read()).count(),
                Scorecard.uncertain(verdicts, settings.stance().minConfidence()),
                mentions.stream().filter(Labelled.Mention::directed).count(),
                respondent.perSecond(),
                respondent.modelId());
    }

    private static <T extends Labelled> List<T> of(List<Labelled> items, Class<T> kind) {
        return items.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static boolean training(Path file) {
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.length() - JSON_LINES.length());
        return stem.equals("train") || stem.endsWith("_train");
    }

    private static List<Path> jsonLines(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException("there is no folder " + folder);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(JSON_LINES) && Files.isRegularFile(f))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
