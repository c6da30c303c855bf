package org.parallax.voice;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Office;
import org.parallax.mention.Name;

/** Who an office is on the day of the text: "the Kazakh president", "the head of state", "NATO's secretary general". */
final class Offices {
    private static final Set<String> FORMER = Set.of(
            "former", "ex", "late", "then", "next", "future", "past", "previous", "onetime", "one-time", "ex-president",
            "elect");
    private static final Set<String> JUNIOR = Set.of("vice", "deputy", "assistant", "acting", "first");

    /** Presidents of other things than states: "the Council President". */
    private static final Set<String> PRESIDING = Set.of("council", "commission", "parliament", "assembly", "bank", "party");

    private record Term(String actor, Office office) {}

    private final Passage passage;
    private final Tokens tokens;
    private final Map<String, Standing> known;
    private final @Nullable LocalDate day;

    Offices(Passage passage, Map<String, Standing> known, @Nullable LocalDate day) {
        this.passage = passage;
        this.known = known;
        this.day = day;
        tokens = passage.tokens();
    }

    /** Which office a phrase names by its head; null when it names none or one that is not filled now. */
    Office.@Nullable Kind kind(Stretch np) {
        if (former(np) || junior(np)) {
            return null;
        }
        int head = np.to() - 1;
        for (int t = np.from() + 1; t < np.to(); t++) {
            if (tokens.lower(t).equals("of") || tokens.lower(t).equals("for")) {
                head = t - 1;
                break;
            }
        }
        String of = tokens.lower(head + 1).equals("of") || tokens.lower(head + 1).equals("for")
                ? tokens.lower(head + 2)
                : "";
        String before = head > np.from() ? tokens.lower(head - 1) : "";
        return switch (tokens.lower(head)) {
            case "president" -> PRESIDING.contains(before) ? null : Office.Kind.PRESIDENT;
            case "head" -> of.equals("state") ? Office.Kind.PRESIDENT : null;
            case "leader" -> Office.Kind.LEADER;
            case "premier", "chancellor" -> Office.Kind.PRIME_MINISTER;
            case "minister" ->
                before.equals("prime")
                        ? Office.Kind.PRIME_MINISTER
                        : before.equals("foreign") || of.equals("foreign") ? Office.Kind.FOREIGN_MINISTER : null;
            case "secretary" ->
                of.equals("state") || before.equals("foreign")
                        ? Office.Kind.FOREIGN_MINISTER
                        : before.equals("general") ? Office.Kind.SECRETARY_GENERAL : null;
            case "secretary-general" -> Office.Kind.SECRETARY_GENERAL;
            case "general" -> before.equals("secretary") ? Office.Kind.SECRETARY_GENERAL : null;
            default -> null;
        };
    }

    /** Whether a phrase says that the office is not held now: "the former president". */
    boolean former(Stretch np) {
        return holds(np, FORMER);
    }

    /** Whether a phrase names the second in an office: "the deputy foreign minister". */
    boolean junior(Stretch np) {
        return holds(np, JUNIOR);
    }

    private boolean holds(Stretch np, Set<String> words) {
        for (int t = np.from(); t < np.to(); t++) {
            if (words.contains(tokens.lower(t)) && passage.actor(t) == null) {
                return true;
            }
        }
        return false;
    }

    /** The actor who holds an office of a state or organisation on the day of the text; null when that is not known. */
    @Nullable
    String holder(Office.Kind kind, String body) {
        if (kind != Office.Kind.LEADER) {
            return inOffice(kind, body);
        }
        for (Office.Kind leading :
                List.of(Office.Kind.LEADER, Office.Kind.PRESIDENT, Office.Kind.PRIME_MINISTER)) {
            String id = inOffice(leading, body);
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    private @Nullable String inOffice(Office.Kind kind, String body) {
        LocalDate on = day;
        if (on == null) {
            return null;
        }
        return known.entrySet().stream()
                .flatMap(e -> e.getValue().offices().stream().map(o -> new Term(e.getKey(), o)))
                .filter(t -> t.office().kind() == kind && t.office().of().equals(body) && t.office().covers(on))
                .max(Comparator.comparing(t -> t.office().from()))
                .map(Term::actor)
                .orElse(null);
    }

    /** Whether a person may be meant by an office: nobody is who is known to hold others only. */
    boolean mayHold(Holder person, Office.@Nullable Kind kind) {
        Standing standing = person.id() == null ? null : known.get(person.id());
        if (kind == null || standing == null || standing.offices().isEmpty()) {
            return true;
        }
        return standing.offices().stream().anyMatch(o -> fits(o, kind));
    }

    /** Whether no office of a person is known. */
    boolean unknown(Holder person) {
        Standing standing = person.id() == null ? null : known.get(person.id());
        return standing == null || standing.offices().isEmpty();
    }

    private boolean fits(Office office, Office.Kind kind) {
        boolean same = office.kind() == kind
                || (kind == Office.Kind.LEADER
                        && (office.kind() == Office.Kind.PRESIDENT || office.kind() == Office.Kind.PRIME_MINISTER));
        LocalDate on = day;
        return same && (on == null || office.covers(on));
    }

    /** The only person named anywhere in the text who holds such an office; null when there is none or more than one. */
    @Nullable
    String onlyHolder(Office.Kind kind) {
        String only = null;
        for (Name name : passage.names()) {
            Standing standing = name.kind() == Name.Kind.ACTOR ? known.get(name.id()) : null;
            if (standing == null || day == null || name.id().equals(only)) {
                continue;
            }
            if (standing.offices().stream().anyMatch(o -> fits(o, kind))) {
                if (only != null) {
                    return null;
                }
                only = name.id();
            }
        }
        return only;
    }
}
