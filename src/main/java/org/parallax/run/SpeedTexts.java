package org.parallax.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parallax.config.Settings;
import org.parallax.corpus.InputException;
import org.parallax.corpus.Intake;
import org.parallax.corpus.RawFiles;
import org.parallax.mention.NameStage;
import org.parallax.stance.Question;
import org.parallax.stance.Questions;
import org.parallax.stance.ToneStage;
import org.parallax.table.ArticlesTable;
import org.parallax.table.TableStore;

/** The questions that a benchmark asks: one for each sentence of a corpus, all different. */
final class SpeedTexts {
    private SpeedTexts() {}

    /** As many questions as wanted; a corpus of fewer sentences is gone through again, with the round's number before each. */
    static List<Question> of(SparkSession spark, Source source, Settings settings, int wanted) {
        Dataset<Row> articles = source instanceof Source.Tables tables
                ? new TableStore(spark, tables.folder()).read(ArticlesTable.TABLE)
                : accepted(spark, (Source.Files) source, settings);
        Dataset<Row> texts = NameStage.apply(articles, settings.targets(), settings.actors());
        List<String> sentences = ToneStage.ask(texts, settings.stance().languages(), Integer.MAX_VALUE)
                .select(Questions.QUESTION_ID, Questions.QUESTION)
                .dropDuplicates(Questions.QUESTION_ID)
                .orderBy(Questions.QUESTION_ID)
                .collectAsList()
                .stream()
                .map(row -> row.getString(1))
                .toList();
        if (sentences.isEmpty()) {
            throw new InputException(
                    "the input holds no sentence in " + settings.stance().languages());
        }
        Map<String, Question> questions = new LinkedHashMap<>();
        for (int round = 0; questions.size() < wanted; round++) {
            for (String sentence : sentences) {
                if (questions.size() < wanted) {
                    String text = round == 0 ? sentence : round + " " + sentence;
                    questions.putIfAbsent(text, new Question(text));
                }
            }
        }
        return new ArrayList<>(questions.values());
    }

    private static Dataset<Row> accepted(SparkSession spark, Source.Files source, Settings settings) {
        Dataset<Row> rows = RawFiles.read(spark, source.paths(), source.format(), settings.corpus())
                .rows();
        return Intake.accepted(Intake.check(rows, settings.corpus()));
    }
}
