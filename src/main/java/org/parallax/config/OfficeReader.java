package org.parallax.config;

import com.typesafe.config.ConfigValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code offices = [{ office, of, from, until }]} of the actors and checks the terms against each other. */
final class OfficeReader {
    private static final String OFFICES =
            "must be a list of { office = president, of = kazakhstan, from = 1991-12-16, until = 2019-03-20 }";
    private static final String DAY = "must be a day, such as 2019-03-20";

    private record Stated(String actor, Office office, Section entry, ConfigValue value) {}

    private final List<Stated> all = new ArrayList<>();

    /** The terms of one actor; {@code of} is its state where it is not stated. */
    List<Office> read(String actor, Section entry, @Nullable String state) {
        List<Office> offices = new ArrayList<>();
        for (ConfigValue item : entry.list("offices", OFFICES)) {
            Section term = entry.item("offices", item, OFFICES);
            if (term == null) {
                continue;
            }
            Office.Kind kind = term.choice("office", Office.Kind.class);
            ConfigValue of = term.value("of");
            LocalDate from = day(term, "from");
            LocalDate until = day(term, "until");
            if (of == null && state == null) {
                term.badSelf("states no 'of' and the actor no 'state': add the id of whose office it is");
            }
            if (from == null) {
                if (term.value("from") == null) {
                    term.badSelf("has no 'from': add the first day of the term");
                }
            } else if (until != null && !from.isBefore(until)) {
                term.badSelf("must begin before it ends");
            } else if (of != null || state != null) {
                String body = of == null ? String.valueOf(state) : String.valueOf(of.unwrapped());
                Office office = new Office(kind, body, from, until);
                offices.add(office);
                all.add(new Stated(actor, office, entry, item));
            }
            term.end();
        }
        return offices;
    }

    private static @Nullable LocalDate day(Section term, String name) {
        ConfigValue value = term.value(name);
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(String.valueOf(value.unwrapped()));
        } catch (DateTimeException e) {
            term.bad(value, name, DAY);
            return null;
        }
    }

    /** Every office belongs to a configured state or organisation and has one holder at a time. */
    void check(List<Actor> actors) {
        List<String> bodies = actors.stream()
                .filter(actor -> actor.kind() != Actor.Kind.PERSON)
                .map(Actor::id)
                .toList();
        for (int i = 0; i < all.size(); i++) {
            Stated term = all.get(i);
            if (!bodies.contains(term.office.of())) {
                String nearest = bodies.isEmpty() ? "" : "; the nearest is " + NearestKey.of(term.office.of(), bodies);
                term.entry.bad(term.value, "offices", "must be of a configured state or organisation" + nearest);
            }
            for (Stated before : all.subList(0, i)) {
                if (term.office.overlaps(before.office)) {
                    term.entry.bad(
                            term.value,
                            "offices",
                            "overlaps the term of actors." + before.actor + " ("
                                    + Place.of(before.value.origin()) + "); an office has one holder at a time");
                }
            }
        }
    }
}
