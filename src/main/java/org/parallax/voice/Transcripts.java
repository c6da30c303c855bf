package org.parallax.voice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parallax.mention.Span;
import org.parallax.voice.Lexicon.Words;

/**
 * Transcripts: "Vladimir Putin: Good afternoon. Sergei Shoigu: Mr President, ...". The host's words are the text's own voice,
 * as in a speech; the others are reported. The host is who takes most turns and does not only ask, the first of them when
 * several do. Words in the first person before the first name are the host's too.
 */
final class Transcripts {
    private static final int LONGEST_NAME = 16;

    private record Turn(int begin, Stretch name, Holder holder, String key, boolean asks) {}

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
            String key = question ? "?" : holder.id() == null ? String.valueOf(holder.surface()) : holder.id();
            sure |= question
                    || holder.id() != null
                    || titled(name)
                    || turns.stream().anyMatch(t -> t.key().equals(key));
            turns.add(new Turn(tokens.begin(name.from()), name, holder, key, asks(s)));
        }
        return sure ? turns : List.of();
    }

    /** The name before the colon at the start of a sentence; null where there is none. */
    private @Nullable Stretch prefix(Stretch sentence) {
        int from = sentence.from();
        while (from < sentence.to() && !tokens.word(from)) {
            from++;
        }
        int t = from;
        int capitals = 0;
        while (t < sentence.to() && t < from + LONGEST_NAME && (tokens.word(t) || tokens.possessive(t))) {
            String lower = tokens.lower(t);
            boolean joint = lower.equals("of")
                    || lower.equals("the")
                    || lower.equals("and")
                    || lower.equals("for")
                    || lower.equals("in")
                    || lower.equals("at")
                    || lower.equals("to")
                    || lower.equals("on");
            if (!tokens.capital(t) && !joint && !tokens.possessive(t)) {
                return null;
            }
            capitals += tokens.capital(t) ? 1 : 0;
            t++;
        }
        boolean turn = tokens.mark(t, ":")
                && tokens.capital(from)
                && tokens.capital(t + 1)
                && !lexicon.is(Words.LABEL, tokens.lower(from));
        boolean named = capitals >= 2 || passage.person(t - 1) || lexicon.is(Words.QUESTIONER, tokens.lower(from));
        return turn && named && passage.speechOf(from) < 0 ? new Stretch(from, t) : null;
    }

    private boolean titled(Stretch name) {
        for (int t = name.from(); t < name.to(); t++) {
            if (lexicon.is(Words.TITLE, tokens.lower(t))) {
                return true;
            }
        }
        return false;
    }

    private boolean asks(int sentence) {
        Stretch in = passage.sentences().get(sentence);
        return tokens.mark(in.to() - 1, "?");
    }

    private String host(List<Turn> turns) {
        Map<String, Integer> count = new LinkedHashMap<>();
        Map<String, Integer> questions = new LinkedHashMap<>();
        for (Turn turn : turns) {
            count.merge(turn.key(), 1, Integer::sum);
            questions.merge(turn.key(), turn.asks() ? 1 : 0, Integer::sum);
        }
        String opener = firstPersonBefore(turns.get(0)) ? turns.get(0).key() : "?";
        String host = "";
        int most = 0;
        for (Map.Entry<String, Integer> speaker : count.entrySet()) {
            String key = speaker.getKey();
            boolean onlyAsks = questions.getOrDefault(key, 0) * 2 > speaker.getValue();
            if (!key.equals("?") && !key.equals(opener) && !onlyAsks && speaker.getValue() > most) {
                host = key;
                most = speaker.getValue();
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
