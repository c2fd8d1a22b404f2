"""Bogus full stops: a sentence cut in two, its tail repeated, stranded, or left over from the original.

The order of tries is that of 154 labelled passages (repetition, contradiction, debris, word class of the tail).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import regex

from cleanup.findings import Candidate, Edit, Evidence, Finding, Licence, Proposal, Safety
from cleanup.lexicons import Lexicons
from cleanup.stops import Stop, find, split_words, words
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

BEFORE_COMMA = regex.compile(r"(?<=\p{Ll}{3})\.[ \u00a0],(?=[ \u00a0])")
QUOTE_THEN_STOP = regex.compile(r"[”\"]\.(?=\s|$)")
PERFECT = regex.compile(r"\b(?:have|has|had|having)(?: \p{L}+ly)? (?:been\b|\p{L}+(?:ed|en)\b)")
FINITE = frozenset("is was are were has had have will would can could may might must does did seems remains".split())
SUBJECTS = frozenset("it he she they we there".split())
CERTAIN = frozenset("and or because which who where whose while although".split())
NOT_PLAIN = frozenset("over under about like then so minus plus".split())  # "over 30 years", "over there"
OPEN_ENDED = frozenset("the a an and or but nor their his her its our your my than".split())
PARTICLES = frozenset("up out off down over".split())
INTRANSITIVE = frozenset("died went came fell remarked remained happened occurred lived slept arrived said".split())
DOMAINS = tuple([suffix] for suffix in "com org net ru ua fr de es eu".split())
EXTENDING = frozenset(
    "amounting totaling totalling consisting belonging relating pertaining ranging dating compared owing thanks".split()
)
FUNCTION = frozenset("the a an this that these those his her its their of in on to and or it is was he she they".split())
DURATION = regex.compile(r"(?:(?:more|less) than|over|nearly|almost|about)? ?(?:\d+|\w+) (?:years?|months?|weeks?|days?|hours?)$")
UNITS = {"cm": "centimeters", "m": "meters", "km": "kilometers", "kg": "kilograms", "mm": "millimeters", "ha": "hectares"}
COUNT = regex.compile(
    r"(?<![\d.,])(?<figure>\d{1,3}(?:[.,]\d+)?) (?<scale>thousand|million|billion)"
    r"(?= (?:could|may|might|will|would|can|have|has|had|were|was|are|is|died|fled|took|came|gathered|attended|lost|live|lived|work)\b)"
)
RATE = regex.compile(r"(?:a|per|every|each) (?:year|month|week|day|hour|person)\b(?=[,.;:”\"]|$| (?:in|on|for|to|by|and|from)\b)")
ORDINAL = regex.compile(r"\d(?:st|nd|rd|th) $")
COUNTED = regex.compile(r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens of|hundreds of)) (?:\p{L}+ )?(?:people|persons|residents|workers|men)\b")
LONGEST_REPEAT = 4
SHORT_TAIL = 2
LICENCES = frozenset({Licence.QUOTED})

Shape = Callable[[Stop, Story], Proposal | None]


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each stop in mid-sentence; the first shape that fits speaks for it."""
    for match in BEFORE_COMMA.finditer(story.text):
        yield _before_comma(Span(*match.span()))
    for stop in find(story):
        proposal = next((p for shape in SHAPES if (p := shape(stop, story))), None)
        if proposal:
            yield proposal


def _before_comma(span: Span) -> Proposal:
    why = "A full stop and a comma stand together; the sentence goes on"
    return _propose("stop-before-comma", span, why, _candidate(Safety.SAFE, 0.97, Edit(span, ",")))


def _repeated(stop: Stop, story: Story) -> Proposal | None:
    """ "1.6 billion euros. euros." and "over the same period. period between"."""
    if stop.closing or stop.opening:
        return None
    tail = list(split_words(story.text, stop.tail))
    count = _repeats(stop, story, tail)
    if not count:
        return None
    if [span.of(story.text) for span in tail[count : count + 1]] and tail[count].of(story.text) in FINITE:
        return _recapitalised(stop, story)
    whole = count == len(tail)
    start = stop.dot.stop if whole and not stop.end and stop.tail.stop == _end(stop, story) else stop.dot.start
    edits = [Edit(Span(start, tail[count - 1].stop), "")]
    outside = QUOTE_THEN_STOP.match(story.text, stop.tail.stop) if whole else None
    if outside:  # `its goals. goals".`: the stop that English sets inside the mark is there already
        edits = [Edit(Span(stop.dot.stop, stop.tail.stop), ""), Edit(Span(outside.end() - 1, outside.end()), "")]
    repeated = story.text[tail[0].start : tail[count - 1].stop]
    return _propose("repeated-tail", stop.cut, "The words before the stop are repeated after it",
                    _candidate(Safety.SAFE, 0.97, *edits, detail=f"repeats '{repeated}'"))


