package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.parallax.table.Column.optional;
import static org.parallax.table.Column.required;

import java.util.List;

/**
 * The sheet in which people label a sample of mentions: first what they read and fill in, then what leads back to the
 * tables. It is a file for people and no published table, and holds nothing that the model said.
 */
public final class LabellingSheet {
    public static final String ID = "id";
    public static final String TARGET_NAME = "target_name";
    public static final String BEFORE = "before";
    public static final String SENTENCE = "sentence";
    public static final String AFTER = "after";
    public static final String LABEL = "label";
    public static final String ANNOTATOR = "annotator";
    public static final String INCLUSION_PROBABILITY = "inclusion_probability";
    public static final String SAMPLE = "sample";
    public static final String ARTICLE_ID = "article_id";
    public static final String FIELD = "field";
    public static final String SENTENCE_INDEX = "sentence_index";
    public static final String TARGET = "target";
    public static final String SENTENCE_DIGEST = "sentence_digest";

    public static final Table TABLE = new Table(
            "labelling_sheet",
            "one drawn mention to be labelled",
            List.of(
                    required(
                            ID,
                            StringType,
                            "",
                            "Name of the mention, by which its label finds back; leave it as it is."),
                    required(TARGET_NAME, StringType, "", "The target that the label is about."),
                    optional(BEFORE, StringType, "", "The sentence before, to understand the sentence by."),
                    required(
                            SENTENCE,
                            StringType,
                            "",
                            "The sentence to be labelled, with the target's mention in double square brackets."),
                    optional(AFTER, StringType, "", "The sentence after."),
                    optional(
                            LABEL,
                            StringType,
                            "-1, 0, 1, ?",
                            "To be filled in: -1 unfavourable, 0 neutral, 1 favourable, or these words; ? where it cannot be told."),
                    optional(
                            ANNOTATOR,
                            StringType,
                            "",
                            "Who labels; where it stays empty, the file's name stands for its annotator."),
                    required(
                            INCLUSION_PROBABILITY,
                            DoubleType,
                            "(0, 1]",
                            "Probability with which the draw took this mention; leave it as it is."),
                    required(
                            SAMPLE, StringType, "", "Name of the draw; probabilities of two draws do not go together."),
                    required(ARTICLE_ID, StringType, "", "The article, as in articles."),
                    required(FIELD, StringType, "title, body", "Text of the article, as in mentions."),
                    required(
                            SENTENCE_INDEX, IntegerType, "from 0", "Number of the sentence within it, as in mentions."),
                    required(TARGET, StringType, "a target id", "The target, as in mentions."),
                    required(
                            SENTENCE_DIGEST,
                            StringType,
                            "",
                            "Digest of the sentence, which tells when the corpus has changed since the draw.")),
            List.of(ID));

    private LabellingSheet() {}
}
