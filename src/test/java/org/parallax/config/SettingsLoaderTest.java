package org.parallax.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsLoaderTest {
    @TempDir
    Path home;

    private Path conf;

    @BeforeEach
    void shippedFiles() throws IOException {
        conf = Files.createDirectories(home.resolve("conf"));
        Files.createDirectories(conf.resolve("model"));
        Files.copy(Path.of("conf/parallax.conf"), conf.resolve("parallax.conf"));
        Files.copy(Path.of("conf/spark.conf"), conf.resolve("spark.conf"));
        write(
                "conf/targets.conf",
                """
                targets {
                  nato { name = "NATO", aliases { en = ["NATO", "North Atlantic Alliance"], ru = ["НАТО"] } }
                  russia {
                    name = "Russia"
                    aliases { en = ["Russia"] }
                    contextual { en = [ { text = "Moscow", near = ["said", "accus*"] } ] }
                    exclusions = ["Moscow, Idaho"]
                  }
                }
                """);
        write(
                "conf/actors.conf",
                """
                actors {
                  kazakhstan { name = "Kazakhstan", kind = state, aliases { en = ["Kazakhstan"] } }
                  nazarbayev { name = "Nazarbayev", kind = person, state = kazakhstan, aliases { en = ["Nazarbayev"] } }
                }
                """);
    }

    @Test
    void everyShippedDefaultIsAccepted() {
        Settings settings = load(null);

        assertThat(settings.stories().shingleWords()).isPositive();
        assertThat(settings.corpus().unreadableFiles()).isEqualTo(Settings.Unreadable.FAIL);
        assertThat(settings.spark()).containsEntry("spark.sql.session.timeZone", "UTC");
        assertThat(settings.stance().model()).isEqualTo(conf.resolve("model"));
    }

    @Test
    void targetsAndActorsComeSortedByIdWithTheirNames() {
        Settings settings = load(null);

        assertThat(settings.targets()).extracting(Target::id).containsExactly("nato", "russia");
        assertThat(settings.targets().get(1).aliases())
                .containsExactly(
                        new Alias("Russia", "en", List.of()), new Alias("Moscow", "en", List.of("said", "accus*")));
        assertThat(settings.targets().get(1).exclusions()).containsExactly("Moscow, Idaho");
        assertThat(settings.actors().get(1).state()).isEqualTo("kazakhstan");
    }

    @Test
    void aUsersFileAddsOneTargetChangesAnotherAndRemovesAThird() {
        Path user = write(
                "my.conf",
                """
                targets.ukraine { name = "Ukraine", aliases { en = ["Ukraine", "Kyiv"] } }
                targets.russia.name = "Russian Federation"
                targets.nato = null
                periods.min-stories = 3
                """);

        Settings settings = load(user);

        assertThat(settings.targets()).extracting(Target::name).containsExactly("Russian Federation", "Ukraine");
        assertThat(settings.periods().minStories()).isEqualTo(3);
    }

    @Test
    void comparisonsAreSetAndCheckedLikeAllElse() {
        Path user = write("my.conf", "contrasts { min-stories = 5 }\nevents.days = 2\nchanges.panel-presence = 1");

        Settings settings = load(user);

        assertThat(settings.contrasts().minStories()).isEqualTo(5);
        assertThat(settings.contrasts().permutations()).isEqualTo(999);
        assertThat(settings.events().days()).isEqualTo(2);
        assertThat(settings.changes().panelPresence()).isEqualTo(1);
        assertThatThrownBy(() -> load(write("bad.conf", "events.min-similarity = 0\ncontrasts.permutations = 10")))
                .hasMessageContaining("events.min-similarity = 0: must be a number above 0 and at most 1")
                .hasMessageContaining("contrasts.permutations = 10: must be a whole number from 99 to 100000");
    }

    @Test
    void anOptionWinsOverTheUsersFile() {
        Path user = write("my.conf", "stories.similarity = 0.7");

        Settings settings =
                SettingsLoader.load(conf, user, Map.of("stories.similarity", "0.9", "corpus.languages", "[en, ru]"));

        assertThat(settings.stories().similarity()).isEqualTo(0.9);
        assertThat(settings.corpus().languages()).containsExactly("en", "ru");
    }

    @Test
    void aRelativeModelFolderCountsFromTheFileThatStatesIt() throws IOException {
        Files.createDirectories(home.resolve("elsewhere/mine"));
        Path user = write("elsewhere/my.conf", "stance.model = mine");

        assertThat(load(user).stance().model()).isEqualTo(home.resolve("elsewhere/mine"));
    }

    @Test
    void allProblemsAreReportedAtOnceEachWithItsPlace() {
        Path user = write(
                "my.conf",
                """
                corpus.max-body-lenght = 100
                stories {
                  similarity = 2
                  shingle-words = few
                }
                hash-tables = 20
                corpus.unreadable-files = ignore
                stance.languages = [english]
                stance.model = nowhere
                spark.sql.session.timeZone = Europe/Minsk
                """);

        String my = user.toString();
        refused(
                user,
                my + ":7: corpus.unreadable-files = \"ignore\": must be one of fail, skip",
                my + ":3: stories.similarity = 2: must be a number above 0 and at most 1",
                my + ":4: stories.shingle-words = \"few\": must be a whole number from 1 to 20",
                my + ":9: stance.model = \"nowhere\": there is no folder " + home.resolve("nowhere"),
                my + ":8: stance.languages = \"english\": must be a list of ISO 639-1 language codes, such as [en, ru]",
                my + ":10: spark.sql.session.timeZone = \"Europe/Minsk\": must be UTC: periods are cut in UTC",
                my + ":1: corpus.max-body-lenght = 100: there is no such setting; the nearest is"
                        + " corpus.max-body-length",
                my + ":6: hash-tables = 20: there is no such setting; the nearest is stories.hash-tables");
    }

    @Test
    void anOptionsProblemNamesTheOption() {
        assertThatThrownBy(() -> SettingsLoader.load(conf, null, Map.of("periods.min-story", "5")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("--set periods.min-story=5: periods.min-story = \"5\": there is no such setting;"
                        + " the nearest is periods.min-stories");
        assertThatThrownBy(() -> SettingsLoader.load(conf, null, Map.of("periods.min-stories", "1")))
                .hasMessage("--set periods.min-stories=1: periods.min-stories = \"1\": must be a whole number from 2"
                        + " to 1000");
        assertThatThrownBy(() -> SettingsLoader.load(
                        conf, null, List.of(new Setting("--map bodi=text", "corpus.columns.bodi", "text"))))
                .hasMessage("--map bodi=text: corpus.columns.bodi = \"text\": there is no such setting;"
                        + " the nearest is corpus.columns.body");
    }

    @Test
    void aKeyThatIsNoKeyIsRefused() {
        assertThatThrownBy(() -> SettingsLoader.load(conf, null, Map.of("periods..seed", "5")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("--set periods..seed=5: periods..seed is no key; write key=value");
    }

    @Test
    void targetsAndActorsAreCheckedOneByOneAndAgainstEachOther() {
        Path user = write(
                "my.conf",
                """
                targets.csto { name = "CSTO", aliases { en = ["nato"] } }
                targets.B-2 { name = "B", aliases { en = ["B"] } }
                targets.empty { name = "Empty" }
                targets.eu { name = "EU", alias { en = ["EU"] }, aliases { english = ["EU"], en = ["EU"] } }
                targets.un { aliases { en = ["UN", "UN"] }, contextual { en = [ { text = "the body" } ] } }
                actors.lukashenka { name = "L", kind = president, state = kazahstan, aliases { en = ["Lukashenka"] } }
                """);

        String my = user.toString();
        refused(
                user,
                my
                        + ":2: targets.B-2 = {\"aliases\":{\"en\":[\"B\"]},\"name\":\"B\"}: an id holds only a to z, 0 to 9 and _",
                conf + "/targets.conf:2: targets.nato.aliases.en = \"NATO\": names targets.csto already (" + my
                        + ":1); a name stands for one target",
                my + ":3: targets.empty = {\"name\":\"Empty\"}: states no name: add aliases { en = [\"...\"] }",
                my + ":4: targets.eu.aliases.english = [\"EU\"]: must be under an ISO 639-1 language code such as en"
                        + " or ru",
                my + ":5: targets.un.contextual.en.near is missing: must list words of which one makes the name count",
                my + ":5: targets.un.aliases.en = \"UN\": states a name of this entry twice",
                my + ":5: targets.un.name is missing: must be the name to show",
                my + ":6: actors.lukashenka.kind = \"president\": must be one of state, person, organisation",
                my + ":6: actors.lukashenka.state = \"kazahstan\": must be the id of an actor of kind state; the"
                        + " nearest is kazakhstan",
                my + ":4: targets.eu.alias = {\"en\":[\"EU\"]}: there is no such setting; the nearest is"
                        + " targets.eu.aliases");
    }

    @Test
    void aPersonsOfficesAreOfTheirStateUnlessStatedOtherwise() {
        Path user = write(
                "my.conf",
                """
                actors.nazarbayev.offices = [{ office = president, from = 1990-04-24, until = 2019-03-20 }]
                actors.un { name = "UN", kind = organisation, aliases { en = ["UN"] } }
                actors.tokayev {
                  name = "Tokayev", kind = person, state = kazakhstan, aliases { en = ["Tokayev"] }
                  offices = [
                    { office = president, from = 2019-03-20 }
                    { office = secretary-general, of = un, from = 2011-03-12, until = 2013-10-16 }
                  ]
                }
                """);

        assertThat(load(user).actors().get(1).offices())
                .containsExactly(new Office(
                        Office.Kind.PRESIDENT,
                        "kazakhstan",
                        LocalDate.parse("1990-04-24"),
                        LocalDate.parse("2019-03-20")));
        assertThat(load(user).actors().get(2).offices())
                .contains(new Office(
                        Office.Kind.SECRETARY_GENERAL,
                        "un",
                        LocalDate.parse("2011-03-12"),
                        LocalDate.parse("2013-10-16")));
        assertThat(load(user).hash()).isNotEqualTo(load(null).hash());
    }

    @Test
    void officesAreCheckedOneByOneAndAgainstEachOther() {
        Path user = write(
                "my.conf",
                """
                actors.nazarbayev.offices = [{ office = president, from = 1990-04-24, until = 2019-03-20 }]
                actors.a { name = "A", kind = person, state = kazakhstan, aliases { en = ["A"] }, offices = [{ office = president, from = 2019-03-19 }] }
                actors.b { name = "B", kind = person, aliases { en = ["B"] }, offices = [{ office = president, from = 2019-03-19 }] }
                actors.c { name = "C", kind = person, aliases { en = ["C"] }, offices = [{ office = king, of = kazahstan, from = 2019-13-01 }] }
                actors.d { name = "D", kind = person, aliases { en = ["D"] }, offices = [{ office = president, of = kazahstan, from = 2019-01-01 }] }
                actors.e { name = "E", kind = person, state = kazakhstan, aliases { en = ["E"] }, offices = [{ office = prime-minister, from = 2020-01-01, until = 2019-01-01, til = 1 }] }
                actors.f { name = "F", kind = person, state = kazakhstan, aliases { en = ["F"] }, offices = [{ office = prime-minister }] }
                """);

        assertThatThrownBy(() -> load(user))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(user + ":1: actors.nazarbayev.offices = ")
                .hasMessageContaining(": must begin before it ends")
                .hasMessageContaining("overlaps the term of actors.a (" + user + ":2)")
                .hasMessageContaining("; an office has one holder at a time")
                .hasMessageContaining(
                        ":3: actors.b.offices = {\"from\":\"2019-03-19\",\"office\":\"president\"}: states no 'of' and the actor no 'state'")
                .hasMessageContaining(
                        ":4: actors.c.offices.office = \"king\": must be one of president, prime-minister, foreign-minister, secretary-general, leader")
                .hasMessageContaining(":4: actors.c.offices.from = \"2019-13-01\": must be a day, such as 2019-03-20")
                .hasMessageContaining(":5: actors.d.offices = ")
                .hasMessageContaining("must be of a configured state or organisation; the nearest is kazakhstan")
                .hasMessageContaining(":6: actors.e.offices.til = 1: there is no such setting")
                .hasMessageContaining("has no 'from': add the first day of the term");
    }

    @Test
    void aRunWithoutTargetsIsRefused() {
        Path user = write("my.conf", "targets { nato = null, russia = null }");

        assertThatThrownBy(() -> load(user))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("targets = {\"nato\":null,\"russia\":null}: names no target: add one, such as");
    }

    @Test
    void aFileThatIsNoHoconIsNamedWithTheLine() {
        Path user = write("my.conf", "stories {\n  similarity = 0.5\n");

        assertThatThrownBy(() -> load(user))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(user + ":3: not HOCON: ");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> load(home.resolve("none.conf")))
                .isInstanceOf(ConfigException.class)
                .hasMessage(home.resolve("none.conf") + ": no such file; --conf must name a HOCON file");
    }

    @ParameterizedTest
    @CsvSource({
        "stories.similarity, 0",
        "stories.similarity, NaN",
        "stories.hash-tables, 1.5",
        "corpus.max-body-length, 99",
        "corpus.max-body-length, 99999999999",
        "articles.neutral-band, 1",
        "articles.evidence, 0",
        "periods.min-stories, 1",
        "periods.min-labels, soon",
        "stance.min-confidence, 0.3",
        "stance.min-confidence, 1.01",
        "positions.min-mentions, 0",
        "positions.min-stories, 1",
        "labels.min-items, 9",
        "labels.resamples, 99",
        "trends.alpha, 0",
        "trends.min-segment, 1",
        "trends.mix-share, 1.5",
        "stance.tone-sentences, '[3]'",
        "stance.languages, '[]'",
        "corpus.languages, en",
        "corpus.columns, '[body]'",
    })
    void aValueOutOfItsRangeIsRefusedWithWhatIsAccepted(String key, String value) {
        assertThatThrownBy(() -> SettingsLoader.load(conf, null, Map.of(key, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("--set " + key + "=" + value + ": " + key + " = ")
                .hasMessageContaining(": must be ");
    }

    @Test
    void theHashIgnoresPlacesAndOrderButNoSettingThatChangesARow() throws IOException {
        Files.createDirectories(home.resolve("copy"));
        String hash = load(null).hash();

        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(SettingsLoader.load(
                                conf,
                                null,
                                Map.of(
                                        "stance.model", home.resolve("copy").toString(),
                                        "spark.sql.shuffle.partitions", "7",
                                        "stories.similarity", "0.50"))
                        .hash())
                .isEqualTo(hash);
        assertThat(SettingsLoader.load(conf, null, Map.of("stories.similarity", "0.61"))
                        .hash())
                .isNotEqualTo(hash);
        assertThat(SettingsLoader.load(conf, null, Map.of("stance.min-confidence", "0.6"))
                        .hash())
                .isNotEqualTo(hash);
        assertThat(SettingsLoader.load(conf, null, Map.of("spark.sql.ansi.enabled", "true"))
                        .hash())
                .isNotEqualTo(hash);
        assertThat(load(write("my.conf", "targets.russia.exclusions = []")).hash())
                .isNotEqualTo(hash);
    }

    private Settings load(@Nullable Path user) {
        return SettingsLoader.load(conf, user, Map.of());
    }

    private void refused(Path user, String... lines) {
        assertThatThrownBy(() -> load(user))
                .isInstanceOf(ConfigException.class)
                .satisfies(e -> assertThat(e.getMessage().lines().toList()).containsExactlyInAnyOrder(lines));
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(home.resolve(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