def _echo(stop: Stop, story: Story) -> Proposal | None:
    """ "had to leave the train. leave.": a verb that the original parts comes twice."""
    tail = words(stop.tail.of(story.text))
    if stop.closing or len(tail) != 1 or tail[0] in FUNCTION or not _closes(stop, story):
        return None
    if tail[0] not in words(story.text[max(stop.dot.start - 60, 0) : stop.dot.start])[-5:]:
        return None
    edit = Edit(_cut(stop), "")
    return _propose("repeated-tail", stop.cut, f"'{tail[0]}' stands shortly before the stop and is repeated after it",
                    _candidate(Safety.SAFE, 0.95, edit, detail=f"repeats '{tail[0]}'"))


def _join(stop: Stop, story: Story, text: str = "") -> Edit:
    """Return the edit that puts `text` for the stop, and leaves one space of several."""
    extra = len(stop.gap) - len(stop.gap.of(story.text).rstrip(" \u00a0")) - 1
    if not extra or stop.closing:
        return Edit(stop.dot, text)
    return Edit(Span(stop.dot.start, stop.dot.stop + extra), text)


def _cut(stop: Stop) -> Span:
    """Return what goes when the tail goes: with its stop, unless that is the only one."""
    return Span(stop.dot.start if stop.end else stop.dot.stop, stop.tail.stop)


def _unit(stop: Stop, story: Story) -> Proposal | None:
    """ "60 centimeters. cm." and "50 thousand square meters. m, in the future"."""
    tail = next(split_words(story.text, stop.tail), None)
    long = UNITS.get(tail.of(story.text)) if tail else None
    if long is None or not regex.match(rf"{long[:-2]}\w+$", stop.left.of(story.text)):
        return None
    whole = tail.stop == stop.tail.stop and not stop.end
    edit = Edit(Span(stop.dot.stop if whole else stop.dot.start, tail.stop), "")
    return _propose("repeated-tail", stop.cut, "The unit before the stop is repeated after it",
                    _candidate(Safety.SAFE, 0.97, edit, detail=f"{tail.of(story.text)} is short for {long}"))


def _stranded(stop: Stop, story: Story) -> Proposal | None:
    """ "75 thousand could die … strain. man.": the noun that was counted landed behind the sentence."""
    if stop.closing or words(stop.tail.of(story.text)) not in (["man"], ["men"], ["people"], ["person"], ["persons"]):
        return None
    sentence = story.sentence_of(stop.left.start)
    count = COUNT.search(story.text, sentence.start, stop.left.start)
    counted = COUNTED.search(story.text, sentence.start, stop.left.start)
    if (count or counted) is None or not _closes(stop, story):
        return None
    edits = [Edit(_cut(stop), "")]
    if count and not counted:
        scale = ",000" if count["scale"] == "thousand" else f" {count['scale']}"
        edits.insert(0, Edit(Span(*count.span()), f"{count['figure']}{scale} people"))
    why = f"'{stop.tail.of(story.text)}' belongs to the figure '{(counted or count).group()}'"
    candidate = Candidate(tuple(edits), Safety.SAFE, 0.98, (Evidence("pattern", why),), LICENCES | {Licence.NUMBERS})
    return _propose("stranded-noun", stop.cut, why, candidate)


def _repeats(stop: Stop, story: Story, tail: list[Span]) -> int:
    """Return how many of the tail's first words stand just before the stop too."""
    paragraph = story.paragraph_of(stop.left.start)
    before = words(story.text[max(paragraph.start, stop.dot.start - 200) : stop.dot.start])
    after = [span.of(story.text).lower() for span in tail[:LONGEST_REPEAT]]
    for count in range(len(after), 0, -1):
        if before[-count:] == after[:count] and not set(after[:count]) <= FUNCTION:
            return count
    return 0


def _end(stop: Stop, story: Story) -> int:
    return story.paragraph_of(stop.tail.start).stop


def _contradicts(stop: Stop, story: Story) -> Proposal | None:
    """ "has gradually increased. reduce." means decreased: dropping the tail would be fluent and false."""
    tail = words(stop.tail.of(story.text))
    if len(tail) > SHORT_TAIL:
        return None
    opposites = {opposite for word in tail for opposite in _opposites(story.lexicons).get(_stem(word), ())}
    before = words(story.text[max(stop.dot.start - 60, 0) : stop.dot.start])[-4:]
    if not opposites & set(map(_stem, before)):
        return None
    why = f"What follows the stop ('{stop.tail.of(story.text)}') says the opposite of what stands before it"
    return Proposal(Finding("breaks.contradiction", Category.MEANING, stop.cut, why), confidence=0.9)


