package org.parallax.label;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.parallax.corpus.InputException;
import org.parallax.table.LabellingSheet;

/** Reads filled sheets. All is checked before a run does any work, and every bad row is named. */
public final class FilledSheets {
    private static final int MOST_PROBLEMS = 20;
    /** By which two spreadsheets may write the same number differently. */
    private static final double ROUNDING = 1e-3;
    /** How every Parquet file begins. */
    private static final byte[] PARQUET = {'P', 'A', 'R', '1'};

    private static final List<String> KEY = List.of(
            LabellingSheet.ARTICLE_ID, LabellingSheet.FIELD, LabellingSheet.SENTENCE_INDEX, LabellingSheet.TARGET);

    private final List<SheetRow> rows = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> annotated = new HashMap<>();
    private final Map<String, SheetRow> probabilities = new HashMap<>();
    private final Map<String, String> draws = new LinkedHashMap<>();

    private FilledSheets() {}

    /**
     * The rows of all sheets, the empty ones too.
     *
     * @param files CSV, or Parquet where the name ends so
     * @throws InputException naming each bad row, or the file that cannot be read or is no sheet
     */
    public static List<SheetRow> read(SparkSession spark, List<String> files) {
        FilledSheets sheets = new FilledSheets();
        for (String file : files) {
            sheets.add(file, records(spark, file));
        }
        return sheets.checked();
    }

    private void add(String file, List<SheetRecord> records) {
        List<SheetRecord> said = records.stream().filter(r -> !r.isBlank()).toList();
        if (said.isEmpty()) {
            throw new InputException(file + " holds no row; name a sheet that `parallax sample` wrote and somebody filled");
        }
        Map<String, String> columns = said.get(0).cells();
        boolean named = columns.containsKey(LabellingSheet.ID) || columns.keySet().containsAll(KEY);
        if (!named || !columns.containsKey(LabellingSheet.LABEL)) {
            throw new InputException(file + " is no labelling sheet: it needs the columns " + LabellingSheet.LABEL + " and "
                    + LabellingSheet.ID + " (or " + String.join(", ", KEY) + ") and has "
                    + columns.keySet().stream().sorted().toList());
        }
        said.forEach(this::add);
    }

    private void add(SheetRecord cells) {
        String id = cells.cell(LabellingSheet.ID);
        if (id.isEmpty() && KEY.stream().noneMatch(k -> cells.cell(k).isEmpty())) {
            id = MentionId.of(
                    cells.cell(LabellingSheet.ARTICLE_ID),
                    cells.cell(LabellingSheet.FIELD),
                    cells.cell(LabellingSheet.SENTENCE_INDEX),
                    cells.cell(LabellingSheet.TARGET));
        }
        Answer answer = Answer.of(cells.cell(LabellingSheet.LABEL));
        String stated = cells.cell(LabellingSheet.INCLUSION_PROBABILITY);
        Double probability = probability(stated);
        if (id.isEmpty()) {
            problem(cells.place(), "the id is missing; copy it from the sheet as it was drawn");
        } else if (answer == null) {
            problem(cells.place(), "label \"" + cells.cell(LabellingSheet.LABEL) + "\" is not " + Answer.ACCEPTED);
        } else if (probability == null && !stated.isEmpty()) {
            problem(
                    cells.place(),
                    "inclusion_probability \"" + stated
                            + "\" is no number above 0 and at most 1; copy it from the sheet as it was drawn");
        } else {
            String annotator = cells.cell(LabellingSheet.ANNOTATOR);
            add(
                    new SheetRow(
                            cells.place(),
                            id,
                            cells.cell(LabellingSheet.TARGET),
                            annotator.isEmpty() ? cells.file() : annotator,
                            answer,
                            probability,
                            cells.cell(LabellingSheet.SENTENCE_DIGEST)),
                    cells.cell(LabellingSheet.SAMPLE));
        }
    }

    private void add(SheetRow row, String draw) {
        rows.add(row);
        if (!row.answer().isLabel()) {
            return;
        }
        String earlier = annotated.putIfAbsent(row.id() + " " + row.annotator(), row.place());
        if (earlier != null) {
            problem(
                    row.place(),
                    "annotator \"" + row.annotator() + "\" has labelled this mention at " + earlier
                            + " already; take one row out, or state who labelled it in the column annotator");
        }
        if (row.inclusionProbability() == null) {
            return;
        }
        SheetRow first = probabilities.putIfAbsent(row.id(), row);
        Double stated = first == null ? null : first.inclusionProbability();
        if (first != null && stated != null && Math.abs(row.inclusionProbability() / stated - 1) > ROUNDING) {
            problem(
                    row.place(),
                    "inclusion_probability is " + row.inclusionProbability() + ", and at " + first.place() + " it is "
                            + stated + "; give sheets of one draw");
        }
        if (!draw.isEmpty() && draws.putIfAbsent(draw, row.place()) == null && draws.size() > 1) {
            problem(
                    row.place(),
                    "is of the draw " + draw + ", and others are of " + draws.keySet().iterator().next()
                            + "; the probabilities of two draws do not go together: give sheets of one, or empty the"
                            + " column inclusion_probability of the other, whose labels then judge the model only");
        }
    }

    private List<SheetRow> checked() {
        if (!problems.isEmpty()) {
            int more = problems.size() - MOST_PROBLEMS;
            throw new InputException("the labels are refused:\n  "
                    + String.join("\n  ", problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)))
                    + (more > 0 ? "\n  and " + more + " more" : ""));
        }
        return List.copyOf(rows);
    }

    private void problem(String place, String what) {
        problems.add(place + ": " + what);
    }

    /** A spreadsheet may write the decimal sign as a comma. */
    private static @Nullable Double probability(String cell) {
        try {
            double value = Double.parseDouble(cell.replace(',', '.'));
            return value > 0 && value <= 1 ? Double.valueOf(value) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static List<SheetRecord> records(SparkSession spark, String file) {
        boolean parquet = file.toLowerCase(Locale.ROOT).endsWith(".parquet");
        try {
            Path path = new Path(file);
            FileSystem files = path.getFileSystem(spark.sessionState().newHadoopConf());
            if (!files.exists(path)) {
                throw new InputException("--labels " + file + " does not exist; name a filled sheet");
            }
            if (files.getFileStatus(path).isDirectory()) {
                if (!parquet) {
                    throw new InputException("--labels " + file + " is a folder; name the sheets in it");
                }
                return SheetParquet.read(spark, file);
            }
            try (FSDataInputStream in = files.open(path)) {
                if (!parquet) {
                    return SheetCsv.read(file, in.readAllBytes());
                }
                // Told apart here, because Spark's own refusal comes with pages of its log.
                if (!Arrays.equals(in.readNBytes(PARQUET.length), PARQUET)) {
                    throw new InputException(file + " is no Parquet file; name a filled sheet");
                }
            }
            return SheetParquet.read(spark, file);
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException("--labels " + file + " cannot be read: " + e.getMessage());
        }
    }
}
