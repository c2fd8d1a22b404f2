"""The steps, joined: read, detect, decide. No input or output happens here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from cleanup import detectors, originals, plugs
from cleanup.alignment.reference import Translator
from cleanup.errors import ConfigError
from cleanup.findings import Proposal, Safety
from cleanup.fluency import Fluency
from cleanup.hearing import Hearing
from cleanup.language import forms, identification, origins
from cleanup.language.lexicons import Lexicons
from cleanup.paths import fluency_folder, rules_folder
from cleanup.policy import Policy, decide
from cleanup.policy.settling import settle
from cleanup.recognition import Recogniser
from cleanup.reference.interpreters import NONE, Interpreters
from cleanup.report import Language, Report
from cleanup.rulebook import load, targets
from cleanup.rulebook.matching import Hit, Matcher
from cleanup.story import Story
from cleanup.text import Document
from cleanup.variants import in_style, read_style

NATS = {Safety.SAFE: 3.0, Safety.FLUENCY: 1.5, Safety.SUGGEST: 1.0, Safety.FLAG: 0.5}
EMBEDDED = fluency_folder()
_CODE = re.compile(r"(?P<language>[a-z]{2,3})(?:[-_][a-z0-9]+)*", re.IGNORECASE)


@dataclass(frozen=True)
class Pack:
    """What there is for copy in one language: its tables, and its rules behind an index."""

    lexicons: Lexicons
    matcher: Matcher


class Cleaner:
    """Rules and detectors, loaded once; `clean` may be called from any thread.

    Copy is cleaned in every language into which a folder `<source>-<target>` of rules or lexicons leads.

    `source_language` and `language` are ISO 639-1 codes of the original and of the copy, guessed when None.
    `model` is the folder of the fluency model, None for none; it is read when a story first needs it. A `deep` cleaner
    also flags what the model finds very unlikely. `style` is a house style, by its name or its file. `translator`, or
    one of several, translates originals: what it says of a marked sentence is evidence; with `full` it translates all,
    which helps to align original and copy. `ner` is a spaCy pipeline, a package or a folder, that tells people, places
    and bodies among the names.

    Raises RuleError when a folder in `rules` holds a rule or a lexicon that breaks its format, and ConfigError for a
    language that is no code or a style that is not known.
    """

    def __init__(  # noqa: PLR0913 - all that a desk may say, each by name
        self,
        source_language: str | None = None,
        language: str | None = None,
        *,
        rules: Sequence[Path] = (),
        policy: Policy | None = None,
        model: Path | None = EMBEDDED,
        deep: bool = False,
        style: str | None = None,
        translator: Translator | Interpreters | None = None,
        full: bool = False,
        ner: str | None = None,
    ) -> None:
        folders = (rules_folder(), *rules)
        self.source_language = checked_code(source_language)
        self.language = checked_code(language)
        self.policy = policy or Policy()
        self._folders = folders
        self._lexicons = {target: Lexicons(folders, target) for target in sorted(targets(folders))}
        for lexicons in (Lexicons(folders, "any"), *self._lexicons.values()):
            lexicons.load(ours=False)
            forms.of(lexicons)
        self._rules = [rule for rule in load(folders) if self.policy.wants(rule.name)]
        self._packs: dict[str, Pack] = {}
        self._leading: dict[str | None, frozenset[str]] = {}
        self._lock = Lock()
        interpreters = translator if isinstance(translator, Interpreters) else Interpreters(NONE, only=translator)
        self._hearing = Hearing(Fluency(model, chosen=model != EMBEDDED), interpreters, Recogniser(ner), deep, full)
        styled = [each for each in self._lexicons.values() if style and each.rows("variants")]
        self._styles = {each.target: read_style(style, each) for each in styled if style}
        self._detectors = plugs.every(detectors)

    def under(self, policy: Policy) -> Cleaner:
        """Return this cleaner with `policy` within its own, which can only narrow the rules; all loaded is shared."""
        other = copy(self)
        other.policy = replace(policy, within=self.policy)
        return other

    def clean(
        self,
        text: str | Document,
        source: str | None = None,
        *,
        id: str = "",  # noqa: A002 - the report's own word
        language: str | None = None,
        source_language: str | None = None,
    ) -> Report:
        """Return what is wrong with a story and what was done about it; our tables are read once each."""
        document = text if isinstance(text, Document) else Document.plain(text)
        given = source_language or self.source_language
        return replace(settle(document, lambda d: self._once(d, source, language, given)), id=id)

    def _once(self, document: Document, source: str | None, language: str | None, given: str | None) -> Report:
        copy = self._language(document, language, checked_code(given))
        pack = self._pack(copy.code)
        if pack is None:
            unknown = f"rules: none for copy in {copy.code or 'a language that could not be told'}"
            return Report(document, (), copy, _stated(given), (unknown,))
        story = Story(document, pack.lexicons, style=self._styles.get(pack.lexicons.target, {}))
        hits, late = pack.matcher.match(story, checked_code(given))
        original = _stated(given) if given else _guess(story, hits, source)
        if given or originals.there(source):
            story = replace(story, source_language=original.code)
        story, unfit = self._hearing.beside(story, source)
        proposals = [in_style(p, story) for p in (*_relevant(hits, original), *self._detect(story))]
        weighed = self._hearing.weigh([p for p in proposals if self.policy.wants(p.finding.rule)], story)
        decisions = decide(weighed.proposals, story, self.policy, weighed.margins)
        missing = (*unfit, *weighed.missing, *(f"{rule}: out of time" for rule in late))
        return Report(document, decisions, copy, original, missing)

    def _pack(self, target: str | None) -> Pack | None:
        """Return what there is for copy in `target`, made when the first story in it comes."""
        if target not in self._lexicons:
            return None
        with self._lock:
            if target not in self._packs:
                rules = [rule for rule in self._rules if rule.target == target]
                self._packs[target] = Pack(self._lexicons[target], Matcher(rules))
            return self._packs[target]

    def _language(self, document: Document, said: str | None, given: str | None) -> Language:
        code = said or self.language
        return _stated(code) if code else identification.identify(document.text, given, self._led_to(given))

    def _led_to(self, source: str | None) -> frozenset[str]:
        """Return the languages into which copy from `source` may have been translated."""
        if source not in self._leading:
            self._leading[source] = targets(self._folders, source)
        return self._leading[source]

    def _detect(self, story: Story) -> Iterable[Proposal]:
        for detector in self._detectors:
            yield from detector.detect(story)


def checked_code(said: str | None) -> str | None:
    """Return the ISO 639 code in what was said, such as "pt" in "pt-BR"; raises ConfigError when it is none."""
    if not said:
        return None
    code = _CODE.fullmatch(said)
    if code is None:
        raise ConfigError(f"'{said}' is no language code; say fr, de, pt-BR or the like")
    return code["language"].lower()


def _stated(said: str | None) -> Language:
    return Language(checked_code(said), 1.0 if said else 0.0, guessed=False)


def _guess(story: Story, hits: Sequence[Hit], source: str | None) -> Language:
    """Return the original's language: of its text where there is one, else from what it left behind.

    A guess from traces decides which suggestions are made, never whether an edit is: repairs remove traces, so a
    story cleaned twice would be guessed anew and changed again.
    """
    if source and originals.there(source):
        return identification.identify(source)
    clues = [(code, NATS[hit.rule.file.safety] / len(hit.rule.sources)) for hit in hits for code in hit.rule.sources]
    return origins.guess_source([*origins.traces(story.encodable, story.language), *clues], story.language)


def _relevant(hits: Sequence[Hit], original: Language) -> list[Proposal]:
    """Return what rules propose that fit the original; one that is safe alone need not know it."""
    return [
        _only_suggested(hit.proposal) if hit.rule.sources and original.guessed else hit.proposal
        for hit in hits
        if not hit.rule.sources
        or original.code in hit.rule.sources
        or (original.guessed and hit.rule.file.safety is Safety.SAFE)
    ]


def _only_suggested(proposal: Proposal) -> Proposal:
    """Return the proposal with what a fluency model may choose in a kind of which nothing is applied."""
    candidates = (replace(c, kind=f"{c.kind}:guessed") if c.kind else c for c in proposal.candidates)
    return replace(proposal, candidates=tuple(candidates))