@cache
def _opposites(lexicons: Lexicons) -> dict[str, set[str]]:
    table: dict[str, set[str]] = {}
    for row in lexicons.rows("antonyms"):
        one, other = _stem(row["one"]), _stem(row["other"])
        table.setdefault(one, set()).add(other)
        table.setdefault(other, set()).add(one)
    return table


def _stem(word: str) -> str:
    """Return what "reduce", "reduces", "reduced" and "reducing" share."""
    return regex.sub(r"(?<=\p{L}{3})(?:ing|ed|es|s|e|d)$", "", word)


def _debris(stop: Stop, story: Story) -> Proposal | None:
    """ "isolated. rice field." is a Japanese verb ending, translated."""
    if stop.closing or not _closes(stop, story):
        return None
    tail = stop.tail.of(story.text).strip().lower()
    row = next((row for row in story.lexicons.rows("debris") if row["written"] == tail), None)
    if row is None or row["repair"] == "flag":
        return None
    safety = Safety.SAFE if story.source_language in row["languages"].split() else Safety.SUGGEST
    text = ", among others" if row["repair"] == "among-others" else ""
    edit = Edit(Span(stop.dot.start, stop.tail.stop), text)
    if not stop.end:
        edit = Edit(edit.span, f"{text}.")
    return _propose("debris", stop.cut, f"'{tail}' is left over from the original ({row['note']})",
                    _candidate(safety, 0.95, edit, detail=f"debris: {tail}"))


def _closes(stop: Stop, story: Story) -> bool:
    """Whether the tail is the last of its sentence."""
    rest = story.text[stop.tail.stop : _end(stop, story)].lstrip(".!?…”\"»’) \u00a0")
    return not rest or rest[0].isupper() or not rest[0].isalnum()


def _attribution(stop: Stop, story: Story) -> Proposal | None:
    """ `materialistic." said Marshall`: American and British style have a comma there."""
    if not any(mark in stop.closing for mark in "”\"»’"):
        return None
    verbs = story.lexicons.words("reporting-verbs")
    first, second = [*words(stop.tail.of(story.text)), "", ""][:2]
    if first not in verbs and not (first in SUBJECTS | {"i"} and second in verbs):
        return None
    return _propose("stop-before-attribution", stop.cut, "A quotation that goes on with who said it ends in a comma",
                    _candidate(Safety.SAFE, 0.96, Edit(stop.dot, ",")))


def _domain(stop: Stop, story: Story) -> Proposal | None:
    """ "the research firm Economy. com": a space was set into an address."""
    tail = words(stop.tail.of(story.text))
    if stop.closing or tail[:1] not in DOMAINS or len(tail) > 1 and not story.text.startswith(f"{tail[0]},", stop.tail.start):
        return None
    return _propose("split-address", stop.cut, "A space stands in an address",
                    _candidate(Safety.SAFE, 0.95, Edit(Span(stop.dot.stop, stop.tail.start), "")))


def _hangs(stop: Stop, story: Story) -> Proposal | None:
    """ "the cooperatives and. the port": no sentence ends in such a word."""
    left = stop.left.of(story.text)
    rate = RATE.match(story.text, stop.tail.start)
    if rate and not stop.closing:
        return _propose("cut-sentence", stop.cut, f"'{rate.group()}' says how often: it belongs to what stands before",
                        _candidate(Safety.SAFE, 0.95, _join(stop, story)))
    ordinal = left in ("century", "centuries") and ORDINAL.search(story.text, max(stop.left.start - 12, 0), stop.left.start)
    if stop.closing or not (left in OPEN_ENDED or ordinal):
        return None
    why = "The original abbreviates 'century', with a stop" if ordinal else f"No sentence ends in '{left}'"
    return _propose("cut-sentence", stop.cut, why,
                    _candidate(Safety.SAFE, 0.97, _join(stop, story)))


def _joined(stop: Stop, story: Story) -> Proposal | None:
    """ "arms deliveries to Russia. intended for its assault": the tail can only go on from what stands before."""
    kind = _clings(stop, story)
    if kind is None:
        return None
    safety, confidence, detail = kind
    text = "," if stop.tail.of(story.text).startswith("which ") else ""
    return _propose("cut-sentence", stop.cut, "The stop cuts a sentence in two: what follows cannot begin one",
                    _candidate(safety, confidence, _join(stop, story, text), detail=detail))


