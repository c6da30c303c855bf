package org.parallax.mention;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The inflected forms of a Russian word, by its ending: "россия" gives "россии", "россию", "россией".
 *
 * <p>A stemmer was the first choice and does not serve names: Snowball's gives "Лавров" and "Лаврова" different stems and
 * one of them to the word for laurel. Endings added to a name as it stands cannot meet another word so easily; forms that
 * no one writes ("москв") do no harm.
 */
final class RussianForms {
    /** Shorter words are prepositions and conjunctions. */
    private static final int SHORTEST = 4;

    /** Endings in the order they are tried; the first that a word has decides. */
    private static final List<Declension> DECLENSIONS = List.of(
            declension("ый", "ый ого ому ым ом ая ой ую ое ые ых ыми"),
            declension("ий", "ий его ему им ем ого ому ом ая ой ую ое ее яя ей юю ие их ими ия ию ии"),
            declension("ой", "ой ого ому ым им ом ая ую ое ые ие ых их ыми ими"),
            declension("ая", "ая ой ую ою ое ого ому ым им ом ые ие ых их ыми ими"),
            declension("яя", "яя ей юю ею"),
            declension("ое", "ое ого ому ым им ом ые ие ых их ыми ими"),
            declension("ее", "ее его ему им ем ие их ими"),
            declension("ые", "ые ых ым ыми"),
            declension("ие", "ие их им ими ия ию ием ии ий иям иями иях"),
            declension("ия", "ия ии ию ией иею ий иям иями иях"),
            declension("ии", "ии ий иям иями иях"),
            declension("ья", "ья ьи ье ью ьей ьею"),
            declension("я", "я и е ю ей ею"),
            declension("а", "а ы и е у ой ою ей ею - ам ами ах"),
            declension("о", "о а у ом е - ам ами ах"),
            declension("е", "е я ю ем и"),
            declension("ы", "ы - ов ам ами ах ый"),
            declension("и", "и - ов ев ей ям ями ях ам ами ах ий"),
            declension("ь", "ь я ю ем е и ью"),
            declension("й", "й я ю ем е и"),
            declension("у", "у"),
            declension("ю", "ю"),
            declension("э", "э"));

    private static final Declension HARD = declension("", "- а у ом ем ым е");

    private RussianForms() {}

    /** All forms of a word in lower case, the word itself first; only itself when it has none. */
    static Set<String> of(String word) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(word);
        if (word.length() < SHORTEST || !Token.isCyrillic(word)) {
            return forms;
        }
        Declension declension = DECLENSIONS.stream()
                .filter(d -> word.endsWith(d.ending()))
                .findFirst()
                .orElse(HARD);
        String stem = word.substring(0, word.length() - declension.ending().length());
        for (String form : declension.forms()) {
            forms.add(stem + form);
        }
        return forms;
    }

    private static Declension declension(String ending, String forms) {
        return new Declension(
                ending,
                List.of(forms.split(" ")).stream()
                        .map(f -> f.equals("-") ? "" : f)
                        .toList());
    }

    private record Declension(String ending, List<String> forms) {}
}
