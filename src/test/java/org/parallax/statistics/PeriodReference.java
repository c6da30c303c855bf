package org.parallax.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.Stream;
import org.parallax.statistics.ClusteredSample.Clustering;

/** Samples with the values that other implementations give for them: src/test/reference/periods.py. */
record PeriodReference(JsonNode expected) {
    static Stream<PeriodReference> all() throws IOException {
        return References.of("periods").map(PeriodReference::new);
    }

    double number(String name) {
        return expected.get(name).asDouble();
    }

    double[] numbers(String name) {
        return References.doubles(expected.get(name));
    }

    /** The sample, filled; a story's number is spread over all longs as a hash is. */
    ClusteredSample sample(Clustering clustering) {
        ClusteredSample sample = new ClusteredSample(clustering);
        fill(sample);
        return sample;
    }

    void fill(ClusteredSample sample) {
        for (JsonNode entry : expected.get("entries")) {
            long story = entry.get("story").asLong() * 0x9E3779B97F4A7C15L;
            sample.add(story, entry.get("outlet").asInt(), 1, observed(entry.get("articles")));
        }
    }

    private Observed observed(JsonNode articles) {
        double slope = number("slope");
        double scores = 0;
        double squares = 0;
        long[] given = new long[3];
        int mentions = 0;
        byte[] packed = new byte[1000];
        long labels = 0;
        double weights = 0;
        double residuals = 0;
        for (JsonNode article : articles) {
            double sum = 0;
            for (JsonNode mention : article) {
                int minus = mention.get("code").get(0).asInt();
                int plus = mention.get("code").get(1).asInt();
                packed[2 * mentions] = (byte) minus;
                packed[2 * mentions + 1] = (byte) plus;
                mentions++;
                given[mention.get("given").asInt()]++;
                double score = (plus - minus) / 255.0;
                sum += score;
                if (!mention.get("label").isNull()) {
                    double weight = 1 / (article.size() * mention.get("chance").asDouble());
                    labels++;
                    weights += weight;
                    residuals += weight * (mention.get("label").asInt() - slope * score);
                }
            }
            double score = sum / article.size();
            scores += score;
            squares += score * score;
        }
        return new Observed(
                articles.size(),
                scores,
                squares,
                given[0],
                given[1],
                given[2],
                java.util.Arrays.copyOf(packed, 2 * mentions),
                labels,
                weights,
                residuals);
    }

    ConfusionRates rates() {
        long[][] counts = new long[3][3];
        for (int t = 0; t < 3; t++) {
            for (int g = 0; g < 3; g++) {
                counts[t][g] = expected.get("counts").get(t).get(g).asLong();
            }
        }
        return ConfusionRates.of(counts);
    }

    /** The prior, as if it were known from so many texts. */
    Prior prior(long labels) {
        double[] prior = numbers("prior");
        return new Prior(prior[0], prior[1], prior[2], labels);
    }

    @Override
    public String toString() {
        return expected.get("name").asText();
    }
}
