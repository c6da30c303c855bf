package org.parallax.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parallax.stance.Stance;
import org.parallax.statistics.CalibrationError;
import org.parallax.statistics.Confusion;

/** A scorecard as one JSON object, for programs. Shares are in per cent, the calibration figures are not. */
final class ScorecardJson {
    private ScorecardJson() {}

    static String write(Scorecard card) {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode json = mapper.createObjectNode();
        json.put("data", card.file());
        json.put("level", card.level().name().toLowerCase(Locale.ROOT));
        figures(json, card.whole());
        classes(json, card.whole().confusion());
        ArrayNode bins = json.putArray("reliability");
        for (CalibrationError.Bin bin : card.whole().reliability()) {
            bins.addObject()
                    .put("low", four(bin.low()))
                    .put("high", four(bin.high()))
                    .put("n", bin.items())
                    .put("confidence", four(bin.confidence()))
                    .put("accuracy", four(bin.accuracy()));
        }
        optional(json, "several_polarities", card.several());
        ObjectNode targets = json.putObject("targets");
        card.targets().forEach((target, figures) -> figures(targets.putObject(target), figures));
        swap(json, card.swap());
        json.put("unread", card.unread());
        json.put("uncertain", card.uncertain());
        json.put("holder_questions", card.holderQuestions());
        number(json, "mentions_per_second", Math.round(10 * card.perSecond()) / 10.0, card.perSecond());
        json.put("model_id", card.modelId());
        try {
            return mapper.writeValueAsString(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void figures(ObjectNode json, Figures figures) {
        json.put("n", figures.n());
        json.put("texts", figures.texts());
        json.put("f1_macro", percent(figures.confusion().f1Macro()));
        json.put("f1_macro_low", percent(figures.f1Interval().low()));
        json.put("f1_macro_high", percent(figures.f1Interval().high()));
        json.put("accuracy", percent(figures.confusion().accuracy()));
        number(json, "ece", four(figures.ece()), figures.ece());
        number(json, "brier", four(figures.brier()), figures.brier());
    }

    private static void classes(ObjectNode json, Confusion confusion) {
        ObjectNode classes = json.putObject("classes");
        ObjectNode matrix = json.putObject("confusion");
        for (Stance truth : Stance.values()) {
            int c = truth.index();
            classes.putObject(truth.code())
                    .put("precision", percent(confusion.precision(c)))
                    .put("recall", percent(confusion.recall(c)))
                    .put("f1", percent(confusion.f1(c)));
            ObjectNode row = matrix.putObject(truth.code());
            for (Stance given : Stance.values()) {
                row.put(given.code(), confusion.count(c, given.index()));
            }
        }
    }

    private static void optional(ObjectNode json, String key, @Nullable Figures figures) {
        if (figures == null) {
            json.putNull(key);
        } else {
            figures(json.putObject(key), figures);
        }
    }

    private static void swap(ObjectNode json, @Nullable SwapResult swap) {
        if (swap == null) {
            json.putNull("target_swap");
            return;
        }
        json.putObject("target_swap")
                .put("n", swap.items())
                .put("swaps", swap.swaps())
                .put("changed", percent(swap.changed()))
                .put("reversed", percent(swap.reversed()))
                .put("items_with_a_change", percent(swap.itemsChanged()));
    }

    private static void number(ObjectNode json, String key, double rounded, double value) {
        if (Double.isFinite(value)) {
            json.put(key, rounded);
        } else {
            json.putNull(key);
        }
    }

    private static double four(double value) {
        return Math.round(1e4 * value) / 1e4;
    }

    private static double percent(double share) {
        return Math.round(1e4 * share) / 1e2;
    }
}
