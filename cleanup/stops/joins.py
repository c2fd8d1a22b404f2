"""Tails that belong to the sentence before the stop: how the two go together again."""

from __future__ import annotations

from cleanup.findings import Candidate, Edit, Proposal, Safety, flag
from cleanup.stops.clauses import before, has_verb
from cleanup.stops.stop import Stop, candidate, closes, first_words, join, propose, words
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

LONGEST_MOVED = 2  # words
GOING_ON = ("prepositions", "conjunctions", "relatives")


def hanging(stop: Stop, story: Story) -> Proposal | None:
    """ "the cooperatives and. the port": no sentence ends in such a word."""
    left = stop.left.of(story.text)
    short = story.lexicons.pattern("cut-word").search(story.text, before(stop, story).start, stop.dot.start)
    if stop.closing or not (short or left in story.lexicons.words("open-ended")):
        return None
    why = f"No sentence ends in '{short.group() if short else left}'"
    return propose("cut-sentence", stop, why, candidate(Safety.SAFE, 0.97, join(stop, story)))


def measured(stop: Stop, story: Story) -> Proposal | None:
    """ "1,200 million dollars. a year" and "the 18th century. all": Slavic and Romance engines end abbreviations."""
    if stop.closing:
        return None
    rate = story.lexicons.pattern("rate").match(story.text, stop.tail.start)
    ordinal = story.lexicons.pattern("ordinal-century").search(story.text, max(stop.left.start - 12, 0), stop.left.stop)
    if not rate and not ordinal:
        return None
    why = f"'{rate.group()}' says how often" if rate else "The original abbreviates 'century', with a stop"
    first = first_words(stop, story)[0]
    certain = rate or any(first in story.lexicons.words(name) for name in ("century-goes-on", *GOING_ON))
    safety = Safety.SAFE if certain else Safety.SUGGEST  # in German order a verb may follow that stood elsewhere
    return propose("cut-sentence", stop, why, candidate(safety, 0.95 if certain else 0.6, join(stop, story)))


def abbreviated(stop: Stop, story: Story) -> Proposal | None:
    """ "550 thousand. hectares", "3 kopecks. higher" and "In 2015. owners": the original's "тыс.", "коп." and "г."."""
    if stop.closing or story.source_language not in story.lexicons.words("abbreviating-languages"):
        return None
    start = before(stop, story).start
    patterns = (story.lexicons.pattern("cut-measure"), story.lexicons.pattern("cut-year"))
    cut = next((match for pattern in patterns if (match := pattern.search(story.text, start, stop.dot.start))), None)
    first = first_words(stop, story)[0]
    if cut is None or any(first in story.lexicons.words(name) for name in ("articles", "infinitive-mark")):
        return None
    if first in story.lexicons.words("subjects") and has_verb(before(stop, story), story):
        return None  # two whole sentences
    why = f"The original abbreviates the end of '{cut.group()}', with a stop"
    return propose("cut-sentence", stop, why, candidate(Safety.SAFE, 0.95, join(stop, story)))


def lasting(stop: Stop, story: Story) -> Proposal | None:
    """ "racial quotas for applicants. more than 20 years." lost its preposition."""
    if stop.closing or not story.lexicons.pattern("duration").match(stop.tail.of(story.text)):
        return None
    if not closes(stop, story):
        return None
    start = story.sentence_of(stop.left.start).start
    perfect = story.lexicons.pattern("perfect").search(story.text, start, stop.left.start)
    safety, confidence = (Safety.SAFE, 0.9) if perfect else (Safety.FLUENCY, 0.7)
    detail = f"'{perfect.group()}' wants to know for how long" if perfect else "a length of time"
    why = "A length of time was cut off from its sentence"
    edit = join(stop, story, " for")
    return propose("lost-preposition", stop, why, candidate(safety, confidence, edit, detail=detail))


def doubtful(stop: Stop, story: Story) -> Proposal | None:
    """Any other tail: join it, put a comma, or move it before its noun; which, is not for a rule to say."""
    if _stray(stop, story):
        why = "A word or two stand after the stop that no reading of the sentence has a place for"
        return flag("breaks.stray-tail", Category.BOGUS_STOP, stop.cut, why)
    joined = candidate(Safety.FLUENCY, 0.4, join(stop, story))
    comma = candidate(Safety.FLUENCY, 0.3, join(stop, story, ","))
    moved = _moved(stop, story)
    why = "A full stop stands in mid-sentence, or a sentence begins in lower case"
    return propose("cut-sentence", stop, why, *([moved, joined] if moved else [joined, comma]))


def _stray(stop: Stop, story: Story) -> bool:
    """Whether a short tail follows a word that takes none before or behind it: "to get rid of them. procure."."""
    short = len(words(stop.tail.of(story.text))) <= LONGEST_MOVED and closes(stop, story)
    left = stop.left.of(story.text)
    alone = short and not stop.closing and (left.lower() in story.lexicons.words("takes-nothing") or left[0].isdigit())
    return alone or verbs_left(stop, story)


def verbs_left(stop: Stop, story: Story) -> bool:
    """Whether the tail is but the verbs that end a German clause: "had been.", "to commemorate."."""
    tail = words(stop.tail.of(story.text))
    short = len(tail) <= LONGEST_MOVED and closes(stop, story)
    infinitive = len(tail) == LONGEST_MOVED and tail[0] in story.lexicons.words("infinitive-mark")
    return short and (infinitive or story.lexicons.words("auxiliaries").issuperset(tail))


def _moved(stop: Stop, story: Story) -> Candidate | None:
    """ "an international competition. swimming." -> "an international swimming competition."."""
    tail = stop.tail.of(story.text)
    if stop.closing or len(words(tail)) > LONGEST_MOVED or not closes(stop, story):
        return None
    before = Edit(Span(stop.left.start, stop.left.start), f"{tail} ")
    detail = "the tail belongs before its noun"
    return candidate(Safety.FLUENCY, 0.5, before, Edit(stop.debris, ""), detail=detail)
