package org.parallax.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parallax.stance.Probabilities;
import org.parallax.stance.Question;
import org.parallax.stance.Questions;
import org.parallax.stance.Scoring;
import org.parallax.stance.SecondReading;
import org.parallax.stance.StanceModel;
import org.parallax.table.ScoresTable;

/** The model as evaluation asks it: through the stages of a run, with its second readings, and each question once, however many files ask it. */
final class Respondent {
    private final SparkSession spark;
    private final StanceModel model;
    private final Map<String, Row> known = new TreeMap<>();
    private long answered;
    private double seconds;

    Respondent(SparkSession spark, StanceModel model) {
        this.spark = spark;
        this.model = model;
    }

    /** The answers in the order of the questions. */
    List<Probabilities> answer(List<Question> questions) {
        Map<String, Probabilities> answers = new HashMap<>();
        for (Row row : answer(Questions.of(spark, questions)).collectAsList()) {
            answers.put(row.getAs(ScoresTable.QUESTION_ID), probabilities(row));
        }
        return questions.stream()
                .map(question -> Objects.requireNonNull(answers.get(question.id()), "a question without an answer"))
                .toList();
    }

    /** The answers to questions, of a stage perhaps, as a scores table. */
    Dataset<Row> answer(Dataset<Row> questions) {
        score(questions);
        SecondReading reading = model.secondReading();
        score(reading.questions(questions, scores()));
        return reading.answers(questions, scores());
    }

    /** Questions answered in a second, loading apart; NaN where none was new. */
    double perSecond() {
        return answered / seconds;
    }

    String modelId() {
        return model.id();
    }

    private Dataset<Row> scores() {
        return spark.createDataFrame(List.copyOf(known.values()), ScoresTable.TABLE.schema());
    }

    private void score(Dataset<Row> questions) {
        long before = model.answered();
        long start = System.nanoTime();
        for (Row row :
                Scoring.answer(Scoring.open(questions, scores(), model), model).collectAsList()) {
            known.put(row.getAs(ScoresTable.QUESTION_ID), row);
        }
        if (model.answered() > before) {
            seconds += (System.nanoTime() - start) / 1e9;
            answered += model.answered() - before;
        }
    }

    private static Probabilities probabilities(Row row) {
        return new Probabilities(
                row.getAs(ScoresTable.P_UNFAVOURABLE),
                row.getAs(ScoresTable.P_NEUTRAL),
                row.getAs(ScoresTable.P_FAVOURABLE));
    }
}
