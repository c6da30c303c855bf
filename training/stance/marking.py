"""How a question is put to the model: the target marked in a window of its sentence.

The Java job asks its questions with `org.parallax.stance.Marking`; both must give the same string,
and a fixture made from this file holds them together (`MarkingTest`).
"""

TARGET_MARK = "§"
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


def unmarked(text: str) -> str:
    """Question (c): what is the tone of the sentence?"""
    start, stop = window(text, 0, 0)
    return text[start:stop]
