package org.parallax.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parallax.config.Actor;
import org.parallax.config.Alias;
import org.parallax.config.Target;

class NameFinderTest {
    private static final Target RUSSIA = new Target(
            "russia",
            "Russia",
            List.of(
                    always("Russia"),
                    always("Russian Federation"),
                    always("the Kremlin"),
                    near("Russian", "Russian-led|backed"),
                    near("Moscow", "accus*", "foreign ministry", "with Moscow", "Moscow *ed"),
                    russian("Россия"),
                    russian("Российская Федерация"),
                    russian("российские войска")),
            List.of("Moscow, Idaho", "Russia Today", "in|near Moscow"));
    private static final Target NATO = new Target(
            "nato",
            "NATO",
            List.of(
                    always("NATO"),
                    always("North Atlantic Treaty Organization"),
                    near("the Alliance", "NATO", "allies"),
                    russian("НАТО")),
            List.of("NATO phonetic alphabet", "Alliance of"));
    private static final Actor STATE = new Actor(
            "russia_state",
            "Russia",
            Actor.Kind.STATE,
            null,
            List.of(always("Russia"), always("Moscow"), always("Russian president"), always("US"), always("Xi")));
    private static final Actor PUTIN = new Actor(
            "putin",
            "Vladimir Putin",
            Actor.Kind.PERSON,
            "russia_state",
            List.of(always("Vladimir Putin"), always("Putin"), always("Erdoğan"), russian("Лавров")));

    private final NameFinder finder = new NameFinder(List.of(RUSSIA, NATO), List.of(STATE, PUTIN));

    @Test
    void findsTargetsAndActorsWithTheirOffsets() {
        NamedText text = finder.read("Putin spoke. Russia and NATO met.", "en");

        assertThat(text.sentences()).containsExactly(new Span(0, 12), new Span(13, 33));
        assertThat(text.names())
                .containsExactly(
                        new Name(new Span(0, 5), Name.Kind.ACTOR, "putin"),
                        new Name(new Span(13, 19), Name.Kind.TARGET, "russia"),
                        new Name(new Span(13, 19), Name.Kind.ACTOR, "russia_state"),
                        new Name(new Span(24, 28), Name.Kind.TARGET, "nato"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NATO's plans|NATO",
                "Russia’s plans|Russia",
                "the Kremlin's plans|the Kremlin",
                "The Kremlin denied it|The Kremlin",
                "a Russian-led bloc and the Russian language|Russian",
                "a NATO-led force|NATO",
                "the NATO/Russia council|NATO,Russia",
                "a Nato summit|Nato",
                "RUSSIA ATTACKS, MOSCOW ACCUSED|RUSSIA,MOSCOW",
                "the Russian federation|Russian federation",
                "#NATO summit|NATO"
            })
    void findsANameAsTextsWriteIt(String text, String names) {
        assertThat(targets(text.replace("\\n", "\n"), "en"))
                .containsExactly(names.replace("\\n", "\n").split(","));
    }

    @Test
    void findsANameOverALineBreak() {
        assertThat(targets("the North  Atlantic\ntreaty organization", "en"))
                .containsExactly("North  Atlantic\ntreaty organization");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see Kremlin.ru and en.kremlin.ru/events",
                "www.nato.int or https://nato.example/Russia/NATO",
                "mail press@NATO.int, follow @NATO",
                "a Russian poet",
                "Russians and Prussia",
                "nato is in small letters",
                "he saw russia",
                "the NATO phonetic alphabet",
                "an interview with Russia Today",
                "our allies in the Alliance of Small Island States",
            })
    void doesNotFindWhatOnlyLooksLikeAName(String text) {
        assertThat(targets(text, "en")).isEmpty();
    }

    @Test
    void prefersTheLongestName() {
        assertThat(targets("The North Atlantic Treaty Organization and the Russian Federation", "en"))
                .containsExactly("North Atlantic Treaty Organization", "Russian Federation");
        assertThat(actors("Vladimir Putin came")).containsExactly("Vladimir Putin");
    }

    @Test
    void givesOneOfTwoEqualNamesTheOneConfiguredFirst() {
        Target first = new Target("z", "Z", List.of(always("Union")), List.of());
        Target second = new Target("a", "A", List.of(always("Union")), List.of());

        assertThat(new NameFinder(List.of(first, second), List.of())
                        .read("The Union", "en")
                        .names())
                .extracting(Name::id)
                .containsExactly("z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Moscow was accused again.",
                "Moscow rests; the Foreign Ministry does not.",
                "Ties with Moscow are cold.",
                "Moscow responded.",
            })
    void countsAContextualNameInItsContext(String text) {
        assertThat(targets(text, "en")).containsExactly("Moscow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Moscow is a city. Someone was accused elsewhere.",
                "Moscow and Paris.",
                "The talks in Moscow were cold, the foreign ministry said.",
                "MOSCOW (Reuters) - The foreign ministry was accused.",
                "He lives in Moscow, Idaho, and the foreign ministry knows."
            })
    void leavesAContextualNameOutsideItsContext(String text) {
        assertThat(targets(text, "en")).isEmpty();
    }

