package org.parallax.mention;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words before a full stop that need not end a sentence, in English and Russian. */
final class Abbreviations {
    private static final Set<String> TITLES = Set.of(
            "mr", "mrs", "ms", "messrs", "mme", "dr", "prof", "gen", "lt", "col", "maj", "capt", "cmdr", "adm", "sgt",
            "cpl", "pvt", "brig", "sen", "rep", "gov", "pres", "hon", "rev", "fr", "st", "amb", "supt", "vs", "cf",
            "mt", "ft", "e.g", "i.e", "approx", "ca", "incl");
    private static final Set<String> NUMBERED = Set.of(
            "no", "nos", "art", "arts", "sec", "para", "paras", "vol", "vols", "p", "pp", "fig", "figs", "ch", "chap",
            "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "op", "res");
    private static final Set<String> OTHERS = Set.of(
            "inc", "corp", "co", "ltd", "llc", "bros", "jr", "sr", "dept", "univ", "assn", "ave", "blvd", "rd", "esq");
    private static final Set<String> STARTERS = Set.of(
            "the",
            "a",
            "an",
            "he",
            "she",
            "it",
            "they",
            "we",
            "you",
            "i",
            "this",
            "that",
            "these",
            "those",
            "there",
            "his",
            "her",
            "its",
            "their",
            "our",
            "my",
            "but",
            "and",
            "or",
            "so",
            "yet",
            "in",
            "on",
            "at",
            "by",
            "for",
            "from",
            "to",
            "with",
            "as",
            "if",
            "when",
            "while",
            "after",
            "before",
            "since",
            "although",
            "though",
            "however",
            "moreover",
            "meanwhile",
            "then",
            "now",
            "no",
            "not",
            "yes",
            "what",
            "who",
            "how",
            "why",
            "where",
            "some",
            "many",
            "most",
            "all",
            "both",
            "each",
            "one",
            "two",
            "under",
            "during",
            "last",
            "earlier",
            "later",
            "according",
            "despite",
            "because",
            "once",
            "only",
            "even",
            "still",
            "also",
            "such",
            "other");

    private static final Set<String> RUSSIAN_TITLES = Set.of(
            "г-н", "г-жа", "гг", "им", "ул", "пр-т", "пл", "проф", "акад", "ген", "полк", "тов", "св", "гр", "т.е",
            "т.н", "т.к", "т.ч", "напр", "англ", "лат", "нем", "франц", "укр", "о", "пос", "дер");
    private static final Set<String> RUSSIAN_NUMBERED =
            Set.of("с", "стр", "ст", "п", "пп", "гл", "рис", "табл", "д", "кв", "т", "ч", "изд", "вып", "илл");
    private static final Set<String> RUSSIAN_OTHERS = Set.of("г", "в", "вв", "обл", "р-н", "долл", "руб", "н.э");
    private static final Set<String> RUSSIAN_STARTERS = Set.of(
            "в",
            "во",
            "на",
            "но",
            "и",
            "а",
            "он",
            "она",
            "оно",
            "они",
            "мы",
            "я",
            "это",
            "этот",
            "эта",
            "эти",
            "по",
            "по-моему",
            "при",
            "с",
            "со",
            "как",
            "когда",
            "если",
            "для",
            "к",
            "из",
            "от",
            "до",
            "после",
            "однако",
            "также",
            "так",
            "тогда",
            "его",
            "ее",
            "её",
            "их",
            "что",
            "кто",
            "не",
            "нет",
            "да",
            "все",
            "о",
            "об",
            "за",
            "там",
            "тем",
            "потом",
            "затем");

    private static final Pattern DOTTED = Pattern.compile("(\\p{L}{1,2}[.-]+)+\\p{L}{1,2}");
    private static final Pattern INITIAL = Pattern.compile("\\p{Lu}");
    private static final Pattern NUMBER = Pattern.compile("\\d.*|[IVX]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}-]+");

    private static final Abbreviations ENGLISH = new Abbreviations(TITLES, NUMBERED, OTHERS, STARTERS);
    private static final Abbreviations RUSSIAN = new Abbreviations(
            both(TITLES, RUSSIAN_TITLES),
            both(NUMBERED, RUSSIAN_NUMBERED),
            both(OTHERS, RUSSIAN_OTHERS),
            both(STARTERS, RUSSIAN_STARTERS));

    private final Set<String> titles;
    private final Set<String> numbered;
    private final Set<String> others;
    private final Set<String> starters;

    private Abbreviations(Set<String> titles, Set<String> numbered, Set<String> others, Set<String> starters) {
        this.titles = titles;
        this.numbered = numbered;
        this.others = others;
        this.starters = starters;
    }

    static Abbreviations of(String language) {
        return language.equals("ru") ? RUSSIAN : ENGLISH;
    }

    /**
     * Whether the sentence goes on after the word and its full stop.
     *
     * @param word the word before the full stop, with full stops inside it
     * @param before the word before that one; empty when there is none
     * @param next where the next word begins, which is not in lower case
     */
    boolean goesOn(String word, String before, String text, int next) {
        String lower = word.toLowerCase(Locale.ROOT);
        Matcher following = WORD.matcher(text).region(next, text.length());
        String nextWord = following.lookingAt() ? following.group() : "";
        if (titles.contains(lower)) {
            return true;
        }
        if (numbered.contains(lower) && NUMBER.matcher(nextWord).matches()) {
            return true;
        }
        boolean initial = INITIAL.matcher(word).matches() && !isPronoun(word, before);
        if (initial || others.contains(lower) || DOTTED.matcher(word).matches()) {
            return !starts(nextWord, text, next);
        }
        return false;
    }

    /** "So do I. Then ..." against "President I. Karimov". */
    private static boolean isPronoun(String word, String before) {
        return word.equals("I") && !before.isEmpty() && Character.isLowerCase(before.charAt(0));
    }

    /** A word that a sentence likes to begin with; not one letter with a full stop, which is an initial. */
    private boolean starts(String word, String text, int at) {
        int after = at + word.length();
        boolean initial = word.length() == 1 && after < text.length() && text.charAt(after) == '.';
        return !initial && starters.contains(word.toLowerCase(Locale.ROOT));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return Set.copyOf(all);
    }
}
