package org.parallax.voice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parallax.mention.Span;

/** The scopes of one text, found by place: blocks of the text know the scopes that touch them. */
final class Scopes {
    private static final int BLOCK = 512;
    private static final Comparator<Scope> INNERMOST_FIRST = Comparator.comparingInt(Scope::length)
            .thenComparingInt(s -> -s.span().begin())
            .thenComparing(Scope::kind);

    private final Map<Integer, List<Scope>> blocks = new HashMap<>();

    void add(Scope scope) {
        if (scope.length() == 0) {
            return;
        }
        for (int b = scope.span().begin() / BLOCK; b <= (scope.span().end() - 1) / BLOCK; b++) {
            blocks.computeIfAbsent(b, k -> new ArrayList<>()).add(scope);
        }
    }

    /** Those that hold the whole span, the innermost first. */
    List<Scope> around(Span span) {
        return blocks.getOrDefault(span.begin() / BLOCK, List.of()).stream()
                .filter(s -> s.span().begin() <= span.begin()
                        && span.end() <= s.span().end())
                .filter(s -> !s.except().overlaps(span))
                .sorted(INNERMOST_FIRST)
                .toList();
    }
}
