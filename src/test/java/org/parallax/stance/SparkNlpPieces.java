package org.parallax.stance;

import com.johnsnowlabs.ml.ai.MPNetClassification;
import com.johnsnowlabs.nlp.annotators.classifier.dl.MPNetForSequenceClassification;
import com.johnsnowlabs.nlp.annotators.common.IndexedToken;
import com.johnsnowlabs.nlp.annotators.common.TokenizedSentence;
import com.johnsnowlabs.nlp.annotators.common.WordpieceTokenizedSentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** The ids that Spark NLP feeds to the model: its own tokens, its own word pieces, its own limit. */
final class SparkNlpPieces {
    private SparkNlpPieces() {}

    /** The ids of each text of words, in the order of the list. */
    static List<long[]> ids(SparkSession spark, StanceModel model, List<String> words) {
        Dataset<Row> tokens = spark.createDataset(words, Encoders.STRING()).toDF(Questions.QUESTION);
        MPNetForSequenceClassification annotator = null;
        for (Transformer stage : model.stages()) {
            if (stage instanceof MPNetForSequenceClassification classifier) {
                annotator = classifier;
            } else {
                tokens = stage.transform(tokens);
            }
        }
        if (annotator == null) {
            throw new IllegalStateException("the pipeline has no classifier");
        }
        List<long[]> ids = new ArrayList<>();
        for (Row row : tokens.select(StanceModel.TOKEN).collectAsList()) {
            ids.add(ids(annotator, row.getList(0)));
        }
        return ids;
    }

    private static long[] ids(MPNetForSequenceClassification annotator, List<Row> tokens) {
        MPNetClassification model = annotator.getModelIfNotSet();
        IndexedToken[] indexed = tokens.stream()
                .map(token -> new IndexedToken(
                        token.getAs("result"), token.<Integer>getAs("begin"), token.<Integer>getAs("end")))
                .toArray(IndexedToken[]::new);
        Seq<WordpieceTokenizedSentence> pieces = model.tokenizeWithAlignment(
                seq(new TokenizedSentence(indexed, 0)), annotator.getMaxSentenceLength(), annotator.getCaseSensitive());
        Seq<Tuple2<WordpieceTokenizedSentence, Object>> numbered = seq(new Tuple2<>(pieces.apply(0), 0));
        int[] ids = model.encode(numbered, annotator.getMaxSentenceLength()).apply(0);
        return Arrays.stream(ids).asLongStream().toArray();
    }

    private static <T> Seq<T> seq(T only) {
        return JavaConverters.asScalaBuffer(List.of(only)).toSeq();
    }
}
