package org.parallax.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5 < 6 and 7 > 3",
                "the variable snake_case_name is fine, __init__x too",
                "First part.\n\n* * *\n\nSecond part.",
                "First part.\n\n***\n\nSecond part.",
                "He said \"they was [sic] there\" [1].",
                "2*3*4 = 24 and 2 * 3 * 4",
                "A 5* hotel, a 4* hotel and a footnote*.\n*Names were changed.",
                "AT&T and R&D; Q&A & more &; &123",
                "I <3 NATO, he wrote <john@example.com>; see <https://example.com/a_b_c>",
                "- one\n- two\n\n1. first\n2. second\n    indented",
                "#CSTO is trending, and #1 too",
                "Temperature: -5 -- 10; a <b and c> d",
                "Line one\nline two\n\n\nAfter three",
                "C:\\temp\\new and \\*not bold",
                "[Reuters] (Moscow) says [it](was) so",
                "ΔΕΛΤΑ, 東京, Москва: «цитата» – 50 %",
                "if (a<b) then (c>d)"
            })
    void plainTextStaysAsItIs(String text) {
        assertThat(MarkupText.plain(text)).isEqualTo(text);
    }

    @Test
    void lineEndsBecomeOneKindAndEndsAreTrimmed() {
        assertThat(MarkupText.plain("\uFEFF \r\nOne\r\ntwo\rthree \u00A0\n")).isEqualTo("One\ntwo\nthree");
    }

    @Test
    void paragraphsOfHtmlStandApart() {
        assertThat(
                        MarkupText.plain(
                                "<h1>Title</h1><p>First\n  line.</p>\n\n\n<p>Second <b>bold</b> &amp; <i>more</i>.<br>Next</p>"))
                .isEqualTo("Title\n\nFirst line.\n\nSecond bold & more.\nNext");
    }

    @Test
    void scriptsStylesAndCommentsAreNoText() {
        assertThat(MarkupText.plain("<html><head><title>T</title><style>p{color:red}</style></head><body><!-- c -->"
                        + "<script>var x = '<p>no</p>';</script><p>Yes.</p><noscript>No.</noscript></body></html>"))
                .isEqualTo("Yes.");
    }

    @Test
    void listsAndTablesKeepTheirLines() {
        assertThat(
                        MarkupText.plain(
                                "<ul><li>one</li><li>two</li></ul><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"))
                .isEqualTo("one\n\ntwo\n\na b\n\nc");
    }

    @Test
    void inlineTagsInPlainParagraphsLeaveItsLineBreaks() {
        assertThat(MarkupText.plain("One <a href=\"https://x.org/?a=1&b=2\">link</a> here\nand\n\n<em>there</em>."))
                .isEqualTo("One link here\nand\n\nthere.");
    }

    @Test
    void entitiesAloneAreDecoded() {
        assertThat(MarkupText.plain(
                        "AT&amp;T &mdash; &quot;no&quot;&nbsp;comment &#8230; co&shy;operation; x?a=1&copy=2"))
                .isEqualTo("AT&T — \"no\" comment … cooperation; x?a=1&copy=2");
    }

    @Test
    void escapedHtmlOfAFeedIsHtml() {
        assertThat(MarkupText.plain("&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;p&gt;Three.&lt;/p&gt;"))
                .isEqualTo("One & two.\n\nThree.");
        assertThat(MarkupText.plain("<![CDATA[<p>One.</p>]]>")).isEqualTo("One.");
    }

    @Test
    void aLessThanSignWithinHtmlSurvives() {
        assertThat(MarkupText.plain("<p>5 < 6, I <3 it, a<b.</p>")).isEqualTo("5 < 6, I <3 it, a<b.");
    }

    @Test
    void markdownLosesItsMarkers() {
        assertThat(
                        MarkupText.plain(
                                """
                        # Summit ends

                        The **alliance** said *nothing* about [the plan](https://example.org/plan "t") and
                        `code`.

                        ![A map](https://example.org/map.png)

                        > Quoted.

                        * one
                        * two

                        3. three
                        4. four

                        ***

                        2*3*4 is [sic] snake_case."""))
                .isEqualTo(
                        """
                        Summit ends

                        The alliance said nothing about the plan and
                        code.

                        A map

                        Quoted.

                        * one
                        * two

                        3. three
                        4. four

                        ***

                        2*3*4 is [sic] snake_case.""");
    }

    @Test
    void markupWithoutTextLeavesNothing() {
        assertThat(MarkupText.plain("<div><p> &nbsp; </p><img src=\"a.png\"/></div>"))
                .isEmpty();
    }

    static Stream<String> monsters() {
        return Stream.of(
                "<div>".repeat(20_000) + "x",
                "**x** " + "[".repeat(5_000) + "*".repeat(5_000),
                "**x** " + "[a](".repeat(5_000),
                "# x\n" + ">".repeat(50_000) + " y",
                "# x\n" + "- ".repeat(20_000) + "y",
                "*x* " + "*a ".repeat(20_000) + "b* ".repeat(20_000));
    }

    @ParameterizedTest
    @MethodSource("monsters")
    void deepAndUnclosedMarkupIsSurvived(String text) {
        assertThat(MarkupText.plain(text)).contains("x");
    }

    static Stream<String> mixtures() {
        List<String> pieces = List.of(
                "<p>",
                "</p>",
                "<br/>",
                "<b>",
                "</b>",
                "&amp;",
                "&lt;",
                "&gt;",
                "&nbsp;",
                "**",
                "*",
                "_",
                "__",
                "# ",
                "\n",
                "\n\n",
                "\r\n",
                " ",
                "word",
                "Слово",
                "[a](https://x.org)",
                "[",
                "](",
                ")",
                "`",
                "```\n",
                "- ",
                "1. ",
                "<",
                ">",
                "<!--",
                "-->",
                "<script>",
                "</script>",
                "\\",
                "* * *",
                "5 < 6",
                "\t",
                "&",
                "🙂",
                "---\n",
                "<a href=\"x\">",
                "</a>",
                "]]>",
                "<![CDATA[",
                "&amp;lt;p&amp;gt;");
        Random random = new Random(11);
        return Stream.generate(() -> IntStream.range(0, 1 + random.nextInt(40))
                        .mapToObj(i -> pieces.get(random.nextInt(pieces.size())))
                        .collect(Collectors.joining()))
                .limit(300);
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void reducingTwiceIsReducingOnce(String text) {
        String once = MarkupText.plain(text);

        assertThat(MarkupText.plain(once)).isEqualTo(once);
        assertThat(Blank.trim(once)).isEqualTo(once);
    }

    static Stream<String> prose() {
        List<String> pieces =
                List.of("word", "Слово", "5 < 6", "a_b", "[sic]", "2*3", "R&D", "#tag", "“q”", "–", "100%", "x>y");
        List<String> gaps = List.of(" ", "\n", "\n\n", ", ", ". ");
        Random random = new Random(13);
        return Stream.generate(() -> IntStream.range(0, 1 + random.nextInt(30))
                        .mapToObj(
                                i -> pieces.get(random.nextInt(pieces.size())) + gaps.get(random.nextInt(gaps.size())))
                        .collect(Collectors.joining())
                        .strip())
                .limit(300);
    }

    @ParameterizedTest
    @MethodSource("prose")
    void proseIsLeftAlone(String text) {
        assertThat(MarkupText.plain(text)).isEqualTo(text);
    }
}
