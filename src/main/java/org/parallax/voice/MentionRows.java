package org.parallax.voice;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.parallax.table.MentionsTable;

/**
 * Mentions as rows between stages: the columns of {@link MentionsTable} up to the holder, and what a model needs to read
 * them. Offsets into the sentence are UTF-16, those into the text are code points.
 */
public final class MentionRows {
    public static final String LANGUAGE = "language";
    public static final String SENTENCE = "sentence";
    public static final String MARK_BEGIN = "mark_begin";
    public static final String MARK_END = "mark_end";

    private static final List<String> OF_TABLE = List.of(
            MentionsTable.ARTICLE_ID,
            MentionsTable.FIELD,
            MentionsTable.SENTENCE_INDEX,
            MentionsTable.SENTENCE_BEGIN,
            MentionsTable.SENTENCE_END,
            MentionsTable.TARGET,
            MentionsTable.BEGIN,
            MentionsTable.END,
            MentionsTable.SURFACE,
            MentionsTable.OCCURRENCES,
            MentionsTable.VOICE,
            MentionsTable.HOLDER,
            MentionsTable.HOLDER_SURFACE,
            MentionsTable.HOLDER_STATE);

    public static final StructType SCHEMA = schema();

    private MentionRows() {}

    private static StructType schema() {
        StructType table = MentionsTable.TABLE.schema();
        StructType schema = new StructType();
        for (String column : OF_TABLE) {
            schema = schema.add(table.apply(column));
        }
        return schema.add(LANGUAGE, StringType)
                .add(SENTENCE, StringType)
                .add(MARK_BEGIN, IntegerType)
                .add(MARK_END, IntegerType);
    }
}
