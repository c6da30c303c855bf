package org.parallax.stance;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Actor;
import org.parallax.config.ConfigException;
import org.parallax.config.Target;
import org.parallax.table.ScoresTable;

/**
 * Where the model's best two classes are close, the name can decide instead of the sentence. There it reads the sentence a
 * second time with the target's name left out and only its place marked, and the answer is the weighted mean of the two.
 * Averaging over variants of an input is test-time augmentation (Shanmugam et al., ICCV 2021); leaving the entity's name out
 * so that the rest of the sentence has to answer is entity masking (Zhang et al., "Position-aware attention and supervised
 * data improve slot filling", EMNLP 2017).
 *
 * @param closerThan difference of the best two probabilities below which a question is asked again; 0 for never
 * @param weight of the second answer, from 0 to 1
 */
public record SecondReading(double closerThan, double weight) {
    static final SecondReading NONE = new SecondReading(0, 0);

    private static final String ENTRY = "second_reading";
    private static final String SECOND_ID = "second_question_id";
    private static final String SECOND = "second_";
    private static final String[] PROBABILITIES = {
        ScoresTable.P_UNFAVOURABLE, ScoresTable.P_NEUTRAL, ScoresTable.P_FAVOURABLE
    };

    /** "The" goes with the name, since some names take it and others do not. */
    private static final Pattern NAME = Pattern.compile("(?<![^ ])(the )?" + Marking.TARGET_MARK + " [^"
            + Marking.TARGET_MARK + "]* " + Marking.TARGET_MARK + "(?![^ ])");

    /**
     * Reads the entry {@code second_reading} of a model's card.
     *
     * @return {@link #NONE} where there is no entry
     * @throws ConfigException when there is one that makes no sense
     */
    static SecondReading read(JsonNode card, Path file) {
        JsonNode json = card.path(ENTRY);
        if (json.isMissingNode() || json.isNull()) {
            return NONE;
        }
        SecondReading reading = new SecondReading(
                json.path("closer_than").asDouble(-1), json.path("weight").asDouble(-1));
        if (!share(reading.closerThan) || !share(reading.weight)) {
            throw new ConfigException("stance.model: " + file.toAbsolutePath() + ": " + ENTRY + " is " + json
                    + " but must have closer_than and weight from 0 to 1; correct the card, or take the entry out and"
                    + " have every question answered once");
        }
        return reading;
    }

    /** The targets whose mentions are read again: all but persons, of whom the name tells more than it misleads. */
    public static List<Target> targets(List<Target> targets, List<Actor> actors) {
        Set<String> persons = actors.stream()
                .filter(actor -> actor.kind() == Actor.Kind.PERSON)
                .map(Actor::id)
                .collect(Collectors.toSet());
        return targets.stream().filter(target -> !persons.contains(target.id())).toList();
    }

    private static boolean share(double value) {
        return value >= 0 && value <= 1;
    }

    /** The words of a question without its target's name; null where no target is marked, as in questions about tone. */
    static @Nullable String without(String words) {
        Matcher name = NAME.matcher(words);
        return name.find() && !name.find() ? name.replaceFirst(Marking.TARGET_MARK + " " + Marking.TARGET_MARK) : null;
    }

    /**
     * The questions that are to be asked again, without the name.
     *
     * @param questions with {@link Questions#QUESTION_ID} and {@link Questions#WITHOUT_NAME}
     * @param scores rows of {@link ScoresTable} with the first answers
     */
    public Dataset<Row> questions(Dataset<Row> questions, Dataset<Row> scores) {
        return close(questions, scores)
                .select(
                        col(SECOND_ID).as(Questions.QUESTION_ID),
                        col(Questions.WITHOUT_NAME).as(Questions.QUESTION));
    }

    /**
     * The answers to questions, of both readings where there were two.
     *
     * @param scores rows of {@link ScoresTable} with first and second answers
     */
    public Dataset<Row> answers(Dataset<Row> questions, Dataset<Row> scores) {
        Dataset<Row> second = scores.select(
                col(ScoresTable.QUESTION_ID).as(SECOND_ID),
                second(ScoresTable.P_UNFAVOURABLE),
                second(ScoresTable.P_NEUTRAL),
                second(ScoresTable.P_FAVOURABLE));
        Dataset<Row> readAgain = close(questions, scores)
                .select(Questions.QUESTION_ID, SECOND_ID)
                .join(second, Scoring.asSeq(SECOND_ID));
        Dataset<Row> answers = scores.join(readAgain, Scoring.asSeq(Questions.QUESTION_ID), "left");
        for (String p : PROBABILITIES) {
            Column mean = col(p).multiply(1 - weight).plus(col(SECOND + p).multiply(weight));
            answers = answers.withColumn(p, coalesce(mean, col(p)));
        }
        return ScoresTable.TABLE.conform(answers);
    }

    private static Column second(String probability) {
        return col(probability).as(SECOND + probability);
    }

    /** The questions with close answers, by their own id, with the words of the second reading and their id. */
    private Dataset<Row> close(Dataset<Row> questions, Dataset<Row> scores) {
        return questions
                .filter(col(Questions.WITHOUT_NAME).isNotNull())
                .select(Questions.QUESTION_ID, Questions.WITHOUT_NAME)
                .dropDuplicates(Questions.QUESTION_ID)
                .join(scores.filter(margin().lt(closerThan)), Scoring.asSeq(Questions.QUESTION_ID), "left_semi")
                .withColumn(SECOND_ID, Questions.id(Questions.WITHOUT_NAME));
    }

    /** How far the best class is from the next. */
    private static Column margin() {
        Column u = col(ScoresTable.P_UNFAVOURABLE);
        Column n = col(ScoresTable.P_NEUTRAL);
        Column f = col(ScoresTable.P_FAVOURABLE);
        Column best = greatest(u, n, f);
        // Of three numbers the middle one is what is left of their sum.
        return best.multiply(2).plus(least(u, n, f)).minus(u.plus(n).plus(f));
    }
}
