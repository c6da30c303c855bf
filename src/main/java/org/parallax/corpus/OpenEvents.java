package org.parallax.corpus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Events that further stories can still join, while the stories of one language pass in the order of their time: each joins
 * the open event that it is most alike to, or opens one of its own (single-pass clustering as in topic detection and
 * tracking; Yang, Pierce and Carbonell, "A study of retrospective and on-line event detection", SIGIR 1998). An event
 * closes a fixed time after its first story, so that chains of stories cannot grow into one another and memory holds the
 * stories of a few days only.
 */
final class OpenEvents {
    /** Fewer common words than this are a coincidence of one name, however rare. */
    private static final int COMMON_WORDS = 4;

    /** Room for what sums of weights are off by rounding. */
    private static final double BELOW_ONE = 1 - 1e-9;

    /** The event that a story belongs to, and how alike it was. */
    record Place(String event, long start, double similarity) {}

    private static final class Event {
        final String id;
        final long start;
        final Map<Integer, Double> words = new HashMap<>();
        double square;

        Event(String id, long start) {
            this.id = id;
            this.start = start;
        }

        /** How many of the story's words the event has. */
        int common(WeightedWords story) {
            int common = 0;
            for (int i = 0; i < story.size(); i++) {
                common += words.containsKey(story.word(i)) ? 1 : 0;
            }
            return common;
        }

        Place place(WeightedWords story) {
            double product = 0;
            for (int i = 0; i < story.size(); i++) {
                product += story.weight(i) * words.getOrDefault(story.word(i), 0.0);
            }
            return new Place(id, start, Math.min(1, product / Math.sqrt(square)));
        }

        /** Each word's weight is the sum over the event's stories, so that what they share stands out. */
        void add(WeightedWords story, Map<Integer, List<Event>> byWord) {
            for (int i = 0; i < story.size(); i++) {
                double weight = story.weight(i);
                Double old = words.put(story.word(i), words.getOrDefault(story.word(i), 0.0) + weight);
                if (old == null) {
                    byWord.computeIfAbsent(story.word(i), w -> new ArrayList<>())
                            .add(this);
                }
                square += weight * (weight + 2 * (old == null ? 0 : old));
            }
        }
    }

    private final long length;
    private final double least;
    private final Deque<Event> open = new ArrayDeque<>();
    private final Map<String, Event> byId = new HashMap<>();
    private final Map<Integer, List<Event>> byWord = new HashMap<>();

    /** @param length longest time from an event's first story to its last, in the unit of the times given */
    OpenEvents(long length, double least) {
        this.length = length;
        this.least = least;
    }

    /** Puts a story to an event; stories come in the order of time. */
    Place put(String story, long time, WeightedWords words) {
        close(time);
        Place place = nearest(words);
        String id = place == null ? story : place.event;
        byId.computeIfAbsent(id, i -> opened(i, time)).add(words, byWord);
        return place == null ? new Place(story, time, 1) : place;
    }

    private Event opened(String id, long time) {
        Event event = new Event(id, time);
        open.add(event);
        return event;
    }

    private void close(long time) {
        while (!open.isEmpty() && time - open.getFirst().start > length) {
            Event closed = open.removeFirst();
            byId.remove(closed.id);
            for (Integer word : closed.words.keySet()) {
                byWord.computeIfPresent(word, (w, events) -> without(events, closed));
            }
        }
    }

    private static @Nullable List<Event> without(List<Event> events, Event closed) {
        events.remove(closed);
        return events.isEmpty() ? null : events;
    }

    /** The event that the story joins; of equally near ones the first opened. */
    private @Nullable Place nearest(WeightedWords story) {
        return candidates(story).stream()
                .filter(event -> event.common(story) >= COMMON_WORDS)
                .map(event -> event.place(story))
                .filter(place -> place.similarity >= least)
                .min(Comparator.comparingDouble((Place place) -> -place.similarity)
                        .thenComparingLong(Place::start)
                        .thenComparing(Place::event))
                .orElse(null);
    }

    /**
     * All events that can be alike enough, and few others: those with one of the story's rarest words. The commonest words are
     * left out as long as they alone can neither be words enough nor, by Cauchy and Schwarz, alike enough (Bayardo, Ma and
     * Srikant, "Scaling up all pairs similarity search", WWW 2007). With every open event on a word like "Russia", the time for
     * a corpus would grow with its square.
     */
    private Set<Event> candidates(WeightedWords story) {
        int[] rarestFirst = IntStream.range(0, story.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> events(story.word(i)).size()))
                .mapToInt(i -> i)
                .toArray();
        Set<Event> candidates = new LinkedHashSet<>();
        double left = 1;
        for (int i = 0; i <= rarestFirst.length - COMMON_WORDS && left >= least * least * BELOW_ONE; i++) {
            candidates.addAll(events(story.word(rarestFirst[i])));
            double weight = story.weight(rarestFirst[i]);
            left -= weight * weight;
        }
        return candidates;
    }

    private List<Event> events(int word) {
        return byWord.getOrDefault(word, List.of());
    }
}
