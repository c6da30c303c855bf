package org.parallax.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.instr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.parallax.table.ArticlesTable;
import org.parallax.table.TableStore;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Finds the article that somebody means: by id, by the start of an id, by url, or by a part of the title. */
final class ArticleLookup {
    private static final int MOST_SHOWN = 8;
    private static final int ID_SHOWN = 12;

    private ArticleLookup() {}

    /**
     * @param named how the command line names what is wanted, such as {@code --article 3f2a}
     * @throws ParameterException when no article or several are meant, with those that come near
     */
    static Row find(TableStore store, String folder, String wanted, String named, CommandLine command) {
        Dataset<Row> articles = store.read(ArticlesTable.TABLE);
        Column id = col(ArticlesTable.ARTICLE_ID);
        List<Column> ways = List.of(
                id.equalTo(wanted),
                col(ArticlesTable.URL).equalTo(wanted),
                id.startsWith(wanted.toLowerCase(Locale.ROOT)),
                instr(lower(col(ArticlesTable.TITLE)), wanted.toLowerCase(Locale.ROOT))
                        .gt(lit(0)));
        for (Column way : ways) {
            List<Row> found = articles.filter(way).orderBy(id).takeAsList(MOST_SHOWN + 1);
            if (found.size() == 1) {
                return found.get(0);
            }
            if (found.size() > 1) {
                throw new ParameterException(command, named + " fits several articles; say which:\n" + list(found));
            }
        }
        throw new ParameterException(
                command,
                named + " fits no article in " + folder + "; the nearest are:\n" + list(nearest(articles, wanted)));
    }

    private static List<Row> nearest(Dataset<Row> articles, String wanted) {
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        String lower = wanted.toLowerCase(Locale.ROOT);
        return articles
                .select(ArticlesTable.ARTICLE_ID, ArticlesTable.TITLE, ArticlesTable.OUTLET)
                .filter(col(ArticlesTable.TITLE).isNotNull())
                .collectAsList()
                .stream()
                .sorted(Comparator.<Row>comparingDouble(
                                row -> -similarity.apply(lower, title(row).toLowerCase(Locale.ROOT)))
                        .thenComparing(row -> row.<String>getAs(ArticlesTable.ARTICLE_ID)))
                .limit(3)
                .toList();
    }

    private static String list(List<Row> rows) {
        StringBuilder list = new StringBuilder();
        rows.stream().limit(MOST_SHOWN).forEach(row -> {
            String id = row.getAs(ArticlesTable.ARTICLE_ID);
            list.append(id, 0, Math.min(ID_SHOWN, id.length()))
                    .append("  ")
                    .append(row.<String>getAs(ArticlesTable.OUTLET))
                    .append(": ")
                    .append(title(row))
                    .append('\n');
        });
        return list.append(rows.size() > MOST_SHOWN ? "and more" : "")
                .toString()
                .stripTrailing();
    }

    private static String title(Row row) {
        String title = row.getAs(ArticlesTable.TITLE);
        return title == null ? "(no title)" : title;
    }
}
