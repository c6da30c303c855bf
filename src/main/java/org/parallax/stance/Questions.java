package org.parallax.stance;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import org.parallax.table.ScoresTable;

/** Questions to the model as columns: the words that it reads, and their digest as the question's id. */
public final class Questions {
    public static final String QUESTION_ID = ScoresTable.QUESTION_ID;
    public static final String QUESTION = "question";

    private Questions() {}

    /** The question about the mention at UTF-16 offsets [begin, end) of the sentence; null in a language that the model does not read. */
    static Column target(Column language, List<String> languages, Column sentence, Column begin, Column end) {
        UDF3<String, Integer, Integer, String> words = (s, b, e) -> Words.of(Marking.target(s, b, e));
        return read(language, languages, udf(words, DataTypes.StringType).apply(sentence, begin, end));
    }

    /** The question about the tone of the sentence; null in a language that the model does not read. */
    static Column tone(Column language, List<String> languages, Column sentence) {
        UDF1<String, String> words = s -> Words.of(Marking.tone(s));
        return read(language, languages, udf(words, DataTypes.StringType).apply(sentence));
    }

    private static Column read(Column language, List<String> languages, Column question) {
        return when(language.isin(languages.toArray()), question).otherwise(lit(null));
    }

    static Column id() {
        return sha2(col(QUESTION).cast(DataTypes.BinaryType), 256);
    }
}
