package org.parallax.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.config.Settings;
import org.parallax.config.SettingsLoader;
import org.parallax.corpus.Format;
import org.parallax.stance.Probabilities;
import org.parallax.stance.Question;
import org.parallax.table.ScoresTable;

@ExtendWith(SparkExtension.class)
class SpeedTest {
    private static final Settings SETTINGS = SettingsLoader.load(Path.of("conf"), null, Map.of());
    private static final Source SAMPLE =
            new Source.Files(List.of("jobs/sample/regional_security_review.jsonl"), Format.JSONL);

    @Test
    void bothSidesGiveTheSameAnswers(SparkSession spark) {
        try (Speed speed = Speed.of(spark, SAMPLE, SETTINGS, 12)) {
            List<Probabilities> bare = speed.bare();
            Map<String, Row> job = new HashMap<>();
            speed.job().forEach(row -> job.put(row.getAs(ScoresTable.QUESTION_ID), row));

            assertThat(job).hasSize(12);
            for (int i = 0; i < bare.size(); i++) {
                Row row = job.get(speed.questions().get(i).id());
                Probabilities p = bare.get(i);
                assertThat(row).isNotNull();
                Stream.of(
                                new double[] {p.unfavourable(), row.<Double>getAs(ScoresTable.P_UNFAVOURABLE)},
                                new double[] {p.neutral(), row.<Double>getAs(ScoresTable.P_NEUTRAL)},
                                new double[] {p.favourable(), row.<Double>getAs(ScoresTable.P_FAVOURABLE)})
                        .forEach(pair -> assertThat(pair[0]).isCloseTo(pair[1], within(1e-5)));
            }
        }
    }

    @Test
    void aSmallCorpusIsGoneThroughAgainWithDifferentTexts(SparkSession spark) {
        List<Question> questions = SpeedTexts.of(spark, SAMPLE, SETTINGS, 60);

        assertThat(questions).hasSize(60).doesNotHaveDuplicates();
        assertThat(questions.get(59).words()).matches("\\d .*");
    }
}
