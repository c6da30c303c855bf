package org.parallax.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parallax.config.Settings.ArticleSettings;
import org.parallax.config.Settings.ChangeSettings;
import org.parallax.config.Settings.ContrastSettings;
import org.parallax.config.Settings.CorpusSettings;
import org.parallax.config.Settings.EventSettings;
import org.parallax.config.Settings.LabelSettings;
import org.parallax.config.Settings.PeriodSettings;
import org.parallax.config.Settings.PositionSettings;
import org.parallax.config.Settings.StanceSettings;
import org.parallax.config.Settings.StorySettings;
import org.parallax.config.Settings.TrendSettings;
import org.parallax.config.Settings.Unreadable;

/** Turns the merged configuration into {@link Settings}; each key stands here once, with its rule. */
final class SettingsReader {
    private static final List<String> COLUMNS =
            List.of("article_id", "url", "title", "author", "body", "published_at", "outlet", "country", "language");
    private static final String LANGUAGES = "must be a list of ISO 639-1 language codes, such as [en, ru]";

    private static final String SHARE = "must be a number above 0 and at most 1";

    private final Problems problems = new Problems();

    Settings read(Config merged) {
        Section root = new Section(merged.root(), "", problems);
        Settings settings = new Settings(
                corpus(root.section("corpus")),
                stories(root.section("stories")),
                stance(root.section("stance")),
                articles(root.section("articles")),
                periods(root.section("periods")),
                events(root.section("events")),
                changes(root.section("changes")),
                contrasts(root.section("contrasts")),
                positions(root.section("positions")),
                labels(root.section("labels")),
                trends(root.section("trends")),
                new TargetReader().read(root.section("targets")),
                new ActorReader().read(root.section("actors")),
                spark(root.section("spark")),
                "");
        root.end();
        problems.stop();
        return settings.withHash(CanonicalSettings.hash(settings));
    }

    private CorpusSettings corpus(Section corpus) {
        Section columns = corpus.section("columns");
        Map<String, String> mapped = new TreeMap<>();
        for (String column : COLUMNS) {
            if (columns.value(column) != null) {
                mapped.put(column, columns.text(column, "must be the name of an input column"));
            }
        }
        columns.end();
        CorpusSettings settings = new CorpusSettings(
                mapped,
                corpus.choice("unreadable-files", Unreadable.class),
                corpus.whole("max-body-length", 100, 10_000_000),
                languages(corpus));
        corpus.end();
        return settings;
    }

    private StorySettings stories(Section stories) {
        StorySettings settings = new StorySettings(
                stories.number("similarity", s -> s > 0 && s <= 1, "must be a number above 0 and at most 1"),
                stories.whole("shingle-words", 1, 20),
                stories.whole("hash-tables", 1, 1000));
        stories.end();
        return settings;
    }

    private StanceSettings stance(Section stance) {
        StanceSettings settings = new StanceSettings(
                folder(stance, "model"),
                languages(stance),
                stance.number("min-confidence", c -> c >= 0.33 && c <= 1, "must be a number from 0.33 to 1"),
                stance.whole("tone-sentences", 1, 10_000));
        stance.end();
        return settings;
    }

    private ArticleSettings articles(Section articles) {
        ArticleSettings settings = new ArticleSettings(
                articles.number("neutral-band", b -> b >= 0 && b < 1, "must be a number from 0 to below 1"),
                articles.whole("evidence", 1, 100));
        articles.end();
        return settings;
    }

    private PeriodSettings periods(Section periods) {
        PeriodSettings settings = new PeriodSettings(
                periods.whole("min-stories", 2, 1000),
                periods.whole("min-outlets", 2, 1000),
                periods.whole("min-labels", 2, 100_000));
        periods.end();
        return settings;
    }

    private EventSettings events(Section events) {
        EventSettings settings = new EventSettings(
                events.whole("days", 1, 60), events.number("min-similarity", SettingsReader::isShare, SHARE));
        events.end();
        return settings;
    }