    @Test
    void takesAContextThatHoldsTheNameForThatOccurrenceOnly() {
        NamedText text = finder.read("Moscow rests, but ties with Moscow are cold.", "en");

        assertThat(text.names())
                .filteredOn(n -> n.kind() == Name.Kind.TARGET)
                .singleElement()
                .satisfies(n -> assertThat(n.span()).isEqualTo(new Span(28, 34)));
    }

    @Test
    void asksForACapitalOnlyWhereTheNameHasOne() {
        assertThat(targets("The Alliance and its allies", "en")).containsExactly("The Alliance");
        assertThat(targets("the alliance and its allies", "en")).isEmpty();
    }

    @Test
    void doesNotTakeAShortAcronymForAWord() {
        assertThat(actors("Us and them. XI chapters. US troops. Xi came.")).containsExactly("US", "Xi");
    }

    @Test
    void takesExcludedWordsFromActorsToo() {
        assertThat(actors("He lives in Moscow, Idaho.")).isEmpty();
        assertThat(actors("He speaks for Moscow.")).containsExactly("Moscow");
    }

    @Test
    void keepsACapitalInAnExclusion() {
        assertThat(targets("What is Russia today?", "en")).containsExactly("Russia");
    }

    @Test
    void readsNamesWithAndWithoutDiacritics() {
        assertThat(actors("Erdogan met Erdoğan and ERDOĞAN")).hasSize(3);
    }

    @Test
    void findsRussianNamesInAllCases() {
        assertThat(targets("Россию, Россией и Российской Федерации грозят НАТО и НАТО-вские российских войск", "ru"))
                .containsExactly("Россию", "Россией", "Российской Федерации", "НАТО", "НАТО", "российских войск");
        assertThat(finder.read("Лаврова спросили о лавре и о Лавровым", "ru").names())
                .hasSize(2);
    }

    @Test
    void looksForNamesOfTheTextsLanguageOnly() {
        assertThat(targets("Россия and NATO", "en")).containsExactly("NATO");
        assertThat(finder.read("Russia and NATO.", "de").names()).isEmpty();
        assertThat(finder.read("Russia and NATO.", "de").sentences()).hasSize(1);
    }

    @Test
    void readsTheSameAfterATripThroughSerialisation() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(finder);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            NameFinder copy = (NameFinder) in.readObject();

            String text = "Russia and NATO met; Putin said so.";
            assertThat(copy.read(text, "en")).isEqualTo(finder.read(text, "en"));
        }
    }

    @Test
    void refusesANameOrAContextWithoutAWord() {
        Target blank = new Target("blank", "Blank", List.of(always(" ")), List.of());
        assertThatThrownBy(() -> new NameFinder(List.of(blank), List.of()))
                .hasMessage("an alias of blank has no word in it: \" \"");

        Target noContext = new Target("bad", "Bad", List.of(near("Bad", "")), List.of());
        assertThatThrownBy(() -> new NameFinder(List.of(noContext), List.of()))
                .hasMessage("a context or exclusion of a name must have a word in it: \"\"");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsNamesOrderedApartAndWithinTheirSentences(long seed) {
        Random random = new Random(seed);
        String[] pieces = {
            "Russia",
            "Russian",
            "Federation",
            "NATO",
            "Moscow",
            "accused",
            "with",
            "North Atlantic Treaty Organization",
            "Vladimir",
            "Putin",
            "the",
            "Alliance",
            "allies",
            ".",
            "'s",
            "-led",
            "Kremlin",
            "kremlin.ru",
            ",",
            "Idaho",
            "in",
            "\n\n"
        };
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(40);
        for (int i = 0; i < length; i++) {
            text.append(pieces[random.nextInt(pieces.length)]).append(random.nextInt(4) == 0 ? "" : " ");
        }

        NamedText read = finder.read(text.toString(), "en");

        for (int i = 0; i < read.names().size(); i++) {
            Name name = read.names().get(i);
            assertThat(read.sentences())
                    .anyMatch(
                            s -> s.begin() <= name.span().begin() && name.span().end() <= s.end());
            for (Name later : read.names().subList(i + 1, read.names().size())) {
                assertThat(later.span().begin())
                        .isGreaterThanOrEqualTo(name.span().begin());
                assertThat(later.kind() == name.kind() && later.span().overlaps(name.span()))
                        .isFalse();
            }
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private List<String> targets(String text, String language) {
        return surfaces(text, language, Name.Kind.TARGET);
    }

    private List<String> actors(String text) {
        return surfaces(text, "en", Name.Kind.ACTOR);
    }

    private List<String> surfaces(String text, String language, Name.Kind kind) {
        return finder.read(text, language).names().stream()
                .filter(n -> n.kind() == kind)
                .map(n -> n.span().of(text))
                .toList();
    }

    private static Alias always(String text) {
        return new Alias(text, "en", List.of());
    }

    private static Alias near(String text, String... near) {
        return new Alias(text, "en", List.of(near));
    }

    private static Alias russian(String text) {
        return new Alias(text, "ru", List.of());
    }
}
