package org.parallax.corpus;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Reduces HTML to text. */
final class Html {
    private static final String BLOCKS = "p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|blockquote|"
            + "section|article|header|footer|main|aside|nav|figure|figcaption|pre|address|hr|form|html|head|body|center";
    private static final String INLINE =
            "br|span|em|strong|img|sup|sub|small|del|ins|strike|font|code|mark|abbr|cite|iframe|script|style|noscript|"
                    + "video|audio|source|picture|svg|button|meta|link|title|object|embed|wbr|time|label|input|template";
    // Names that are also letters or words in brackets need a closing tag, or an attribute, to be taken for markup.
    private static final String SHORT = "a|b|i|u|s|q";

    private static final Pattern TAG =
            Pattern.compile("(?i)</?(?:" + BLOCKS + "|" + INLINE + ")(?=[\\s/>])[^<>]{0,4000}>" + "|</(?:" + SHORT
                    + ")>|<a\\s[^<>]{0,4000}=[^<>]{0,4000}>|<!--|<!\\[CDATA\\[|<!DOCTYPE\\b");
    private static final Pattern FLOWING = Pattern.compile("(?i)<(?:p|br|div|li|td|h[1-6])(?=[\\s/>])[^<>]{0,4000}>");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{2,7}|#[xX][0-9A-Fa-f]{2,6});");
    private static final Pattern LONE_LESS =
            Pattern.compile("<(?!/?[A-Za-z][A-Za-z0-9:-]*(?:\\s[^<>]*)?/?>|!--|!DOCTYPE|!doctype)");
    private static final Set<String> DROPPED =
            Set.of("script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea", "head");
    private static final Pattern BLOCK_NAME = Pattern.compile(BLOCKS);

    private Html() {}

    /** The text without tags and with entities decoded; unchanged where there are none. */
    static String reduce(String text) {
        if (TAG.matcher(text).find()) {
            return text(text.replace("<![CDATA[", "").replace("]]>", ""));
        }
        return ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(decoded(entity.group())));
    }

    private static String decoded(String entity) {
        String character = Parser.unescapeEntities(entity, false);
        return switch (character) {
            case "\u00A0" -> " ";
            case "\u00AD" -> "";
            default -> character;
        };
    }

    private static String text(String html) {
        // Without paragraphs or line breaks of HTML's own, the source's line breaks are the author's.
        boolean flowing = FLOWING.matcher(html).find();
        TextOf text = new TextOf(flowing);
        Jsoup.parse(LONE_LESS.matcher(html).replaceAll("&lt;")).body().traverse(text);
        return text.tidy();
    }

    /** Writes down what is between the tags. */
    private static final class TextOf implements NodeVisitor {
        private static final Pattern SPACE_AT_BREAK = Pattern.compile("[ \\t]*\\n[ \\t]*");
        private static final Pattern MANY_BREAKS = Pattern.compile("\\n{3,}");
        private static final Pattern SPACES = Pattern.compile("[ \\t\\n\\f]+");

        private final StringBuilder out = new StringBuilder();
        private final boolean flowing;
        private int dropped;

        TextOf(boolean flowing) {
            this.flowing = flowing;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                if (DROPPED.contains(element.normalName())) {
                    dropped++;
                } else if (element.normalName().equals("br")) {
                    out.append('\n');
                } else {
                    breakAt(element);
                }
            } else if (node instanceof TextNode words && dropped == 0) {
                // The same two as among entities: a space is a space, and a hyphen that nobody sees is none.
                String content = words.getWholeText().replace('\u00A0', ' ').replace("\u00AD", "");
                out.append(
                        flowing && !preformatted(node) ? SPACES.matcher(content).replaceAll(" ") : content);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (DROPPED.contains(element.normalName())) {
                    dropped--;
                } else {
                    breakAt(element);
                }
            }
        }

        private void breakAt(Element element) {
            switch (element.normalName()) {
                case "li", "tr", "dt", "dd" -> out.append('\n');
                case "td", "th" -> out.append(' ');
                default -> {
                    if (BLOCK_NAME.matcher(element.normalName()).matches()) {
                        out.append("\n\n");
                    }
                }
            }
        }

        private static boolean preformatted(Node node) {
            return node.parent() instanceof Element parent
                    && parent.normalName().equals("pre");
        }

        String tidy() {
            String lines = SPACE_AT_BREAK.matcher(out).replaceAll("\n");
            String text = MANY_BREAKS.matcher(lines).replaceAll("\n\n");
            return flowing ? text.replaceAll(" {2,}", " ") : text;
        }
    }
}
