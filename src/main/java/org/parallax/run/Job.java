package org.parallax.run;

import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parallax.article.ArticleStanceStage;
import org.parallax.article.ArticleToneStage;
import org.parallax.config.CanonicalSettings;
import org.parallax.config.ConfigException;
import org.parallax.config.Settings;
import org.parallax.config.Target;
import org.parallax.label.SheetRow;
import org.parallax.mention.NameStage;
import org.parallax.stance.SecondReading;
import org.parallax.stance.StanceModel;
import org.parallax.stance.StanceStage;
import org.parallax.stance.ToneStage;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ArticleToneTable;
import org.parallax.table.CitedSourcesTable;
import org.parallax.table.Manifest;
import org.parallax.table.MentionsTable;
import org.parallax.table.Publication;
import org.parallax.table.TableStore;
import org.parallax.voice.CitationStage;
import org.parallax.voice.MentionRows;
import org.parallax.voice.VoiceStage;

/** The order of the stages: from a source of articles to published tables. */
public final class Job {
    private final SparkSession spark;
    private final Settings settings;
    private final Progress progress;

    public Job(SparkSession spark, Settings settings, Progress progress) {
        this.spark = spark;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Checks the articles and publishes them with the rejects, without scoring anything.
     *
     * @throws ConfigException when the folder holds the tables of a run, which would no longer fit to the articles
     */
    public Manifest ingest(Source source, String folder) {
        Instant started = Instant.now();
        TableStore store = new TableStore(spark, folder);
        if (store.contains(MentionsTable.TABLE)) {
            throw new ConfigException("--output " + folder + " holds the tables of a run; ingest into another folder");
        }
        try (Publication out = store.begin();
                Steps steps = new Steps(spark, progress)) {
            Corpus corpus = Corpus.read(spark, source, settings, steps, out);
            return publish(out, corpus, steps, started, "");
        }
    }

    /** Takes the articles through all stages and publishes all tables. */
    public Manifest run(Source source, String folder) {
        return run(source, List.of(), folder);
    }

    /**
     * The same with what people said of some mentions.
     *
     * @param labels filled labelling sheets
     */
    public Manifest run(Source source, List<String> labels, String folder) {
        Instant started = Instant.now();
        TableStore store = new TableStore(spark, folder);
        try (Publication out = store.begin();
                Steps steps = new Steps(spark, progress)) {
            List<SheetRow> sheets = Labelling.read(spark, labels, store, steps);
            StanceModel model = steps.call("load the model", this::model);
            Corpus corpus = Corpus.read(spark, source, settings, steps, out);
            score(corpus.articles(), sheets, model, store, out, steps);
            return publish(out, corpus, steps, started, model.id());
        }
    }

    private void score(
            Dataset<Row> articles,
            List<SheetRow> sheets,
            StanceModel model,
            TableStore store,
            Publication out,
            Steps steps) {
        List<String> languages = settings.stance().languages();
        Dataset<Row> texts = steps.hold(
                "find sentences and names", NameStage.apply(articles, settings.targets(), settings.actors()));
        Dataset<Row> mentions = steps.hold(
                "tell whose voice it is", StanceStage.ask(VoiceStage.apply(texts, settings.actors()), languages));
        steps.write("list cited sources", out, CitedSourcesTable.TABLE, CitationStage.apply(texts, settings.actors()));
        Dataset<Row> sentences = steps.hold(
                "choose sentences for tone",
                ToneStage.ask(texts, languages, settings.stance().toneSentences()));

        List<String> readAgain = SecondReading.targets(settings.targets(), settings.actors()).stream()
                .map(Target::id)
                .toList();
        Dataset<Row> questions = StanceStage.questions(mentions, readAgain).union(ToneStage.questions(sentences));
        Dataset<Row> scores = Answers.of(questions, model, store, out, steps);

        Dataset<Row> scored = steps.hold(
                "put scores to mentions",
                StanceStage.answer(mentions, scores, settings.stance().minConfidence()));
        steps.write("write mentions", out, MentionsTable.TABLE, scored);
        Dataset<Row> labels = Labelling.publish(scored, sheets, settings.labels(), out, steps);
        Dataset<Row> stance = steps.write(
                "sum up articles",
                out,
                ArticleStanceTable.TABLE,
                ArticleStanceStage.sum(
                        scored.withColumnRenamed(MentionRows.SENTENCE, ArticleStanceTable.EVIDENCE_SENTENCE),
                        articles,
                        settings.articles()));
        steps.write(
                "sum up their tone",
                out,
                ArticleToneTable.TABLE,
                ArticleToneStage.sum(ToneStage.answer(sentences, scores), articles, settings.articles()));
        new Analysis(settings, out, steps).write(articles, scored, stance, labels, ErrorModel.of(model.errors()));
    }

    private StanceModel model() {
        StanceModel model = StanceModel.load(spark, settings.stance().model());
        List<String> unread = settings.stance().languages().stream()
                .filter(language -> !model.languages().contains(language))
                .toList();
        if (!unread.isEmpty()) {
            throw new ConfigException("stance.languages = " + settings.stance().languages() + ": the model "
                    + model.id() + " reads " + model.languages() + "; take out " + unread);
        }
        return model;
    }

    private Manifest publish(Publication out, Corpus corpus, Steps steps, Instant started, String modelId) {
        Manifest manifest = new Manifest(
                out.runId(),
                corpus.unreadable().isEmpty() ? Manifest.Status.COMPLETE : Manifest.Status.FILES_SKIPPED,
                started,
                Instant.now(),
                corpus.inputs(),
                corpus.unreadable(),
                steps.done(),
                out.tables(),
                corpus.rejects(),
                modelId,
                settings.hash(),
                CanonicalSettings.map(settings),
                Versions.of(spark));
        out.publish(manifest);
        return manifest;
    }
}
