package org.parallax.voice;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Actor;
import org.parallax.mention.Name;
import org.parallax.mention.NamedText;
import org.parallax.mention.Span;
import org.parallax.mention.TextRows;
import org.parallax.table.CitedSourcesTable;

/** Named texts to the sources that they cite: rows of {@link CitedSourcesTable}. */
public final class CitationStage {

    private CitationStage() {}

    public static Dataset<Row> apply(Dataset<Row> texts, List<Actor> actors) {
        HashMap<String, Actor.Kind> kinds = new HashMap<>();
        actors.forEach(actor -> kinds.put(actor.id(), actor.kind()));
        return texts.flatMap(
                (FlatMapFunction<Row, Row>) row -> citations(row, kinds),
                Encoders.row(CitedSourcesTable.TABLE.schema()));
    }

    private static Iterator<Row> citations(Row row, Map<String, Actor.Kind> kinds) {
        NamedText text = TextRows.text(row);
        LocalDate publishedOn = TextRows.publishedOn(row);
        List<Row> rows = new ArrayList<>();
        CodePoints points = new CodePoints(text.text());
        for (Citation citation : Citations.in(text.text(), publishedOn, span -> speaker(text, span, kinds))) {
            LocalDate day = citation.citedOn();
            rows.add(RowFactory.create(
                    row.getAs(TextRows.ARTICLE_ID),
                    row.getAs(TextRows.FIELD),
                    sentence(text, citation.span().begin()),
                    points.before(citation.span().begin()),
                    points.before(citation.span().end()),
                    citation.source().of(text.text()),
                    actor(text, citation.source()),
                    day == null ? null : Date.valueOf(day),
                    citation.span().of(text.text())));
        }
        return rows.iterator();
    }

    private static boolean speaker(NamedText text, Span span, Map<String, Actor.Kind> kinds) {
        return text.names().stream()
                .filter(n -> n.kind() == Name.Kind.ACTOR && n.span().overlaps(span))
                .anyMatch(n -> kinds.get(n.id()) != Actor.Kind.ORGANISATION);
    }

    private static @Nullable String actor(NamedText text, Span source) {
        return text.names().stream()
                .filter(n -> n.kind() == Name.Kind.ACTOR
                        && n.span().begin() <= source.begin()
                        && source.end() <= n.span().end())
                .map(Name::id)
                .findFirst()
                .orElse(null);
    }

    private static int sentence(NamedText text, int offset) {
        int s = 0;
        while (s < text.sentences().size() - 1 && text.sentences().get(s).end() <= offset) {
            s++;
        }
        return s;
    }
}
