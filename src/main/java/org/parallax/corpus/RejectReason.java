package org.parallax.corpus;

/**
 * Why an input row is no article. The order is the order of the checks: a row is rejected for the first rule that it
 * breaks.
 */
public enum RejectReason {
    UNPARSEABLE_LINE(
            "unparseable_line",
            "The line is no JSON object, the CSV record does not fit its header, or a cell is not a single value.",
            "Repair the line; each article is one JSON object on one line, or one CSV record with the header's fields."),
    MISSING_OUTLET(
            "missing_outlet",
            "The row names no outlet.",
            "Give the outlet's domain or name, or map the column that holds it with --map outlet=COLUMN."),
    BLANK_BODY(
            "blank_body",
            "The body is missing, or nothing is left of it without markup and white space.",
            "Give the article's text, or map the column that holds it with --map body=COLUMN."),
    BROKEN_ENCODING(
            "broken_encoding",
            "More than one in fifty of the body's or title's characters come from text read in a wrong encoding.",
            "Export the text as UTF-8 from where it is whole."),
    BODY_TOO_LONG(
            "body_too_long",
            "The body has more characters than the longest that is accepted.",
            "Split what is not one article, or raise corpus.max-body-length."),
    BAD_DATE(
            "bad_date",
            "The time of publication is given but cannot be read, or lies before 1900 or after 2099.",
            "Write it in ISO 8601 (2024-03-01T09:30:00Z), or leave it out."),
    BAD_COUNTRY(
            "bad_country",
            "The country is given but is no code of ISO 3166-1.",
            "Write the two letters of ISO 3166-1 (GB), or leave it out."),
    UNKNOWN_LANGUAGE(
            "unknown_language",
            "The language is given but is no code of ISO 639-1.",
            "Write the two letters of ISO 639-1 (en), or leave it out to have the language detected."),
    DUPLICATE_ID(
            "duplicate_id",
            "An earlier valid row, by file and position, has the same article id, given or derived.",
            "Nothing, when the row is the same article again; else give each article an id or url of its own.");

    private final String code;
    private final String meaning;
    private final String remedy;

    RejectReason(String code, String meaning, String remedy) {
        this.code = code;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** The value in the column {@code reason}. */
    public String code() {
        return code;
    }

    /** What is wrong with such a row, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** What to do about it, in a sentence. */
    public String remedy() {
        return remedy;
    }
}
