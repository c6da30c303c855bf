package org.parallax.voice;

import java.util.ArrayList;
import java.util.List;

/** What the rules got right among labelled mentions. */
final class VoiceScore {
    private int rows;
    private int rightlyReported;
    private int wronglyReported;
    private int missed;
    private int holders;
    private final List<String> wrong = new ArrayList<>();

    /**
     * Counts one mention.
     *
     * @param holderRight whether voice and holder are as labelled
     */
    void add(Voice labelled, Voice found, boolean holderRight, String shown) {
        boolean is = labelled == Voice.REPORTED;
        boolean said = found == Voice.REPORTED;
        rows++;
        rightlyReported += is && said ? 1 : 0;
        wronglyReported += !is && said ? 1 : 0;
        missed += is && !said ? 1 : 0;
        holders += holderRight ? 1 : 0;
        if (!holderRight) {
            wrong.add(shown);
        }
    }

    static VoiceScore of(List<Labelled> labelled, VoiceReader reader) {
        VoiceScore score = new VoiceScore();
        for (Labelled row : labelled) {
            Attribution found = reader.attribute(row.text(), row.target());
            score.add(
                    row.voice(),
                    found.voice(),
                    row.holderIs(found),
                    row.marked() + "\n  should be " + row.voice() + " " + row.holder() + " " + row.surface() + ", is "
                            + found);
        }
        return score;
    }

    /** A score that was counted elsewhere: mentions, rightly reported, wrongly reported, missed, holders right. */
    static VoiceScore of(List<Integer> counts) {
        VoiceScore score = new VoiceScore();
        score.rows = counts.get(0);
        score.rightlyReported = counts.get(1);
        score.wronglyReported = counts.get(2);
        score.missed = counts.get(3);
        score.holders = counts.get(4);
        return score;
    }

    List<Integer> counts() {
        return List.of(rows, rightlyReported, wronglyReported, missed, holders);
    }

    VoiceScore plus(VoiceScore other) {
        List<Integer> sum = new ArrayList<>();
        for (int i = 0; i < counts().size(); i++) {
            sum.add(counts().get(i) + other.counts().get(i));
        }
        return of(sum);
    }

    int rows() {
        return rows;
    }

    int reported() {
        return rightlyReported + missed;
    }

    double precision() {
        int found = rightlyReported + wronglyReported;
        return found == 0 ? 1 : (double) rightlyReported / found;
    }

    double recall() {
        return reported() == 0 ? 1 : (double) rightlyReported / reported();
    }

    double voices() {
        return (double) (rows - wronglyReported - missed) / rows;
    }

    double holders() {
        return (double) holders / rows;
    }

    /** The mentions that are wrong in voice or holder, for a message. */
    String wrong() {
        return String.join("\n", wrong);
    }
}
