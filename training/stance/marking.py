"""How a question is put to the model: the target, and for a directed question its holder, marked in a window of the sentence.

The Java job asks its questions with `org.parallax.stance.Marking`; both must give the same string,
and a fixture made from this file holds them together (`MarkingTest`).
"""

TARGET_MARK = "§"
HOLDER_MARK = "¶"
WINDOW = 700  # code points; the mention stays in the middle of what is cut


def window(text: str, begin: int, end: int) -> tuple[int, int]:
    """The part of `text` (code points) that the model reads: at most WINDOW, cut at white space."""
    if len(text) <= WINDOW:
        return 0, len(text)
    middle = (begin + end) // 2
    start = max(0, min(middle - WINDOW // 2, len(text) - WINDOW))
    stop = start + WINDOW
    if start > 0:
        while start < begin and not text[start].isspace():
            start += 1
    if stop < len(text):
        while stop > end and not text[stop - 1].isspace():
            stop -= 1
    return start, stop


def mark_target(text: str, begin: int, end: int) -> str:
    """Question (a): what does this text convey toward the target?"""
    start, stop = window(text, begin, end)
    return f"{text[start:begin]} {TARGET_MARK} {text[begin:end]} {TARGET_MARK} {text[end:stop]}"


def mark_holder(text: str, begin: int, end: int, holder_begin: int, holder_end: int) -> str:
    """Question (b): what does this holder express toward the target? Both stand in the text."""
    start, stop = window(text, begin, end)
    apart = holder_end <= begin or end <= holder_begin
    if not apart or holder_begin < start or stop < holder_end:
        return name_holder(text, begin, end, text[holder_begin:holder_end])
    spans = sorted([(begin, end, TARGET_MARK), (holder_begin, holder_end, HOLDER_MARK)])
    (b1, e1, m1), (b2, e2, m2) = spans
    return f"{text[start:b1]} {m1} {text[b1:e1]} {m1} {text[e1:b2]} {m2} {text[b2:e2]} {m2} {text[e2:stop]}"


def name_holder(text: str, begin: int, end: int, holder: str) -> str:
    """Question (b) where the holder is named elsewhere, as before a quotation: it is put in front."""
    return f"{HOLDER_MARK} {holder} {HOLDER_MARK} : {mark_target(text, begin, end)}"


def unmarked(text: str) -> str:
    """Question (c): what is the tone of the sentence?"""
    start, stop = window(text, 0, 0)
    return text[start:stop]
