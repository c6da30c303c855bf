package org.parallax.voice;

/**
 * A verb of the lexicon with its subject.
 *
 * @param at token of the verb
 * @param verb the verb
 * @param holder who speaks or takes a stance
 * @param subject the words that name the holder; empty where it is named elsewhere
 * @param shape how verb and holder stand to each other
 */
record Predicate(int at, Verb verb, Holder holder, Stretch subject, Shape shape) {

    /** How verb and holder stand to each other. */
    enum Shape {
        /** "Lavrov said". */
        ACTIVE,
        /** "said Lavrov". */
        INVERTED,
        /** "Russia was condemned by Georgia". */
        PASSIVE,
        /** "It was reported that". */
        IMPERSONAL
    }

    /** The same of a person, where the holder is a name that might be anything. */
    Predicate ofPerson() {
        boolean bare = holder.kind() == Holder.Kind.GROUP && holder.id() == null;
        return bare
                ? new Predicate(at, verb, new Holder(Holder.Kind.PERSON, null, holder.surface()), subject, shape)
                : this;
    }

    /** First token of verb and holder. */
    int first() {
        return subject.empty() ? at : Math.min(at, subject.from());
    }

    /** The token after verb and holder. */
    int next() {
        return subject.empty() ? at + 1 : Math.max(at + 1, subject.to());
    }
}
