package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.parallax.table.Column.optional;
import static org.parallax.table.Column.required;

import java.util.List;

/** What people said of mentions: the filled labelling sheets of a corpus, with which its tables are corrected. */
public final class LabelledMentionsTable {
    public static final String ARTICLE_ID = "article_id";
    public static final String FIELD = "field";
    public static final String SENTENCE_INDEX = "sentence_index";
    public static final String TARGET = "target";
    public static final String LABEL = "label";
    public static final String ANNOTATORS = "annotators";
    public static final String INCLUSION_PROBABILITY = "inclusion_probability";

    public static final Table TABLE = new Table(
            "labelled_mentions",
            "one mention that somebody labelled",
            List.of(
                    required(ARTICLE_ID, StringType, "", "The article, as in articles."),
                    required(FIELD, StringType, "title, body", "Text of the article, as in mentions."),
                    required(
                            SENTENCE_INDEX, IntegerType, "from 0", "Number of the sentence within it, as in mentions."),
                    required(TARGET, StringType, "a target id", "The target."),
                    required(
                            LABEL,
                            DoubleType,
                            "[-1, 1]",
                            "Mean of the annotators' labels: unfavourable -1, neutral 0, favourable 1."),
                    required(ANNOTATORS, IntegerType, "from 1", "How many annotators labelled the mention."),
                    optional(
                            INCLUSION_PROBABILITY,
                            DoubleType,
                            "(0, 1]",
                            "Probability with which the sample held the mention; null where the sheet states none, and then the label serves to judge the model and not to correct the tables.")),
            List.of(ARTICLE_ID, FIELD, SENTENCE_INDEX, TARGET));

    private LabelledMentionsTable() {}
}
