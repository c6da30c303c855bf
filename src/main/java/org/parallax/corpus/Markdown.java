package org.parallax.corpus;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Reduces markdown to text. */
final class Markdown {
    /**
     * A link or image with an address, a heading, a code fence, or a pair of emphasis marks that hug the words between
     * them and stand apart from those outside.
     */
    private static final Pattern MARKER = Pattern.compile(
            "(?m)!?\\[[^\\[\\]\\n]{0,500}\\]\\((?:https?:|mailto:|/|#)[^()\\s]{0,2000}(?:\\s\"[^\"\\n]{0,200}\")?\\)"
                    + "|^#{1,6} +\\S|^```"
                    + "|(?<![*\\p{L}\\p{N}])\\*{1,3}(?=[^\\s*])[^*\\n]{0,500}(?<=[^\\s*])\\*{1,3}(?![*\\p{L}\\p{N}])"
                    + "|(?<![_\\p{L}\\p{N}])_{1,3}(?=[^\\s_])[^_\\n]{0,500}(?<=[^\\s_])_{1,3}(?![_\\p{L}\\p{N}])");

    // 2*3*4 is a product: markdown would read the middle as emphasis.
    private static final Pattern PRODUCT = Pattern.compile("(?<=[\\p{L}\\p{N}])\\*(?=[\\p{L}\\p{N}])");
    private static final String STAR = "\uE000";

    private static final Parser PARSER = Parser.builder()
            // Without indented code and HTML: in prose an indent is an indent, and HTML is gone by now.
            .enabledBlockTypes(Set.<Class<? extends Block>>of(
                    Heading.class, FencedCodeBlock.class, ListBlock.class, ThematicBreak.class, BlockQuote.class))
            .build();

    private Markdown() {}

    /** The text without its markers; unchanged where there are none. */
    static String reduce(String text) {
        if (!MARKER.matcher(text).find()) {
            return text;
        }
        TextOf visitor = new TextOf();
        try {
            PARSER.parse(PRODUCT.matcher(text).replaceAll(STAR)).accept(visitor);
        } catch (StackOverflowError e) {
            // Nested thousands deep, it is nothing that anyone wrote, and one such row must not end the run.
            return text;
        }
        return visitor.out.toString().replace(STAR, "*");
    }

    /** Writes down what a reader would see. */
    private static final class TextOf extends AbstractVisitor {
        private final StringBuilder out = new StringBuilder();

        @Override
        public void visit(Paragraph paragraph) {
            separate(paragraph);
            visitChildren(paragraph);
        }

        @Override
        public void visit(Heading heading) {
            separate(heading);
            visitChildren(heading);
        }

        @Override
        public void visit(ThematicBreak line) {
            separate(line);
            String literal = line.getLiteral();
            out.append(literal == null ? "***" : literal.strip());
        }

        @Override
        public void visit(FencedCodeBlock code) {
            separate(code);
            out.append(code.getLiteral().stripTrailing());
        }

        @Override
        public void visit(ListItem item) {
            out.append(out.isEmpty() || out.charAt(out.length() - 1) == '\n' ? "" : "\n");
            if (item.getPrevious() == null) {
                separate(item.getParent());
            } else if (item.getParent() instanceof ListBlock list && !list.isTight()) {
                out.append('\n');
            }
            if (item.getParent() instanceof BulletList bullets) {
                out.append(bullets.getMarker()).append(' ');
            } else if (item.getParent() instanceof OrderedList numbers) {
                int index = 0;
                for (var before = item.getPrevious(); before != null; before = before.getPrevious()) {
                    index++;
                }
                out.append(numbers.getMarkerStartNumber() + index)
                        .append(numbers.getMarkerDelimiter())
                        .append(' ');
            }
            visitChildren(item);
        }

        @Override
        public void visit(Text text) {
            out.append(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            out.append(code.getLiteral());
        }

        @Override
        public void visit(HtmlInline html) {
            out.append(html.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak line) {
            out.append('\n');
        }

        @Override
        public void visit(HardLineBreak line) {
            out.append('\n');
        }

        /** A blank line before a block, but for the first and for what stands behind a list's marker. */
        private void separate(Block block) {
            boolean behindMarker = block.getParent() instanceof ListItem && block.getPrevious() == null;
            if (!out.isEmpty() && !behindMarker) {
                while (!out.isEmpty() && out.charAt(out.length() - 1) == '\n') {
                    out.setLength(out.length() - 1);
                }
                out.append("\n\n");
            }
        }
    }
}
