package org.parallax.voice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parallax.mention.Span;
import org.parallax.voice.Lexicon.Words;

/**
 * Transcripts: "Vladimir Putin: Good afternoon. Sergei Shoigu: Mr President, ...". The host's words are the text's own voice,
 * as in a speech; the others are reported. The host is who takes most turns, the first of them when several do, and no
 * interviewer. Words in the first person before the first name are the host's too.
 */
final class Transcripts {
    private static final int LONGEST_NAME = 16;

    private static final String QUESTION = "?";

    private record Turn(int begin, Stretch name, Holder holder, String key) {}

    private final Passage passage;
    private final Tokens tokens;
    private final HolderFinder holders;
    private final Scopes scopes;
    private final Lexicon lexicon = Lexicon.shipped();

    Transcripts(Passage passage, HolderFinder holders, Scopes scopes) {
        this.passage = passage;
        this.holders = holders;
        this.scopes = scopes;
        tokens = passage.tokens();
    }

    /** Adds a scope for each turn that is not the host's. */
    void read() {
        List<Turn> turns = turns();
        if (turns.isEmpty()) {
            return;
        }
        String host = host(turns);
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            if (!turn.key().equals(host)) {
                int end = i + 1 < turns.size()
                        ? turns.get(i + 1).begin()
                        : passage.text().length();
                scopes.add(new Scope(
                        new Span(turn.begin(), end), passage.span(turn.name()), Scope.Kind.WORDS, turn.holder()));
            }
        }
    }

    private List<Turn> turns() {
        List<Turn> turns = new ArrayList<>();
        Set<String> speakers = new HashSet<>();
        boolean sure = false;
        for (int s = 0; s < passage.sentences().size(); s++) {
            Stretch name = prefix(passage.sentences().get(s));
            if (name == null) {
                continue;
            }
            boolean question = name.to() - name.from() == 1 && lexicon.is(Words.QUESTIONER, tokens.lower(name.from()));
            Holder holder = question ? Holder.UNKNOWN : holders.of(name, s);
            if (holder == null || (!question && holder.kind() != Holder.Kind.PERSON)) {
                continue;
            }
            String key = question ? QUESTION : holder.id() == null ? String.valueOf(holder.surface()) : holder.id();
            sure |= question || holder.id() != null || titled(name) || !speakers.add(key);
            turns.add(new Turn(tokens.begin(name.from()), name, holder, key));
        }
        return sure ? turns : List.of();
    }

    /** The name before the first colon of a sentence that may begin a turn; null where there is none. */
    private @Nullable Stretch prefix(Stretch sentence) {
        int colon = sentence.from();
        while (colon < sentence.to() && !tokens.mark(colon, ":")) {
            colon++;
        }
        if (colon == sentence.to() || !tokens.capital(colon + 1) || passage.speechOf(colon) >= 0) {
            return null;
        }
        int last = beforeRemark(colon - 1, sentence);
        int from = last + 1;
        int capitals = 0;
        while (from > sentence.from() && from > last - LONGEST_NAME && ofName(from - 1)) {
            from--;
            capitals += tokens.capital(from) ? 1 : 0;
        }
        while (from <= last && !tokens.capital(from)) {
            from++;
        }
        if (from > last || lexicon.is(Words.LABEL, tokens.lower(from))) {
            return null;
        }
        Stretch name = once(new Stretch(from, last + 1));
        boolean question = name.to() - from == 1 && lexicon.is(Words.QUESTIONER, tokens.lower(from));
        boolean named = capitals >= 2 || passage.person(name.to() - 1) || question;
        boolean starts = !wordBetween(sentence.from(), from) || titleBetween(sentence.from(), from);
        // A heading without a stop may stand before the first speaker.
        boolean afterHeading = titled(name) && lexicon.verb(tokens.lower(from - 1)) == null;
        return named && (starts || afterHeading) ? name : null;
    }

    /** "Anna Popova Popova AnnaHead of the Service": a page that runs a name and its card together; the name is enough. */
    private Stretch once(Stretch name) {
        for (int t = name.from() + 1; t + 2 < name.to(); t++) {
            boolean again = tokens.lower(t).equals(tokens.lower(t + 1))
                    && tokens.lower(t + 2).startsWith(tokens.lower(t - 1));
            if (again) {
                return new Stretch(name.from(), t + 1);
            }
        }
        return name;
    }

    /** Skips "(retranslated)" before a colon. */
    private int beforeRemark(int last, Stretch sentence) {
        if (!tokens.mark(last, ")")) {
            return last;
        }
        int open = last;
        while (open > sentence.from() && open > last - LONGEST_NAME && !tokens.mark(open, "(")) {
            open--;
        }
        return tokens.mark(open, "(") ? open - 1 : last;
    }

    private boolean ofName(int t) {
        return tokens.capital(t)
                || tokens.possessive(t)
                || switch (tokens.lower(t)) {
                    case "of", "the", "and", "for", "in", "at", "to", "on" -> true;
                    default -> false;
                };
    }

    private boolean wordBetween(int from, int to) {
        for (int t = from; t < to; t++) {
            if (tokens.word(t)) {
                return true;
            }
        }
        return false;
    }

    /** "President of the Republic of Belarus, Alexander Lukashenko": a title and a comma. */
    private boolean titleBetween(int from, int to) {
        boolean office = lexicon.is(Words.TITLE, tokens.lower(from)) && tokens.mark(to - 1, ",");
        for (int t = from; office && t < to - 1; t++) {
            office = ofName(t);
        }
        return office;
    }

    private boolean titled(Stretch name) {
        for (int t = name.from(); t < name.to(); t++) {
            if (lexicon.is(Words.TITLE, tokens.lower(t))) {
                return true;
            }
        }
        return false;
    }

    private String host(List<Turn> turns) {
        Map<String, Integer> count = new LinkedHashMap<>();
        Map<String, Integer> questions = new LinkedHashMap<>();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            count.merge(turn.key(), 1, Integer::sum);
            int end = i + 1 < turns.size() ? turns.get(i + 1).name().from() : tokens.size();
            questions.merge(turn.key(), tokens.mark(end - 1, "?") ? 1 : 0, Integer::sum);
        }
        String opener = firstPersonBefore(turns.get(0)) ? turns.get(0).key() : "";
        String host = "";
        double most = opener.isEmpty() ? 0 : 1;
        for (Map.Entry<String, Integer> speaker : count.entrySet()) {
            String key = speaker.getKey();
            boolean opens = key.equals(turns.get(0).key()) && titled(turns.get(0).name());
            boolean interviewer = !opens && count.size() == 2 && questions.getOrDefault(key, 0) * 2 > speaker.getValue();
            // Who follows an opening in the first person was given the floor by the host.
            double weight = speaker.getValue() - (key.equals(opener) ? 0.5 : 0);
            if (!key.equals(QUESTION) && !interviewer && weight > most) {
                host = key;
                most = weight;
            }
        }
        return host;
    }

    private boolean firstPersonBefore(Turn first) {
        int words = 0;
        for (int t = 0; t < first.name().from() && words < 2; t++) {
            words += lexicon.is(Words.SELF, tokens.lower(t)) && passage.speechOf(t) < 0 ? 1 : 0;
        }
        return words >= 2;
    }
}
