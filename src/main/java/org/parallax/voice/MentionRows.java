package org.parallax.voice;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.parallax.table.MentionsTable;

/**
 * Mentions as rows between stages: the columns of {@link MentionsTable} that are known before the model is asked, and the
 * sentence with the mention in it.
 */
public final class MentionRows {
    public static final String LANGUAGE = "language";
    public static final String SENTENCE = "sentence";

    /** UTF-16 offsets of the marked mention within the sentence, end exclusive. */
    public static final String MARK_BEGIN = "mark_begin";

    public static final String MARK_END = "mark_end";

    public static final StructType SCHEMA = new StructType()
            .add(MentionsTable.ARTICLE_ID, DataTypes.StringType)
            .add(MentionsTable.FIELD, DataTypes.StringType)
            .add(LANGUAGE, DataTypes.StringType)
            .add(MentionsTable.SENTENCE_INDEX, DataTypes.IntegerType)
            .add(MentionsTable.SENTENCE_BEGIN, DataTypes.IntegerType)
            .add(MentionsTable.SENTENCE_END, DataTypes.IntegerType)
            .add(MentionsTable.TARGET, DataTypes.StringType)
            .add(MentionsTable.BEGIN, DataTypes.IntegerType)
            .add(MentionsTable.END, DataTypes.IntegerType)
            .add(MentionsTable.SURFACE, DataTypes.StringType)
            .add(MentionsTable.OCCURRENCES, DataTypes.IntegerType)
            .add(MentionsTable.VOICE, DataTypes.StringType)
            .add(MentionsTable.HOLDER, DataTypes.StringType)
            .add(MentionsTable.HOLDER_SURFACE, DataTypes.StringType)
            .add(SENTENCE, DataTypes.StringType)
            .add(MARK_BEGIN, DataTypes.IntegerType)
            .add(MARK_END, DataTypes.IntegerType);

    private MentionRows() {}
}
