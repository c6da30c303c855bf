package org.parallax.voice;

import java.util.ArrayList;
import java.util.Iterator;
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

/** Named texts to mentions: each sentence and target becomes a row of {@link MentionRows}, with its voice and holder. */
public final class VoiceStage {

    private VoiceStage() {}

    /** The first naming of a target in a sentence is marked and decides the voice; the others are counted. */
    public static Dataset<Row> apply(Dataset<Row> texts, List<Actor> actors) {
        VoiceReader reader = new VoiceReader(actors);
        return texts.flatMap(
                (FlatMapFunction<Row, Row>) row -> mentions(row, reader), Encoders.row(MentionRows.SCHEMA));
    }

    private static Iterator<Row> mentions(Row row, VoiceReader reader) {
        NamedText text = TextRows.text(row);
        List<Map<String, List<Name>>> named = bySentence(text);
        if (named.stream().allMatch(Map::isEmpty)) {
            return List.<Row>of().iterator();
        }
        VoiceReading reading = reader.read(text, TextRows.publishedOn(row));
        CodePoints points = new CodePoints(text.text());
        List<Row> rows = new ArrayList<>();
        for (int s = 0; s < named.size(); s++) {
            Span sentence = text.sentences().get(s);
            for (Map.Entry<String, List<Name>> target : named.get(s).entrySet()) {
                Name first = target.getValue().get(0);
                Attribution voice = reading.attribution(first);
                rows.add(RowFactory.create(
                        row.getAs(TextRows.ARTICLE_ID),
                        row.getAs(TextRows.FIELD),
                        s,
                        points.before(sentence.begin()),
                        points.before(sentence.end()),
                        target.getKey(),
                        points.before(first.span().begin()),
                        points.before(first.span().end()),
                        first.span().of(text.text()),
                        target.getValue().size(),
                        voice.voice().code(),
                        voice.holder(),
                        voice.holderSurface(),
                        reader.state(voice.holder()),
                        row.getAs(TextRows.LANGUAGE),
                        sentence.of(text.text()),
                        first.span().begin() - sentence.begin(),
                        first.span().end() - sentence.begin()));
            }
        }
        return rows.iterator();
    }

    /** For each sentence the targets named in it, in the order of their first names. */
    private static List<Map<String, List<Name>>> bySentence(NamedText text) {
        List<Map<String, List<Name>>> named = new ArrayList<>();
        for (int s = 0; s < text.sentences().size(); s++) {
            named.add(new LinkedHashMap<>());
        }
        int s = 0;
        for (Name name : text.names()) {
            while (s < named.size()
                    && text.sentences().get(s).end() <= name.span().begin()) {
                s++;
            }
            boolean inside = s < named.size()
                    && text.sentences().get(s).contains(name.span().begin());
            if (inside && name.kind() == Name.Kind.TARGET) {
                named.get(s).computeIfAbsent(name.id(), k -> new ArrayList<>()).add(name);
            }
        }
        return named;
    }
}
