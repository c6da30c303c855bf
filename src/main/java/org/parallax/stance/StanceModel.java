package org.parallax.stance;

import com.johnsnowlabs.nlp.Annotation;
import com.johnsnowlabs.nlp.DocumentAssembler;
import com.johnsnowlabs.nlp.LightPipeline;
import com.johnsnowlabs.nlp.annotators.RegexTokenizer;
import com.johnsnowlabs.nlp.annotators.classifier.dl.MPNetForSequenceClassification;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.jspecify.annotations.Nullable;
import org.parallax.table.ScoresTable;

/** The shipped model behind Spark NLP. It is loaded on the driver, broadcast, and scores on the executors. */
public final class StanceModel {
    private static final String DOCUMENT = "document";
    static final String TOKEN = "token";
    private static final String ANSWER = "answer";

    /** The encoder's own limit, markers and end signs included; the window keeps every mention inside it. */
    private static final int LONGEST_INPUT = 512;

    private final ModelCard card;
    private final PipelineModel pipeline;
    private final LongAccumulator answered;

    private StanceModel(ModelCard card, PipelineModel pipeline, LongAccumulator answered) {
        this.card = card;
        this.pipeline = pipeline;
        this.answered = answered;
    }

    /**
     * Loads the model of a folder after checking it against its card.
     *
     * @throws org.parallax.config.ConfigException when the folder holds no model, or not the one that its card describes
     */
    public static StanceModel load(SparkSession spark, Path folder) {
        ModelCard card = ModelCard.read(folder);
        DocumentAssembler document = new DocumentAssembler();
        document.setInputCol(Questions.QUESTION);
        document.setOutputCol(DOCUMENT);
        RegexTokenizer token = new RegexTokenizer();
        token.setInputCols(new String[] {DOCUMENT});
        token.setOutputCol(TOKEN);
        token.setPattern(" ");
        token.setToLowercase(false);
        ExactProducts.requireOf(spark);
        MPNetForSequenceClassification answer = MPNetForSequenceClassification.loadSavedModel(
                ExactProducts.folder(ModelFile.folder(folder, card), card.sha256())
                        .toAbsolutePath()
                        .toString(),
                spark);
        answer.setInputCols(new String[] {DOCUMENT, TOKEN});
        answer.setOutputCol(ANSWER);
        answer.setCaseSensitive(true);
        answer.setMaxSentenceLength(LONGEST_INPUT);
        PipelineModel pipeline = new Pipeline()
                .setStages(new PipelineStage[] {document, token, answer})
                .fit(spark.createDataset(List.of(""), Encoders.STRING()).toDF(Questions.QUESTION));
        return new StanceModel(card, pipeline, spark.sparkContext().longAccumulator("texts scored"));
    }

    /** The id that every score carries. */
    public String id() {
        return card.id();
    }

    /** Languages that the model reads, ISO 639-1. */
    public List<String> languages() {
        return card.languages();
    }

    /** The pipeline's parts, in order. */
    List<Transformer> stages() {
        return List.of(pipeline.stages());
    }

    /** How the model errs, by its card; null where that does not say. */
    public @Nullable KnownErrors errors() {
        return card.errors();
    }

    /** When a question is asked again, and what the second answer counts. */
    public SecondReading secondReading() {
        return card.secondReading();
    }

    /** Texts scored since the model was loaded; a repeated task counts again, so it is good for progress alone. */
    public long answered() {
        return answered.value();
    }

    /** Answers the questions: rows with {@link Questions#QUESTION_ID} and {@link Questions#QUESTION} become rows of {@link ScoresTable}. */
    Dataset<Row> score(Dataset<Row> questions) {
        PipelineModel reader = pipeline;
        LongAccumulator count = answered;
        String id = card.id();
        return questions
                .select(Questions.QUESTION_ID, Questions.QUESTION)
                .map(
                        (MapFunction<Row, Row>) question -> {
                            Annotation answer = answer(reader, question.getString(1));
                            count.add(1);
                            return RowFactory.create(
                                    question.getString(0),
                                    probability(answer, Stance.UNFAVOURABLE),
                                    probability(answer, Stance.NEUTRAL),
                                    probability(answer, Stance.FAVOURABLE),
                                    id);
                        },
                        Encoders.row(ScoresTable.TABLE.schema()));
    }

    /**
     * One text through the pipeline. Alone, since dynamic int8 takes one scale for a batch, and an answer must not depend on its
     * neighbours; and without a table in between, since the rows that Spark NLP makes of every token cost more than the tokens.
     */
    private static Annotation answer(PipelineModel reader, String question) {
        return (Annotation) new LightPipeline(reader, false)
                .fullAnnotate(question, "")
                .apply(ANSWER)
                .apply(0);
    }

    private static double probability(Annotation answer, Stance stance) {
        return Double.parseDouble(answer.metadata().apply(stance.code()));
    }
}
