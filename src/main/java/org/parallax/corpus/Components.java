package org.parallax.corpus;

import java.util.HashMap;
import java.util.Map;

/** Connected components by union-find (Tarjan 1975, with path halving); a component is named by its least member. */
final class Components {
    private final Map<Long, Long> parents = new HashMap<>();

    void join(long a, long b) {
        long rootA = root(a);
        long rootB = root(b);
        if (rootA != rootB) {
            parents.put(Math.max(rootA, rootB), Math.min(rootA, rootB));
        }
    }

    /** The least member of the component, for each member that is not the least itself. */
    Map<Long, Long> roots() {
        Map<Long, Long> roots = new HashMap<>();
        for (Long member : parents.keySet().stream().toList()) {
            long root = root(member);
            if (root != member) {
                roots.put(member, root);
            }
        }
        return roots;
    }

    private long root(long member) {
        long current = member;
        while (true) {
            long parent = parents.getOrDefault(current, current);
            if (parent == current) {
                return current;
            }
            long grandparent = parents.getOrDefault(parent, parent);
            parents.put(current, grandparent);
            current = grandparent;
        }
    }
}
