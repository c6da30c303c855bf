package org.parallax.voice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.parallax.config.Actor;
import org.parallax.mention.Name;
import org.parallax.mention.NamedText;
import org.parallax.mention.Span;
import org.parallax.mention.TextRows;

/** Turns texts with names into mentions with voices: one row for each sentence and target. */
public final class VoiceStage {
    private VoiceStage() {}

    /**
     * Rows of {@link MentionRows}; a sentence's first mention of a target stands for all of them.
     *
     * @param texts rows of {@link TextRows}
     * @param actors who may be reported
     */
    public static Dataset<Row> apply(Dataset<Row> texts, List<Actor> actors) {
        VoiceReader reader = new VoiceReader(actors);
        FlatMapFunction<Row, Row> mentions = row -> mentions(row, reader).iterator();
        return texts.flatMap(mentions, Encoders.row(MentionRows.SCHEMA));
    }

    private static List<Row> mentions(Row row, VoiceReader reader) {
        NamedText text = TextRows.text(row);
        List<Name> targets = text.names().stream()
                .filter(name -> name.kind() == Name.Kind.TARGET)
                .toList();
        List<Row> rows = new ArrayList<>();
        if (targets.isEmpty()) {
            return rows;
        }
        VoiceReading reading = reader.read(text);
        for (Map.Entry<Integer, List<Name>> named :
                bySentence(text.sentences(), targets).entrySet()) {
            Map<String, List<Name>> byTarget = new LinkedHashMap<>();
            named.getValue().forEach(name -> byTarget.computeIfAbsent(name.id(), id -> new ArrayList<>())
                    .add(name));
            for (List<Name> names : byTarget.values()) {
                rows.add(mention(row, text, named.getKey(), names, reading.attribution(names.get(0))));
            }
        }
        return rows;
    }

    /** Names and sentences are both in the order of the text. */
    private static Map<Integer, List<Name>> bySentence(List<Span> sentences, List<Name> names) {
        Map<Integer, List<Name>> grouped = new LinkedHashMap<>();
        int sentence = 0;
        for (Name name : names) {
            while (sentences.get(sentence).end() <= name.span().begin()) {
                sentence++;
            }
            grouped.computeIfAbsent(sentence, number -> new ArrayList<>()).add(name);
        }
        return grouped;
    }

    private static Row mention(Row row, NamedText text, int index, List<Name> names, Attribution attribution) {
        Span sentence = text.sentences().get(index);
        Span mark = names.get(0).span();
        String body = text.text();
        int sentenceBegin = body.codePointCount(0, sentence.begin());
        int begin = sentenceBegin + body.codePointCount(sentence.begin(), mark.begin());
        return RowFactory.create(
                row.getAs(TextRows.ARTICLE_ID),
                row.getAs(TextRows.FIELD),
                row.getAs(TextRows.LANGUAGE),
                index,
                sentenceBegin,
                sentenceBegin + body.codePointCount(sentence.begin(), sentence.end()),
                names.get(0).id(),
                begin,
                begin + body.codePointCount(mark.begin(), mark.end()),
                mark.of(body),
                names.size(),
                attribution.voice().code(),
                attribution.holder(),
                attribution.holderSurface(),
                sentence.of(body),
                mark.begin() - sentence.begin(),
                mark.end() - sentence.begin());
    }
}
