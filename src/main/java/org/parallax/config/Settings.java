package org.parallax.config;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Everything that a run is told: one immutable record, checked when it is built.
 *
 * @param corpus what is read and what is refused
 * @param stories when two texts are one story
 * @param stance the model
 * @param articles from mentions to an article
 * @param periods from articles to periods
 * @param events when articles report one event
 * @param changes what the changes from period to period are split by
 * @param contrasts how groups are compared
 * @param positions from reported mentions to who stands how
 * @param labels what people's labels are asked
 * @param trends from periods to trends and breaks
 * @param targets what stance is measured toward
 * @param actors who may hold a stance
 * @param spark Spark properties that the session starts with
 * @param hash SHA-256 of all settings, targets and actors in canonical form, for the manifest
 */
public record Settings(
        CorpusSettings corpus,
        StorySettings stories,
        StanceSettings stance,
        ArticleSettings articles,
        PeriodSettings periods,
        EventSettings events,
        ChangeSettings changes,
        ContrastSettings contrasts,
        PositionSettings positions,
        LabelSettings labels,
        TrendSettings trends,
        List<Target> targets,
        List<Actor> actors,
        Map<String, String> spark,
        String hash) {

    public Settings {
        targets = List.copyOf(targets);
        actors = List.copyOf(actors);
        spark = Map.copyOf(spark);
    }

    Settings withHash(String computed) {
        return new Settings(
                corpus, stories, stance, articles, periods, events, changes, contrasts, positions, labels, trends,
                targets, actors, spark, computed);
    }

    /**
     * @param columns input column names by the contract's names, for those that differ
     * @param unreadableFiles what an unreadable file means for the run
     * @param maxBodyLength longest accepted body, in characters
     * @param languages languages that detection chooses between, ISO 639-1
     */
    public record CorpusSettings(
            Map<String, String> columns, Unreadable unreadableFiles, int maxBodyLength, List<String> languages)
            implements Serializable {
        public CorpusSettings {
            columns = Map.copyOf(columns);
            languages = List.copyOf(languages);
        }
    }

    /** What an unreadable input file means: the end of the run, or a named entry in the manifest. */
    public enum Unreadable {
        FAIL,
        SKIP
    }

    /**
     * @param similarity least Jaccard similarity of word shingles for two texts to be one story, (0, 1]
     * @param shingleWords words in a shingle
     * @param hashTables MinHash tables: more find more of the pairs, at more cost
     */
    public record StorySettings(double similarity, int shingleWords, int hashTables) implements Serializable {}

    /**
     * @param model folder with the ONNX file, its vocabulary and its card
     * @param languages languages that the model reads, ISO 639-1
     * @param minConfidence probability that a mention's best class must reach, else it is uncertain, [0.33, 1]
     * @param toneSentences most sentences of one body that are read for its tone
     */
    public record StanceSettings(Path model, List<String> languages, double minConfidence, int toneSentences) {
        public StanceSettings {
            languages = List.copyOf(languages);
        }
    }

    /**
     * @param neutralBand an article is neutral while its score lies within this distance of 0, [0, 1)
     * @param evidence most evidence sentences kept for an article, target and voice
     */
    public record ArticleSettings(double neutralBand, int evidence) implements Serializable {}

    /**
     * @param minStories fewest stories for which an interval is stated
     * @param minOutlets fewest outlets for which one is, in a group that pools them
     * @param minLabels fewest labels that a correction rests on: of each class for shares, in the cell for a mean
     */
    public record PeriodSettings(int minStories, int minOutlets, int minLabels) implements Serializable {}

    /**
     * @param days longest time from the first story of an event to its last, in days
     * @param minSimilarity least cosine similarity of a story to an event for it to be part of it, (0, 1]
     */
    public record EventSettings(int days, double minSimilarity) implements Serializable {}

    /** @param panelPresence least share of the periods in which an outlet must be for the fixed panel, (0, 1] */
    public record ChangeSettings(double panelPresence) implements Serializable {}

    /**
     * @param minStories fewest stories on each side, or common events, for which two groups are compared
     * @param mostGroups most groups of a kind that are compared with each other, those with the most stories
     * @param permutations arrangements drawn for one p-value
     * @param seed seed of the permutations
     */
    public record ContrastSettings(int minStories, int mostGroups, int permutations, long seed)
            implements Serializable {}

    /**
     * @param minMentions fewest mentions of a target for which a holder is compared with others
     * @param minStories fewest stories for which an interval is stated
     */
    public record PositionSettings(int minMentions, int minStories) implements Serializable {}

    /**
     * @param minItems fewest labelled mentions, and articles that they come from, for which an interval is stated
     * @param resamples bootstrap resamples for one interval
     * @param seed seed of the bootstrap
     */
    public record LabelSettings(int minItems, int resamples, long seed) implements Serializable {}

    /**
     * @param minPeriods fewest periods of a series for which a trend is stated
     * @param minBreakPeriods fewest periods of a series in which breaks are looked for
     * @param minSegment fewest periods at one level
     * @param penalty factor of the penalty for a break
     * @param resamples null series for a test of a break
     * @param alpha greatest p-value of a break that is stated
     * @param seed seed of the null series
     * @param outlets most outlets named for a break
     * @param sentences most sentences shown for each side of a break
     * @param evidenceDays days before and after a break that the sentences are from
     * @param mixShare share of a break above which a changed mix of outlets is named as a rival explanation
     */
    public record TrendSettings(
            int minPeriods,
            int minBreakPeriods,
            int minSegment,
            double penalty,
            int resamples,
            double alpha,
            long seed,
            int outlets,
            int sentences,
            int evidenceDays,
            double mixShare)
            implements Serializable {}
}
