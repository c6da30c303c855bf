package org.parallax.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parallax.mention.Name;
import org.parallax.mention.NamedText;
import org.parallax.mention.Span;

class VoiceReaderTest {
    private final VoiceReader reader = new VoiceReader(VoiceTexts.actors());

    /** The attribution of the last mention of a target in the text. */
    private Attribution last(String text, String target) {
        NamedText named = VoiceTexts.named(text);
        Name name = named.names().stream()
                .filter(n -> n.kind() == Name.Kind.TARGET && n.id().equals(target))
                .reduce((a, b) -> b)
                .orElseThrow();
        return reader.attribute(named, name);
    }

    @Test
    void theSpeakerIsNamedByTheAuthor() {
        NamedText text = VoiceTexts.named("Russia said that NATO was weak.");

        assertThat(reader.attribute(text, VoiceTexts.target(text, 0))).isEqualTo(Attribution.AUTHOR);
        assertThat(last(text.text(), "nato")).isEqualTo(new Attribution(Voice.REPORTED, "russia", "Russia"));
    }

    @Test
    void theInnermostHolderCounts() {
        assertThat(last("Lavrov said that Poland refused to trust NATO.", "nato")
                        .holder())
                .isEqualTo("poland");
    }

    @Test
    void aPersonIsPreferredToItsState() {
        assertThat(last("Kazakh President Nursultan Nazarbayev said that the CSTO was strong.", "csto"))
                .isEqualTo(new Attribution(Voice.REPORTED, "nazarbayev", "Nursultan Nazarbayev"));
    }

    @Test
    void anOfficeSpeaksForItsState() {
        assertThat(last("Finnish Foreign Minister Pekka Haavisto said that NATO was near.", "nato"))
                .isEqualTo(new Attribution(Voice.REPORTED, "finland", "Pekka Haavisto"));
        assertThat(last("Finnish farmers said that NATO was near.", "nato"))
                .isEqualTo(new Attribution(Voice.REPORTED, null, "Finnish farmers"));
    }

    @Test
    void anOfficeMeansWhoWasJustNamedForIt() {
        assertThat(last("Volodymyr Zelenskyy came. The President of Ukraine said that Russia must leave.", "russia")
                        .holder())
                .isEqualTo("zelensky");
        assertThat(last("Volodymyr Zelenskyy came. The President of Poland said that Russia must leave.", "russia"))
                .isEqualTo(new Attribution(Voice.REPORTED, "poland", "President of Poland"));
    }

    @Test
    void aNamesakeOfAnActorIsSomebodyElse() {
        assertThat(last("Robert Biden said that NATO was near.", "nato"))
                .isEqualTo(new Attribution(Voice.REPORTED, null, "Robert Biden"));
    }

    @Test
    void aStrongBoundaryEndsWhatIsReported() {
        assertThat(last("Lavrov said nothing; NATO went on.", "nato")).isEqualTo(Attribution.AUTHOR);
        assertThat(last("Lavrov said that it was late, while NATO went on.", "nato"))
                .isEqualTo(Attribution.AUTHOR);
        assertThat(last("Lavrov said it was late, but NATO went on.", "nato")).isEqualTo(Attribution.AUTHOR);
        assertThat(last("Lavrov said it was done not for show, but to stop NATO.", "nato")
                        .voice())
                .isEqualTo(Voice.REPORTED);
    }

    @Test
    void theFirstPersonIsTheAuthor() {
        assertThat(last("I told them that we believe NATO was wrong.", "nato")).isEqualTo(Attribution.AUTHOR);
    }

    @Test
    void wordsOfSpeakersOtherThanTheHostAreReportedUntilTheNextTurn() {
        String text = "Vladimir Putin: Good morning. Emmanuel Macron: Thank you. NATO is our home. "
                + "Vladimir Putin: Let us begin. ";

        assertThat(last(text, "nato").holder()).isEqualTo("macron");
        assertThat(last(text + "Russia is ready.", "russia")).isEqualTo(Attribution.AUTHOR);
    }

