package org.parallax.benchmark;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rpad;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.translate;

import org.apache.spark.sql.Column;

/** Words of no language, headlines and sentences made of them: reports of one event share words, others rarely do. */
final class MadeUpWords {
    /** Code points of every sentence, so that offsets are sums. */
    static final int SENTENCE_LENGTH = 30;

    private static final int EVENT_WORDS = 3;
    private static final int WORD_LENGTH = 5;
    private static final String DIGITS = "0123456789ABCDEF";
    private static final String LETTERS = "abdefgiklmnoprst";

    private final Chance chance;

    MadeUpWords(Chance chance) {
        this.chance = chance;
    }

    /** A headline that tells of the event. */
    Column title(Column name, Column event) {
        return concat_ws(" ", name, eventWord(event, lit(0)), eventWord(event, lit(1)), eventWord(event, lit(2)));
    }

    /** Sentence of a story by its number: it begins with a name, and has a word of its event and one of its own. */
    Column sentence(Column name, Column event, Column story, Column number) {
        Column words = concat_ws(" ", name, eventWord(event, number.mod(EVENT_WORDS)), word("story", story, number));
        return concat(rpad(words, SENTENCE_LENGTH - 1, " "), lit("."));
    }

    /** Where a sentence begins in a body that is all its sentences with a blank between. */
    static Column begin(Column number) {
        return number.multiply(SENTENCE_LENGTH + 1);
    }

    private Column eventWord(Column event, Column number) {
        return word("event", event, number);
    }

    private Column word(String what, Column... whose) {
        Column last = substring(hex(chance.bits(what, whose)), -WORD_LENGTH, WORD_LENGTH);
        return translate(last, DIGITS, LETTERS);
    }
}