    private ChangeSettings changes(Section changes) {
        ChangeSettings settings = new ChangeSettings(changes.number("panel-presence", SettingsReader::isShare, SHARE));
        changes.end();
        return settings;
    }

    private ContrastSettings contrasts(Section contrasts) {
        ContrastSettings settings = new ContrastSettings(
                contrasts.whole("min-stories", 3, 1000),
                contrasts.whole("most-groups", 2, 2000),
                contrasts.whole("permutations", 99, 100_000),
                contrasts.whole("seed"));
        contrasts.end();
        return settings;
    }

    private static boolean isShare(double number) {
        return number > 0 && number <= 1;
    }

    private PositionSettings positions(Section positions) {
        PositionSettings settings = new PositionSettings(
                positions.whole("min-mentions", 1, 100_000), positions.whole("min-stories", 2, 1000));
        positions.end();
        return settings;
    }

    private LabelSettings labels(Section labels) {
        LabelSettings settings = new LabelSettings(
                labels.whole("min-items", 10, 100_000), labels.whole("resamples", 100, 100_000), labels.whole("seed"));
        labels.end();
        return settings;
    }

    private TrendSettings trends(Section trends) {
        TrendSettings settings = new TrendSettings(
                trends.whole("min-periods", 4, 1000),
                trends.whole("min-break-periods", 20, 10_000),
                trends.whole("min-segment", 2, 1000),
                trends.number("penalty", p -> p > 0 && p <= 100, "must be a number above 0 and at most 100"),
                trends.whole("resamples", 99, 100_000),
                trends.number("alpha", a -> a > 0 && a < 1, "must be a number above 0 and below 1"),
                trends.whole("seed"),
                trends.whole("outlets", 1, 1000),
                trends.whole("sentences", 1, 100),
                trends.whole("evidence-days", 1, 3660),
                trends.number("mix-share", s -> s > 0 && s <= 1, "must be a number above 0 and at most 1"));
        trends.end();
        return settings;
    }

    private List<String> languages(Section section) {
        List<String> languages = section.texts("languages", LANGUAGES);
        for (ConfigValue language : section.items("languages", LANGUAGES)) {
            if (!AliasReader.isLanguage(String.valueOf(language.unwrapped()))) {
                section.bad(language, "languages", LANGUAGES);
            }
        }
        return languages;
    }

    /** A folder that has to exist; a relative path counts from the file that states it. */
    private Path folder(Section section, String name) {
        Path stated = Path.of(section.text(name, "must be a folder"));
        ConfigValue value = section.value(name);
        String file = value == null ? null : value.origin().filename();
        Path folder = file == null
                ? stated
                : Path.of(file).toAbsolutePath().resolveSibling(stated).normalize();
        if (value != null && !Files.isDirectory(folder)) {
            section.bad(value, name, "there is no folder " + folder.toAbsolutePath());
        }
        return folder;
    }

    private Map<String, String> spark(Section spark) {
        Map<String, String> properties = new TreeMap<>();
        for (String name : spark.names()) {
            ConfigValue value = spark.value(name);
            if (value != null) {
                flatten(spark, name, value, properties);
            }
        }
        return properties;
    }

    /** Spark's names hold dots, which HOCON reads as objects in objects. */
    private void flatten(Section spark, String name, ConfigValue value, Map<String, String> into) {
        if (value instanceof ConfigObject object) {
            object.forEach((child, v) -> flatten(spark, name + "." + child, v, into));
        } else if (value instanceof ConfigList) {
            spark.bad(value, name, "must be one value; Spark reads lists as comma-separated text");
        } else if (value.valueType() != ConfigValueType.NULL) {
            String text = String.valueOf(value.unwrapped());
            if (name.equals("sql.session.timeZone") && !text.equals("UTC")) {
                spark.bad(value, name, "must be UTC: periods are cut in UTC");
            }
            into.put(spark.key(name), text);
        }
    }
}
