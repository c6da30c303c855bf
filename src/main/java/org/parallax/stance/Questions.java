package org.parallax.stance;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.parallax.mention.Span;
import org.parallax.table.MentionsTable;
import org.parallax.table.ScoresTable;
import org.parallax.voice.MentionRows;
import org.parallax.voice.Voice;

/** Questions to the model as columns: the words that it reads, and their digest as the question's id. */
public final class Questions {
    public static final String QUESTION_ID = ScoresTable.QUESTION_ID;
    public static final String QUESTION = "question";

    /** The words of the {@link SecondReading}; null where a question is asked once. */
    public static final String WITHOUT_NAME = "question_without_name";

    static final String HOLDER_QUESTION_ID = "holder_question_id";
    static final String HOLDER_QUESTION = "holder_question";

    private static final StructType SCHEMA = new StructType()
            .add(QUESTION_ID, DataTypes.StringType)
            .add(QUESTION, DataTypes.StringType)
            .add(WITHOUT_NAME, DataTypes.StringType);

    private Questions() {}

    /** Questions that are not a stage's, one row each. */
    public static Dataset<Row> of(SparkSession spark, Collection<Question> questions) {
        List<Row> rows = questions.stream()
                .map(question -> RowFactory.create(question.id(), question.words(), question.withoutName()))
                .toList();
        return spark.createDataFrame(rows, SCHEMA);
    }

    /** What a mention's sentence conveys toward the target; null in a language that the model does not read. */
    static Column target(List<String> languages) {
        UDF3<String, Integer, Integer, String> words = (sentence, begin, end) ->
                Question.target(sentence, new Span(begin, end)).words();
        return read(
                col(MentionRows.LANGUAGE),
                languages,
                udf(words, DataTypes.StringType).apply(mention()));
    }

    /** What the holder of a mention expresses toward the target; null too where nobody is reported by name. */
    static Column holder(List<String> languages) {
        UDF4<String, Integer, Integer, @Nullable String, @Nullable String> words =
                (sentence, begin, end, holder) -> holder == null
                        ? null
                        : Question.holder(sentence, new Span(begin, end), holder)
                                .words();
        Column[] mention = mention();
        Column question = udf(words, DataTypes.StringType)
                .apply(mention[0], mention[1], mention[2], col(MentionsTable.HOLDER_SURFACE));
        return read(
                col(MentionRows.LANGUAGE),
                languages,
                when(col(MentionsTable.VOICE).equalTo(Voice.REPORTED.code()), question));
    }

    /** Code points of a mention's sentence that its question leaves out; null where nothing is asked. */
    static Column cut(List<String> languages) {
        UDF3<String, Integer, Integer, Integer> cut =
                (sentence, begin, end) -> Marking.cut(sentence, new Span(begin, end));
        return read(
                col(MentionRows.LANGUAGE),
                languages,
                udf(cut, DataTypes.IntegerType).apply(mention()));
    }

    /** The tone of the sentence; null in a language that the model does not read. */
    static Column tone(Column language, List<String> languages, Column sentence) {
        UDF1<String, String> words = text -> Question.tone(text).words();
        return read(language, languages, udf(words, DataTypes.StringType).apply(sentence));
    }

    /** The words of a question's second reading, where it may be read again; else null. */
    static Column withoutName(Column again) {
        UDF1<@Nullable String, @Nullable String> without = words -> words == null ? null : SecondReading.without(words);
        return when(again, udf(without, DataTypes.StringType).apply(col(QUESTION)));
    }

    private static Column[] mention() {
        return new Column[] {col(MentionRows.SENTENCE), col(MentionRows.MARK_BEGIN), col(MentionRows.MARK_END)};
    }

    private static Column read(Column language, List<String> languages, Column question) {
        return when(language.isin(languages.toArray()), question).otherwise(lit(null));
    }

    static Column id(String question) {
        return sha2(col(question).cast(DataTypes.BinaryType), 256);
    }
}