    @Test
    void theSentenceThatAttributesTheOneBeforeReportsIt() {
        assertThat(last("NATO must wake up. This was said by Emmanuel Macron in Paris.", "nato")
                        .holder())
                .isEqualTo("macron");
    }

    @Test
    void aSentenceThatGoesOnWithWhatWasReportedIsReported() {
        assertThat(last("Lavrov said that it was late. Nevertheless, NATO is ready to talk.", "nato")
                        .holder())
                .isEqualTo("lavrov");
        assertThat(last("Lavrov said that it was late. Nevertheless, NATO went home.", "nato"))
                .isEqualTo(Attribution.AUTHOR);
        assertThat(last("Lavrov said that it was late.\nNevertheless, NATO is ready to talk.", "nato"))
                .isEqualTo(Attribution.AUTHOR);
    }

    @Test
    void aSpeakersOwnStateSpeaksForTheText() {
        String speech = "I thank you. We in Georgia have waited. My country is small. We hope. I know that Georgia is heard. "
                + "We trust our friends, and we say so. Georgia is free. ";

        assertThat(last(speech + "Georgia welcomes the patience of NATO.", "nato")).isEqualTo(Attribution.AUTHOR);
        assertThat(last(speech + "Poland welcomes the patience of NATO.", "nato").holder())
                .isEqualTo("poland");
    }

    @Test
    void whatSomebodyShouldDoIsNotReported() {
        assertThat(last("Poland should not expect that NATO will pay.", "nato")).isEqualTo(Attribution.AUTHOR);
        assertThat(last("Poland expects that NATO will pay.", "nato").holder()).isEqualTo("poland");
    }

    @Test
    void anOfficialIsRememberedByTheStateThatIntroducedHim() {
        assertThat(last("Finnish envoy Pekka Haavisto said that it was late. Haavisto added that NATO was near.", "nato"))
                .isEqualTo(new Attribution(Voice.REPORTED, "finland", "Haavisto"));
    }

    @Test
    void readsTheSameAfterSerialisation() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(reader);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            VoiceReader copy = (VoiceReader) in.readObject();
            NamedText text = VoiceTexts.named("Lavrov said that NATO was weak.");
            assertThat(copy.attribute(text, VoiceTexts.target(text, 10)))
                    .isEqualTo(reader.attribute(text, VoiceTexts.target(text, 10)));
        }
    }

    @Test
    void readsATextWithoutSentencesOrNames() {
        NamedText blank = new NamedText("", List.of(), List.of());

        assertThat(reader.attribute(blank, new Name(new Span(0, 0), Name.Kind.TARGET, "nato")))
                .isEqualTo(Attribution.AUTHOR);
    }

    static java.util.stream.IntStream seeds() {
        return QuotationsTest.seeds();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void answersForEveryNameOfAnyText(int seed) {
        NamedText text = VoiceTexts.named(QuotationsTest.random(seed));
        VoiceReading reading = reader.read(text);

        for (Name name : text.names()) {
            Attribution found = reading.attribution(name);
            if (found.voice() == Voice.AUTHOR) {
                assertThat(found).isEqualTo(Attribution.AUTHOR);
            }
            if (found.holderSurface() != null) {
                assertThat(found.holderSurface()).isNotBlank();
            }
        }
    }

    /** None of them may take time or memory beyond the order of their length. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lavrov said NATO ",
                "“NATO ",
                "\"NATO\" ",
                "“Lavrov said NATO is weak.” ",
                "Vladimir Putin: NATO. ",
                "he said, ",
                "NATO, and Lavrov said, ",
                "Poland's support for NATO ",
                "According to Lavrov, ",
                "'NATO "
            })
    void readsALongTextOfOneRepeatedPhrase(String phrase) {
        String text = phrase.repeat(200_000 / phrase.length());
        NamedText named = VoiceTexts.named(text);
        VoiceReading reading = reader.read(named);

        assertThat(named.names().stream()
                        .filter(n -> n.kind() == Name.Kind.TARGET)
                        .map(reading::attribution))
                .doesNotContainNull();
    }
}
