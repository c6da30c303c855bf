package org.parallax.voice;

/**
 * One form of a verb of the lexicon.
 *
 * @param kind what it does to its clause
 * @param form where it may stand
 * @param nounToo whether the same letters are a noun
 * @param needsThat whether it reports only with "that" or a quotation
 */
record Verb(Kind kind, Form form, boolean nounToo, boolean needsThat) {

    /** What a verb does to its clause. */
    enum Kind {
        /** Its clause is somebody's words. */
        SAY,
        /** The same, after whom it is said to. */
        TELL,
        /** Its subject is for or against its object. */
        ATTITUDE
    }

    /** Form of a verb. */
    enum Form {
        BASE,
        THIRD,
        PAST,
        ING,
        /** Any Russian form. */
        FINITE
    }

    boolean words() {
        return kind != Kind.ATTITUDE;
    }
}
