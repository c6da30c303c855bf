package org.parallax.config;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The settings in one fixed form: sorted keys, every default filled in. Left out is what cannot change a row: the place
 * of the model (its id is in every score) and Spark's properties, except those under {@code spark.sql.ansi},
 * {@code spark.sql.caseSensitive}, {@code spark.sql.legacy} and {@code spark.sql.session.timeZone}, which change what
 * an expression means.
 */
public final class CanonicalSettings {
    private static final List<String> MEANINGFUL =
            List.of("spark.sql.ansi", "spark.sql.caseSensitive", "spark.sql.legacy", "spark.sql.session.timeZone");

    private CanonicalSettings() {}

    /** The settings that can change a row, as JSON. */
    public static String json(Settings settings) {
        return ConfigValueFactory.fromMap(map(settings)).render(ConfigRenderOptions.concise());
    }

    static String hash(Settings settings) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(json(settings).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The same as nested maps, for the manifest. */
    public static Map<String, Object> map(Settings settings) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(
                "corpus",
                Map.of(
                        "columns", settings.corpus().columns(),
                        "unreadable-files", settings.corpus().unreadableFiles().name(),
                        "max-body-length", settings.corpus().maxBodyLength(),
                        "languages", settings.corpus().languages()));
        map.put(
                "stories",
                Map.of(
                        "similarity", settings.stories().similarity(),
                        "shingle-words", settings.stories().shingleWords(),
                        "hash-tables", settings.stories().hashTables()));
        map.put(
                "stance",
                Map.of(
                        "languages", settings.stance().languages(),
                        "min-confidence", settings.stance().minConfidence(),
                        "tone-sentences", settings.stance().toneSentences()));
        map.put(
                "articles",
                Map.of(
                        "neutral-band", settings.articles().neutralBand(),
                        "evidence", settings.articles().evidence()));
        map.put(
                "periods",
                Map.of(
                        "min-stories", settings.periods().minStories(),
                        "min-outlets", settings.periods().minOutlets(),
                        "min-labels", settings.periods().minLabels()));
        map.put(
                "events",
                Map.of(
                        "days", settings.events().days(),
                        "min-similarity", settings.events().minSimilarity()));
        map.put("changes", Map.of("panel-presence", settings.changes().panelPresence()));
        map.put(
                "contrasts",
                Map.of(
                        "min-stories", settings.contrasts().minStories(),
                        "most-groups", settings.contrasts().mostGroups(),
                        "permutations", settings.contrasts().permutations(),
                        "seed", settings.contrasts().seed()));
        map.put(
                "positions",
                Map.of(
                        "min-mentions", settings.positions().minMentions(),
                        "min-stories", settings.positions().minStories()));
        map.put(
                "labels",
                Map.of(
                        "min-items", settings.labels().minItems(),
                        "resamples", settings.labels().resamples(),
                        "seed", settings.labels().seed()));
        map.put("trends", map(settings.trends()));
        map.put("targets", settings.targets().stream().collect(Collectors.toMap(Target::id, CanonicalSettings::map)));
        map.put("actors", settings.actors().stream().collect(Collectors.toMap(Actor::id, CanonicalSettings::map)));
        map.put("spark", meaningful(settings.spark()));
        return map;
    }

    private static Map<String, Object> map(Settings.TrendSettings trends) {
        return Map.ofEntries(
                Map.entry("min-periods", trends.minPeriods()),
                Map.entry("min-break-periods", trends.minBreakPeriods()),
                Map.entry("min-segment", trends.minSegment()),
                Map.entry("penalty", trends.penalty()),
                Map.entry("resamples", trends.resamples()),
                Map.entry("alpha", trends.alpha()),
                Map.entry("seed", trends.seed()),
                Map.entry("outlets", trends.outlets()),
                Map.entry("sentences", trends.sentences()),
                Map.entry("evidence-days", trends.evidenceDays()),
                Map.entry("mix-share", trends.mixShare()));
    }

    private static Map<String, Object> map(Target target) {
        return Map.of("name", target.name(), "aliases", aliases(target.aliases()), "exclusions", target.exclusions());
    }

    private static Map<String, Object> map(Actor actor) {
        Map<String, Object> map = new LinkedHashMap<>(
                Map.of("name", actor.name(), "kind", actor.kind().name(), "aliases", aliases(actor.aliases())));
        if (actor.state() != null) {
            map.put("state", actor.state());
        }
        if (!actor.offices().isEmpty()) {
            map.put(
                    "offices",
                    actor.offices().stream().map(CanonicalSettings::map).toList());
        }
        return map;
    }

    private static Map<String, Object> map(Office office) {
        Map<String, Object> map = new LinkedHashMap<>(Map.of(
                "office",
                office.kind().name(),
                "of",
                office.of(),
                "from",
                office.from().toString()));
        if (office.until() != null) {
            map.put("until", office.until().toString());
        }
        return map;
    }

    private static List<Map<String, Object>> aliases(List<Alias> aliases) {
        return aliases.stream()
                .map(a -> Map.<String, Object>of("text", a.text(), "language", a.language(), "near", a.near()))
                .toList();
    }

    private static Map<String, String> meaningful(Map<String, String> spark) {
        return spark.entrySet().stream()
                .filter(e -> MEANINGFUL.stream().anyMatch(e.getKey()::startsWith))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }
}
