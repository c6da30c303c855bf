"""How a question is put to the model: the target, and for a directed question its holder, marked in a window of the sentence.

The Java job asks its questions with `org.parallax.stance.Marking`; both must give the same string,
and a fixture made from this file holds them together (`ReferenceTest`).
"""

import unicodedata
from bisect import bisect_left, bisect_right

TARGET_MARK = "§"
HOLDER_MARK = "¶"
WINDOW = 500  # signs other than white space; the mention stays in the middle of what is cut
NAMED = 100  # of them at most for a holder who is put in front


def is_space(sign: str) -> bool:
    """White space as the tokeniser has it: the separators U+001C to U+001F are none."""
    return sign.isspace() and not "\x1c" <= sign <= "\x1f"


def pieces(sign: str) -> int:
    """Most word pieces that a code point can become: the letters that it falls into without its accents.

    So a window of 500 is never longer than the 512 pieces that the encoder reads, with marks and end signs.
    """
    if is_space(sign):
        return 0
    if sign < "\u0900":
        return 1
    return max(1, sum(unicodedata.category(c) != "Mn" for c in unicodedata.normalize("NFD", sign)))


def cumulated(text: str) -> list[int]:
    before = [0]
    for sign in text:
        before.append(before[-1] + pieces(sign))
    return before


def window(text: str, begin: int, end: int, room: int = WINDOW) -> tuple[int, int]:
    """The part of `text` (code points) that the model reads, cut at white space; it holds [begin, end)."""
    before = cumulated(text)
    if before[-1] <= room:
        return 0, len(text)
    low = max(0, min((before[begin] + before[end]) // 2 - room // 2, before[-1] - room))
    start = bisect_left(before, low)
    stop = bisect_right(before, low + room) - 1
    if start > 0:
        while start < begin and not is_space(text[start]):
            start += 1
    if stop < len(text):
        while stop > end and not is_space(text[stop - 1]):
            stop -= 1
    return min(start, begin), max(stop, end)


def mark_target(text: str, begin: int, end: int, room: int = WINDOW) -> str:
    """Question (a): what does this text convey toward the target?"""
    start, stop = window(text, begin, end, room)
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
    before = cumulated(holder)
    named = holder[: bisect_right(before, NAMED) - 1]
    room = WINDOW - min(before[-1], NAMED)
    return f"{HOLDER_MARK} {named} {HOLDER_MARK} : {mark_target(text, begin, end, room)}"


def unmarked(text: str) -> str:
    """Question (c): what is the tone of the sentence?"""
    start, stop = window(text, 0, 0)
    return text[start:stop]
