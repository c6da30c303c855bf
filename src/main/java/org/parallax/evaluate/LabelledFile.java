package org.parallax.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parallax.corpus.InputException;
import org.parallax.mention.Span;
import org.parallax.stance.Stance;

/**
 * A labelled file: JSON Lines of mentions ({@code text}, {@code begin}, {@code end} in code points, {@code label}) or of
 * articles ({@code title}, {@code body}, {@code target}, {@code label}). A mention may state its {@code target}, and a
 * holder whose stance was labelled: by {@code holder_begin} and {@code holder_end}, or by name as {@code holder}.
 */
final class LabelledFile {
    private static final int MOST_PROBLEMS = 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LABEL = "label";
    private static final String TEXT = "text";
    private static final String BODY = "body";
    private static final String TARGET = "target";
    private static final String HOLDER = "holder";
    private static final ObjectMapper JSON = new ObjectMapper();

    private LabelledFile() {}

    /** Whether the first line of a file that is not blank is a JSON object with a label: then it has to be a whole labelled file. */
    static boolean claimsToBeOne(Path file) {
        for (String line : lines(file)) {
            if (!line.isBlank()) {
                try {
                    JsonNode json = JSON.readTree(line);
                    return json.has(LABEL) && (json.has(TEXT) || json.has(BODY));
                } catch (JsonProcessingException e) {
                    return line.contains("\"" + LABEL + "\"");
                }
            }
        }
        return false;
    }

    /**
     * Reads all items of a file, in an order of their own: the lines' order changes no figure. It is refused whole when one line is broken.
     *
     * @throws InputException naming each broken line, or the file when it holds no item or both kinds
     */
    static List<Labelled> read(Path file) {
        List<Labelled> items = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty()) {
                continue;
            }
            try {
                items.add(item(line, i + 1));
            } catch (JsonProcessingException e) {
                problems.add("line " + (i + 1) + ": not a JSON object: " + e.getOriginalMessage());
            } catch (IllegalArgumentException e) {
                problems.add("line " + (i + 1) + ": " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            int more = problems.size() - MOST_PROBLEMS;
            throw new InputException(file + " is no labelled file:\n  "
                    + String.join("\n  ", problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)))
                    + (more > 0 ? "\n  and " + more + " more" : ""));
        }
        if (items.isEmpty()) {
            throw new InputException(file + " holds no labelled item");
        }
        if (items.stream().map(Object::getClass).distinct().count() > 1) {
            throw new InputException(file + " mixes mentions and articles; score them as two files");
        }
        items.sort(Comparator.comparing(Labelled::order));
        return items;
    }

    private static List<String> lines(Path file) {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            if (!lines.isEmpty() && lines.get(0).startsWith(BYTE_ORDER_MARK)) {
                lines.set(0, lines.get(0).substring(1));
            }
            return lines;
        } catch (CharacterCodingException e) {
            throw new InputException(file + " is not UTF-8; convert it first");
        } catch (IOException e) {
            throw new InputException("cannot read " + file + ": " + e.getMessage());
        }
    }

    private static Labelled item(String line, int number) throws JsonProcessingException {
        JsonNode json = JSON.readTree(line);
        if (!json.isObject()) {
            throw new IllegalArgumentException("not a JSON object");
        }
        String id = json.path("id").asText("line-" + number);
        String language = json.path("language").asText("en");
        JsonNode label = json.path(LABEL);
        if (!label.isInt()) {
            throw new IllegalArgumentException("label must be -1, 0 or 1, not " + label);
        }
        Stance stance = Stance.ofLabel(label.asInt());
        if (json.has(BODY)) {
            String title = json.path("title").asText("");
            return new Labelled.Article(id, title, text(json, BODY), language, text(json, TARGET), stance);
        }
        String text = text(json, TEXT);
        Span mention = span(json, text, "begin", "end");
        if (mention == null) {
            throw new IllegalArgumentException("begin and end of the mention are missing");
        }
        return new Labelled.Mention(
                id,
                text,
                language,
                mention,
                span(json, text, "holder_begin", "holder_end"),
                json.hasNonNull(HOLDER) ? text(json, HOLDER) : null,
                json.hasNonNull(TARGET) ? text(json, TARGET) : null,
                stance);
    }

    private static String text(JsonNode json, String key) {
        JsonNode value = json.path(key);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new IllegalArgumentException(key + " must be a text that is not blank");
        }
        return value.asText();
    }

    private static @Nullable Span span(JsonNode json, String text, String beginKey, String endKey) {
        JsonNode begin = json.path(beginKey);
        JsonNode end = json.path(endKey);
        if (absent(begin) && absent(end)) {
            return null;
        }
        if (!begin.isInt() || !end.isInt()) {
            throw new IllegalArgumentException(beginKey + " and " + endKey + " must be two whole numbers");
        }
        int length = text.codePointCount(0, text.length());
        if (begin.asInt() < 0 || begin.asInt() >= end.asInt() || end.asInt() > length) {
            throw new IllegalArgumentException(beginKey + " " + begin + " and " + endKey + " " + end
                    + " are no stretch of a text of " + length + " code points");
        }
        return new Span(text.offsetByCodePoints(0, begin.asInt()), text.offsetByCodePoints(0, end.asInt()));
    }

    private static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
