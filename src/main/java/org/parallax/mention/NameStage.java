package org.parallax.mention;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.parallax.config.Actor;
import org.parallax.config.Target;
import org.parallax.table.ArticlesTable;

/** Articles to texts: each title and body that is not blank becomes a row of {@link TextRows}. */
public final class NameStage {

    private NameStage() {}

    public static Dataset<Row> apply(Dataset<Row> articles, List<Target> targets, List<Actor> actors) {
        NameFinder finder = new NameFinder(targets, actors);
        return articles.select(
                        col(ArticlesTable.ARTICLE_ID),
                        col(ArticlesTable.TITLE),
                        col(ArticlesTable.BODY),
                        col(ArticlesTable.LANGUAGE),
                        col(ArticlesTable.PUBLISHED_AT)
                                .cast(DataTypes.DateType)
                                .cast(DataTypes.StringType)
                                .as(TextRows.PUBLISHED_ON))
                .flatMap((FlatMapFunction<Row, Row>) article -> texts(article, finder), Encoders.row(TextRows.SCHEMA));
    }

    private static Iterator<Row> texts(Row article, NameFinder finder) {
        String id = article.getAs(ArticlesTable.ARTICLE_ID);
        String language = article.getAs(ArticlesTable.LANGUAGE);
        String day = article.getAs(TextRows.PUBLISHED_ON);
        List<Row> rows = new ArrayList<>(2);
        String title = article.getAs(ArticlesTable.TITLE);
        if (title != null && !title.isBlank()) {
            rows.add(TextRows.row(id, TextRows.TITLE, language, finder.read(title, language), day));
        }
        String body = article.getAs(ArticlesTable.BODY);
        if (body != null && !body.isBlank()) {
            rows.add(TextRows.row(id, TextRows.BODY, language, finder.read(body, language), day));
        }
        return rows.iterator();
    }
}
