"""The same word or words twice in a row, and where people mean it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cleanup.detectors.repeats import LONGEST, SHORTEST, _twice
from detectors.verdicts import Remark, Repair, applied, left_alone, remarked

APPLIED: list[Repair] = [
    ("repeats.word", "fr", "It is the the mayor.", "It is the mayor."),
    ("repeats.word", "fr", "It is the the the mayor.", "It is the mayor."),
    ("repeats.word", "de", "One of of them left.", "One of them left."),
    ("repeats.word", "de", "They sat in a a car.", "They sat in a car."),
    ("repeats.word", "es", "They went to the the hill.", "They went to the hill."),
    ("repeats.word", "es", "He and and she left.", "He and she left."),
    ("repeats.word", "ru", "The telescope telescope left.", "The telescope left."),
    ("repeats.word", "ru", "They spoke of of him.", "They spoke of him."),
    ("repeats.word", "ru", "It was the\u00a0the end.", "It was the end."),
    ("repeats.word", "fr", "They want their their money.", "They want their money."),
    ("repeats.word", "fr", "He called a meeting meeting on Monday.", "He called a meeting on Monday."),
    ("repeats.site-name", "", "Rain expected — Morning Post - Morning Post", "Rain expected - Morning Post"),
    ("repeats.site-name", "fr", "Rain expected | Lyon Today | Lyon Today", "Rain expected | Lyon Today"),
]

APPLIED_PHRASES: list[Repair] = [
    (
        "repeats.teaser",
        "ar",
        "Portal for News Portal for News The mayor spoke. Portal for News Do not buy this car during the…",
        "Portal for News The mayor spoke.",
    ),
    ("repeats.phrase", "ar", "Portal for News Portal for News The mayor spoke.", "Portal for News The mayor spoke."),
    (
        "repeats.phrase",
        "es",
        "On the side of the Atlantic of the Atlantic it rained.",
        "On the side of the Atlantic it rained.",
    ),
]
REMARKED: list[Remark] = [
    ("repeats.word", "", "It is the the mayor."),
    ("repeats.word", "", "The soldiers soldiers left."),
    ("repeats.word", "fr", "The old dog dog sang."),
    ("repeats.phrase", "", "The Arab Portal for News Arab Portal for News wrote so."),
    ("repeats.phrase", "fr", "They went to the sea went to the sea again."),
    ("repeats.phrase", "fr", "It is for the textile industry and the fashion industry and the fashion world."),
    ("repeats.phrase", "fr", "When we do it we do it with care."),
    ("repeats.phrase", "fr", "It is but a factor of a factor of a factor, he said."),
    (
        "repeats.phrase",
        "de",
        "They sued British American Tobacco, Britain’s Imperial Tobacco, Britain’s Imperial Foods.",
    ),
]

SILENT: list[tuple[str, str]] = [
    ("fr", "He had had enough."),
    ("fr", "They knew that that was so."),
    ("fr", "It was very very cold."),
    ("fr", "“No no no,” she said."),
    ("fr", "What happened happened."),
    ("fr", "Blah blah blah."),
    ("fr", "They walked on and on."),
    ("fr", "Pago Pago and Bora Bora."),
    ("fr", "The the-best plan."),
    ("fr", "It was theirs, theirs alone."),
    ("fr", "It ended. Ended is the word."),
    ("fr", "Duran Duran and Talk Talk sang."),
    ("fr", "A long long time ago."),
    ("fr", "The plan — Red Line - Blue Line"),
]


test_applied = applied(APPLIED)
test_suggested_or_flagged = remarked(REMARKED)
test_phrases_applied = applied(APPLIED_PHRASES)
test_left_alone = left_alone(SILENT)


def _read_word_by_word(words: list[str]) -> list[tuple[int, int]]:
    """Return what `_twice` does, as one would look for it: from where the same three words stood last."""
    found, last = [], dict[tuple[str, ...], int]()
    for index in range(len(words) - SHORTEST + 1):
        three = tuple(words[index : index + SHORTEST])
        length = index - last.get(three, -LONGEST - 1)
        if SHORTEST <= length <= LONGEST and words[index - length : index] == words[index : index + length]:
            found.append((index, length))
        last[three] = index
    return found


@given(st.lists(st.sampled_from("abc"), max_size=40))
def test_phrases_said_twice_are_those_that_a_reader_finds(words: list[str]) -> None:
    assert _twice(words) == _read_word_by_word(words)
