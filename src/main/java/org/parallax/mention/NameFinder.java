package org.parallax.mention;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Actor;
import org.parallax.config.Alias;
import org.parallax.config.Target;

/**
 * Finds where targets and actors are named in a text, all of them in one pass.
 *
 * <p>Of two names of the same kind that overlap, the longer one counts. A name that needs a context counts when one of its
 * context phrases stands in the sentence. An exclusion of a target takes away the target's names that it overlaps, and the
 * actors' names of the same words: "Moscow, Idaho" is no more a holder than a target.
 */
public final class NameFinder implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<Target> targets;
    private final List<Actor> actors;

    /** Built where it is used: configuration travels to the executors, the tree does not. */
    private transient volatile @Nullable Compiled compiled;

    public NameFinder(List<Target> targets, List<Actor> actors) {
        this.targets = List.copyOf(targets);
        this.actors = List.copyOf(actors);
        this.compiled = Compiled.of(this.targets, this.actors);
    }

    /**
     * The text with its sentences and names.
     *
     * @param language ISO 639-1: names of this language are looked for
     */
    public NamedText read(String text, String language) {
        List<Span> sentences = SentenceSplitter.split(text, language);
        Compiled names = compiled();
        Lexicon lexicon = names.lexicons().get(language);
        if (lexicon == null) {
            return new NamedText(text, sentences, List.of());
        }
        List<Span> addresses = WebAddresses.in(text);
        List<Name> found = new ArrayList<>();
        for (Span sentence : sentences) {
            found.addAll(namesIn(text, sentence, lexicon, names.exclusions(), addresses));
        }
        return new NamedText(text, sentences, found);
    }

    private static List<Name> namesIn(
            String text, Span span, Lexicon lexicon, Map<String, List<Phrase>> exclusions, List<Span> addresses) {
        List<Token> sentence = Token.in(text, span);
        List<Candidate> all = new ArrayList<>();
        lexicon.find(sentence, (name, at) -> all.add(new Candidate(name, at, sentence)));
        if (all.isEmpty()) {
            return List.of();
        }
        Set<Span> excluded = excluded(all, sentence, exclusions);
        boolean headlineInCapitals = headlineInCapitals(sentence);
        List<Candidate> kept = all.stream()
                .filter(c -> c.name().isAt(sentence, c.at(), headlineInCapitals))
                .filter(c -> !excluded.contains(c.span()))
                .filter(c -> addresses.stream().noneMatch(a -> a.overlaps(c.span())))
                .sorted(Candidate.LONGEST_FIRST)
                .toList();
        List<Name> names = new ArrayList<>();
        for (Candidate candidate : kept) {
            if (names.stream()
                    .noneMatch(
                            n -> n.kind() == candidate.name().kind && n.span().overlaps(candidate.span()))) {
                names.add(new Name(candidate.span(), candidate.name().kind, candidate.name().id));
            }
        }
        names.sort(Comparator.comparingInt((Name n) -> n.span().begin()).thenComparing(Name::kind));
        return names;
    }

    /** The stretches that a target's exclusions overlap, where they overlap one of its own names. */
    private static Set<Span> excluded(
            List<Candidate> candidates, List<Token> sentence, Map<String, List<Phrase>> exclusions) {
        Map<String, List<Candidate>> byTarget = candidates.stream()
                .filter(c -> c.name().kind == Name.Kind.TARGET)
                .collect(Collectors.groupingBy(c -> c.name().id));
        Set<Span> excluded = new HashSet<>();
        byTarget.forEach((target, names) -> {
            for (Phrase phrase : exclusions.getOrDefault(target, List.of())) {
                for (Candidate name : names) {
                    if (name.overlaps(phrase, sentence)) {
                        excluded.add(name.span());
                    }
                }
            }
        });
        return excluded;
    }

    private static boolean headlineInCapitals(List<Token> sentence) {
        long capital = 0;
        long small = 0;
        for (Token token : sentence) {
            capital += token.text().codePoints().filter(Character::isUpperCase).count();
            small += token.text().codePoints().filter(Character::isLowerCase).count();
        }
        return capital > small;
    }

    private Compiled compiled() {
        Compiled ready = compiled;
        if (ready == null) {
            ready = Compiled.of(targets, actors);
            compiled = ready;
        }
        return ready;
    }

    /** A configured name whose words stand at a token of a sentence. */
    private record Candidate(ConfiguredName name, int at, Span span) {
        static final Comparator<Candidate> LONGEST_FIRST = Comparator.comparingInt(
                        (Candidate c) -> c.span().begin() - c.span().end())
                .thenComparingInt(c -> c.span().begin())
                .thenComparingInt(c -> c.name().order);

        Candidate(ConfiguredName name, int at, List<Token> sentence) {
            this(
                    name,
                    at,
                    new Span(
                            sentence.get(at).begin(),
                            sentence.get(at + name.words.size() - 1).end()));
        }

        boolean overlaps(Phrase phrase, List<Token> sentence) {
            for (int begin = at - phrase.length() + 1; begin < at + name.words.size(); begin++) {
                if (phrase.isAt(sentence, begin)) {
                    return true;
                }
            }
            return false;
        }
    }

    private record Compiled(Map<String, Lexicon> lexicons, Map<String, List<Phrase>> exclusions) {
        static Compiled of(List<Target> targets, List<Actor> actors) {
            Map<String, List<ConfiguredName>> byLanguage = new HashMap<>();
            int order = 0;
            for (Target target : targets) {
                for (Alias alias : target.aliases()) {
                    add(byLanguage, alias, new ConfiguredName(Name.Kind.TARGET, target.id(), alias, order++));
                }
            }
            for (Actor actor : actors) {
                for (Alias alias : actor.aliases()) {
                    add(byLanguage, alias, new ConfiguredName(Name.Kind.ACTOR, actor.id(), alias, order++));
                }
            }
            Map<String, Lexicon> lexicons = new HashMap<>();
            byLanguage.forEach((language, names) -> lexicons.put(language, new Lexicon(names)));
            Map<String, List<Phrase>> exclusions = new HashMap<>();
            targets.forEach(t -> exclusions.put(
                    t.id(),
                    t.exclusions().stream()
                            .map(e -> Phrase.of(e, Phrase.Capitals.KEPT))
                            .toList()));
            return new Compiled(Map.copyOf(lexicons), Map.copyOf(exclusions));
        }

        private static void add(Map<String, List<ConfiguredName>> names, Alias alias, ConfiguredName name) {
            names.computeIfAbsent(alias.language(), l -> new ArrayList<>()).add(name);
        }
    }
}