def _clings(stop: Stop, story: Story) -> tuple[Safety, float, str] | None:
    """Return how surely the tail wants a plain join, and why, by the class of its first words."""
    lexicons = story.lexicons
    first, second = [*words(stop.tail.of(story.text)), "", ""][:2]
    if not second or stop.opening or first in NOT_PLAIN or second in ("there", "here"):
        return None
    together = story.text.startswith(f"{first} {second}", stop.tail.start)
    if first in lexicons.words("prepositions") or first in EXTENDING:
        return Safety.SAFE, 0.95, f"'{first}' is a preposition"
    participle = first in lexicons.words("participles") or (first.endswith("ed") and first.isalpha())
    if participle and together and second in lexicons.words("prepositions") and second not in PARTICLES and first not in INTRANSITIVE:
        return Safety.SAFE, 0.93, f"'{first} {second}' is a participle and its preposition"
    if first in lexicons.words("conjunctions") or first in lexicons.words("relatives"):
        return Safety.SAFE if first in CERTAIN else Safety.SUGGEST, 0.9, f"'{first}' continues a sentence"
    return None


def _capitalised(stop: Stop, story: Story) -> Proposal | None:
    """ "the attack. it seems that": a sentence that lost its capital."""
    first, second = [*words(stop.tail.of(story.text)), "", ""][:2]
    if first not in SUBJECTS or second not in FINITE | story.lexicons.words("common-verbs"):
        return None
    return _recapitalised(stop, story)


def _recapitalised(stop: Stop, story: Story) -> Proposal:
    initial = Span(stop.tail.start, stop.tail.start + 1)
    edit = Edit(initial, initial.of(story.text).upper())
    candidate = Candidate((edit,), Safety.SUGGEST, 0.85, (Evidence("pattern", "a subject and its verb"),), LICENCES | {Licence.NAMES})
    return _propose("lost-capital", stop.cut, "A whole sentence begins in lower case", candidate)


def _duration(stop: Stop, story: Story) -> Proposal | None:
    """ "racial quotas for applicants. more than 20 years." lost its preposition."""
    if stop.closing or not DURATION.match(stop.tail.of(story.text)) or not _closes(stop, story):
        return None
    sentence = story.sentence_of(stop.left.start)
    perfect = PERFECT.search(story.text, sentence.start, stop.left.start)
    safety, confidence = (Safety.SAFE, 0.9) if perfect else (Safety.FLUENCY, 0.7)
    detail = f"'{perfect.group()}' wants to know for how long" if perfect else "a length of time"
    return _propose("lost-preposition", stop.cut, "A length of time was cut off from its sentence",
                    _candidate(safety, confidence, _join(stop, story, " for"), detail=detail))


def _doubtful(stop: Stop, story: Story) -> Proposal | None:
    """Any other tail: join it, put a comma, or move it before its noun; which, is not for a rule to say."""
    why = "A full stop stands in mid-sentence, or a sentence begins in lower case"
    joined = _candidate(Safety.FLUENCY, 0.4, _join(stop, story))
    comma = _candidate(Safety.FLUENCY, 0.3, _join(stop, story, ","))
    moved = _moved(stop, story)
    return _propose("cut-sentence", stop.cut, why, *([moved, joined] if moved else [joined, comma]))


def _moved(stop: Stop, story: Story) -> Candidate | None:
    """ "an international competition. swimming." -> "an international swimming competition."."""
    tail = stop.tail.of(story.text).strip()
    if stop.closing or len(words(tail)) > SHORT_TAIL or not _closes(stop, story):
        return None
    before = Edit(Span(stop.left.start, stop.left.start), f"{tail} ")
    end = Span(stop.dot.start, stop.tail.stop) if stop.end else Span(stop.dot.stop, stop.tail.stop)
    return _candidate(Safety.FLUENCY, 0.5, before, Edit(end, ""), detail="the tail belongs before its noun")


SHAPES: tuple[Shape, ...] = (
    _repeated,
    _unit,
    _contradicts,
    _stranded,
    _debris,
    _attribution,
    _echo,
    _domain,
    _hangs,
    _joined,
    _capitalised,
    _duration,
    _doubtful,
)


def _candidate(safety: Safety, confidence: float, *edits: Edit, detail: str = "") -> Candidate:
    evidence = (Evidence("pattern", detail),) if detail else ()
    return Candidate(edits, safety, confidence, evidence, LICENCES)


def _propose(shape: str, span: Span, why: str, *candidates: Candidate) -> Proposal:
    return Proposal(Finding(f"breaks.{shape}", Category.BOGUS_STOP, span, why), candidates)
