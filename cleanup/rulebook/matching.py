"""All rules at once over a text: an index of literals says which few can match, `regex` runs only those."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from string import Formatter
from time import perf_counter

import regex

from cleanup.articles import agreeing
from cleanup.findings import Candidate, Edit, Evidence, Finding, Proposal, Safety
from cleanup.language.folding import folded
from cleanup.language.inflection import Forms
from cleanup.language.lexicons import Lexicons
from cleanup.rulebook import Rule
from cleanup.rulebook.literals import Index
from cleanup.story import Story
from cleanup.text import Span

SECONDS_A_RULE = 1.0
LEAD = 40  # characters before a word that may tell its form


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule and what it proposes."""

    rule: Rule
    proposal: Proposal


class Matcher:
    """Rules behind an index of the rarest string of each. Nothing changes after it is built: threads can share it."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        first = [(number, rule.literals[0]) for number, rule in enumerate(self.rules) if rule.literals]
        self._always = {number for number, rule in enumerate(self.rules) if not rule.literals}
        self._cased = Index((number, some) for number, some in first if some.cased)
        self._folded = Index((number, some) for number, some in first if not some.cased)

    def places(self, story: Story, source: str | None = None) -> list[tuple[Rule, list[Span]]]:
        """Return the rules that can match, in their order, each with the paragraphs where it can, in theirs.

        Where the original's language is known, rules for others are not among them.
        """
        where: defaultdict[int, list[Span]] = defaultdict(list)
        for paragraph in story.paragraphs:
            text = paragraph.of(story.encodable)
            low = folded(text)
            for number in self._always | self._cased.owners(text) | self._folded.owners(low):
                rule = self.rules[number]
                if _is_for(rule, source) and all(some.stand_in(text, low) for some in rule.literals[1:]):
                    where[number].append(paragraph)
        return [(self.rules[number], where[number]) for number in sorted(where)]

    def match(self, story: Story, source: str | None = None) -> tuple[list[Hit], list[str]]:
        """Return what the rules propose, and the names of those that ran out of their time."""
        hits, late = [], []
        for rule, paragraphs in self.places(story, source):
            try:
                hits += [Hit(rule, proposal) for proposal in propose(rule, story, paragraphs)]
            except TimeoutError:
                late.append(rule.name)
        return hits, late


def _is_for(rule: Rule, source: str | None) -> bool:
    return not source or not rule.sources or source in rule.sources


def propose(rule: Rule, story: Story, paragraphs: Iterable[Span]) -> Iterator[Proposal]:
    """Yield what one rule proposes. Raises TimeoutError when it takes longer over a text than its budget."""
    text, detect = story.text, rule.file.detect
    if detect.story and not _has(text, detect.story):
        return
    for match in _matches(rule.pattern, text, paragraphs):
        span = Span(*match.span("bad" if "bad" in rule.pattern.groupindex else 0))
        if not len(span):
            continue
        if detect.near and not _has(story.paragraph_of(span.start).of(text), detect.near):
            continue
        if not _excepted(rule, story, span):
            yield _proposal(rule, story, match, span)


def _matches(pattern: regex.Pattern[str], text: str, spans: Iterable[Span]) -> Iterator[regex.Match[str]]:
    left = SECONDS_A_RULE
    for span in spans:
        started = perf_counter()
        yield from pattern.finditer(text, span.start, span.stop, timeout=left)
        left -= perf_counter() - started
        if left <= 0:
            raise TimeoutError


def _has(text: str, words: Sequence[str]) -> bool:
    """Whether one of the words stands in the text; a word may end in `*` for any ending."""
    return any(_word(word).search(text) for word in words)


@cache
def _word(word: str) -> regex.Pattern[str]:
    tail = r"\w*" if word.endswith("*") else ""
    return regex.compile(rf"(?i)(?<!\w){regex.escape(word.rstrip('*'))}{tail}(?!\w)")


def _excepted(rule: Rule, story: Story, span: Span) -> bool:
    if not rule.exceptions:
        return False
    paragraph = story.paragraph_of(span.start)
    return any(
        Span(*match.span()).overlaps(span)
        for pattern in rule.exceptions
        for match in pattern.finditer(story.text, paragraph.start, paragraph.stop, timeout=SECONDS_A_RULE)
    )


def _company(rule: Rule, story: Story, span: Span) -> Iterator[Evidence]:
    """Yield the words that the rule asked for, where it found them."""
    detect = rule.file.detect
    paragraph = story.paragraph_of(span.start).of(story.text)
    for text, words, where in ((paragraph, detect.near, "paragraph"), (story.text, detect.story, "story")):
        found = next((match for word in words if (match := _word(word).search(text))), None)
        if found:
            yield Evidence("story", f"'{found.group()}' stands in the {where}")


@cache
def forms(lexicons: Lexicons) -> Forms:
    """Return how the copy's language inflects, by its lexicon `inflections`."""
    return Forms.read(lexicons.rows("inflections"))


def _proposal(rule: Rule, story: Story, match: regex.Match[str], span: Span) -> Proposal:
    before = _bad(match)
    texts = dict.fromkeys(_fill(rule, template, match, story) for template in rule.file.candidates)
    evidence = tuple(_company(rule, story, span))
    kind = "sense" if rule.file.safety is Safety.FLUENCY else ""
    candidates = tuple(
        Candidate(
            (agreeing(story, Edit(span, text)),), rule.file.safety, rule.confidence, evidence, rule.file.licences, kind
        )
        for text in texts
        if text != before
    )
    finding = Finding(rule.name, rule.file.category, span, rule.file.why, rule.file.severity)
    return Proposal(finding, candidates, rule.confidence, proofs=tuple(rule.file.original.items()))


def _fill(rule: Rule, template: str, match: regex.Match[str], story: Story) -> str:
    """Return the template with the match's groups in it, in the case of what it replaces."""
    text = "".join(_pieces(template, match, story)) if "{" in template else template
    return text if not text or not rule.file.keep_case else _in_case_of(_bad(match), text)


def _pieces(template: str, match: regex.Match[str], story: Story) -> Iterator[str]:
    for literal, group, lemma, _ in Formatter().parse(template):
        yield literal
        if group is None:
            continue
        name: str | int = int(group) if group.isdigit() else group
        if lemma:
            before = match.string[max(0, match.start(name) - LEAD) : match.start(name)]
            yield forms(story.lexicons).inflected(lemma, match[name], before)
        else:
            yield match[name or 0] or ""


def _bad(match: regex.Match[str]) -> str:
    """Return what is replaced: the group `bad`, or all that the pattern met."""
    text: str = match["bad"] if "bad" in match.re.groupindex else match[0]
    return text


def _in_case_of(before: str, text: str) -> str:
    letters = [c for c in before if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return text.upper()
    if letters and letters[0].isupper() and text[0].islower():
        return text[0].upper() + text[1:]
    return text
