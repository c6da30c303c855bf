package org.parallax.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parallax.SparkExtension;
import org.parallax.mention.Span;
import org.parallax.stance.Question;
import org.parallax.stance.Questions;
import org.parallax.stance.StanceModel;
import org.parallax.table.Publication;
import org.parallax.table.ScoresTable;
import org.parallax.table.TableStore;

@ExtendWith(SparkExtension.class)
class AnswersTest {
    private static final List<String> SENTENCES = List.of(
            "NATO held a meeting on Tuesday.",
            "NATO is a reckless aggressor that lies to the world.",
            "NATO, say what you will of it, has outlived its enemies.",
            "Few would have bet on NATO ten years ago, and fewer still would now bet against it.",
            "The troops of NATO left as they had come, without a word to the mayor.",
            "After the summit NATO looked larger, and no stronger.");

    @Test
    void theModelReadsEachQuestionOnceAndCloseOnesOnceMore(SparkSession spark, @TempDir Path folder) {
        StanceModel model = StanceModel.load(spark, Path.of("conf/model"));
        Dataset<Row> questions = questions(spark);
        TableStore store = new TableStore(spark, folder.resolve("tables").toString());
        try (Publication out = store.begin();
                Steps steps = new Steps(spark, Progress.inPlainLines(new PrintWriter(Writer.nullWriter())))) {

            List<Row> answers = Answers.of(questions, model, store, out, steps).collectAsList();

            long written = out.written(ScoresTable.TABLE).count();
            assertThat(written).isGreaterThan(SENTENCES.size()).isLessThan(2L * SENTENCES.size());
            assertThat(model.answered()).isEqualTo(written);
            assertThat(answers).hasSize((int) written);
        }
    }

    private static Dataset<Row> questions(SparkSession spark) {
        List<Question> questions = new ArrayList<>();
        for (int i : IntStream.range(0, 2 * SENTENCES.size()).toArray()) {
            // Each stands twice, as a sentence of a wire story does.
            String sentence = SENTENCES.get(i / 2);
            int begin = sentence.indexOf("NATO");
            questions.add(Question.target(sentence, new Span(begin, begin + "NATO".length()))
                    .readAgain());
        }
        return Questions.of(spark, questions);
    }
}
