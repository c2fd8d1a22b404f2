"""Tails that say again what stands before the stop: its last words, a part of one, or words that mean nothing alone."""

from __future__ import annotations

from collections.abc import Callable

import regex

from cleanup.findings import Candidate, Edit, Proposal, Safety
from cleanup.stops.clauses import before, last_words
from cleanup.stops.stop import Stop, candidate, closes, propose, split_words, words
from cleanup.story import Story
from cleanup.text import Span

QUOTE_THEN_STOP = regex.compile(r"[”\"]\.(?=\s|$)")
DENIES = regex.compile(r"(?:un|in|im|ir|il|dis|mis)-?$")
LONGEST_REPEAT = 4  # words
SHORTEST_PART = 5  # letters of a part of a word that are no accident
NEAR = 5  # words before the stop among which a word may be repeated
FAR = 25  # those among which a word that means nothing alone may be
RESUMED = ("prepositions", "conjunctions", "relatives", "articles")


def repeated(stop: Stop, story: Story) -> Proposal | None:
    """ "1.6 billion euros. euros." and "over the same period. period between"."""
    if stop.closing or stop.opening:
        return None
    tail = list(split_words(story.text, stop.tail))
    count = _repeats(stop, story, tail)
    if not count or _goes_on(story, tail[count:]):
        return None
    detail = f"repeats '{story.text[tail[0].start : tail[count - 1].stop]}'"
    edits = _without(stop, story, tail, count)
    sure = _resumes(story, tail[count - 1], tail[count:])
    way = candidate(*((Safety.SAFE, 0.97) if sure else (Safety.SUGGEST, 0.6)), *edits, detail=detail)
    return propose("repeated-tail", stop, "The words before the stop are repeated after it", way)


def _without(stop: Stop, story: Story, tail: list[Span], count: int) -> list[Edit]:
    """Return the edits that take the tail's first words away, with the stop."""
    if count < len(tail) or tail[-1].stop != stop.tail.stop:  # more words, or a comma, after them
        return [Edit(Span(stop.dot.start, tail[count - 1].stop), "")]
    outside = QUOTE_THEN_STOP.match(story.text, stop.tail.stop)
    if outside:  # `its goals. goals".`: the stop that English sets inside is there already
        return [Edit(Span(stop.dot.stop, stop.tail.stop), ""), Edit(Span(outside.end() - 1, outside.end()), "")]
    return [Edit(stop.debris, "")]


def _repeats(stop: Stop, story: Story, tail: list[Span]) -> int:
    """Return how many of the tail's first words stand just before the stop too."""
    near = last_words(stop, story)
    after = [span.of(story.text).lower() for span in tail[:LONGEST_REPEAT]]
    said = len(words(before(stop, story).of(story.text)))
    for count in range(len(after), 0, -1):
        if near[-count:] == after[:count] and not set(after[:count]) <= story.lexicons.words("function"):
            return count if count < said else 0  # "No. no."
    return 0


def _goes_on(story: Story, rest: list[Span]) -> bool:
    """Whether a verb follows: "of the children. children can go" is a new sentence."""
    return bool(rest) and rest[0].of(story.text) in story.lexicons.words("finite")


def _resumes(story: Story, last: Span, rest: list[Span]) -> bool:
    """Whether what follows the repeated words goes on from them: nothing, a mark, or a word that joins."""
    if not rest or not story.text[last.stop : rest[0].start].isspace():
        return True
    return any(rest[0].of(story.text).lower() in story.lexicons.words(name) for name in RESUMED)


def echoed(stop: Stop, story: Story) -> Proposal | None:
    """ "had to leave the train. leave." and "a non-profit organization. profit.": said a second time, alone."""
    tail = words(stop.tail.of(story.text))
    apart = story.text[stop.dot.stop : stop.dot.stop + 1].isspace()  # no mark stands behind the stop
    if not apart or stop.opening or not tail or not closes(stop, story) or len(tail) > LONGEST_REPEAT:
        return None
    near = last_words(stop, story)
    ways: tuple[Callable[[], str], ...] = (lambda: _again(tail, near, stop, story), lambda: _empty(tail, near, story))
    why = next((said for way in ways if (said := way())), "")
    return propose("repeated-tail", stop, why, _dropped(stop)) if why else None


def _dropped(stop: Stop) -> Candidate:
    return candidate(Safety.SAFE, 0.95, Edit(stop.debris, ""))


def _again(tail: list[str], near: list[str], stop: Stop, story: Story) -> str:
    """Say that the only word of the tail, another form of it or a word with it in it, stands just before the stop."""
    word, said = tail[0], words(before(stop, story).of(story.text))
    if len(tail) > 1 or stop.closing or word in story.lexicons.words("function") or len(said) < len(tail) + 1:
        return ""
    if any(word == other or _holds(other, word) for other in near[-NEAR:]):
        return f"'{word}' stands shortly before the stop and is repeated after it"
    return ""


def _holds(other: str, word: str) -> bool:
    """Whether one word is the other in another number, or a part of it that it does not deny."""
    if len(word) < SHORTEST_PART or other == word:
        return False
    lead, _, rest = other.partition(word)
    part = word in other and not (lead and rest) and not DENIES.search(lead)
    return part or word == _plural(other) or other == _plural(word)


def _plural(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def _empty(tail: list[str], near: list[str], story: Story) -> str:
    """Say that the tail is a lone "their", or prepositions and auxiliaries, each of them said already."""
    if len(tail) == 1 and tail[0] in story.lexicons.words("points-at-nothing"):
        return f"'{tail[0]}' has no noun"
    small = story.lexicons.words("prepositions") | story.lexicons.words("auxiliaries")
    if small.issuperset(tail) and set(tail) <= set(near[-FAR:]):
        return f"'{' '.join(tail)}' stands in the sentence already, and means nothing alone"
    return ""
