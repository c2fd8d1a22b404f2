"""A recogniser of names, where a desk asks for one: a spaCy pipeline says which names are people, places and bodies.

It is evidence, never a need, and evidence for a name only: small pipelines take the names that engines spoilt for
whatever they like, so nothing that the story itself proves is given up because one says otherwise. Without it,
everything works, and the report says that it was not consulted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from threading import Lock
from typing import Any


class Kind(StrEnum):
    """What a name names."""

    PERSON = "person"
    PLACE = "place"
    BODY = "body"


Kinds = Mapping[str, Kind]  # by names, as the story writes them
# The labels of spaCy's pipelines: OntoNotes, WikiNER, and those of single languages.
_LABELS = {
    "PERSON": Kind.PERSON, "PER": Kind.PERSON, "persName": Kind.PERSON,
    "GPE": Kind.PLACE, "LOC": Kind.PLACE, "FAC": Kind.PLACE, "placeName": Kind.PLACE, "geogName": Kind.PLACE,
    "ORG": Kind.BODY, "orgName": Kind.BODY,
}  # fmt: skip
_UNUSED = ("parser", "lemmatizer", "attribute_ruler", "tagger", "morphologizer", "textcat")
_ABSENT = "spaCy is not installed (pip install 'cleanup[ner]')"


class Recogniser:
    """The spaCy pipeline `name`, a package or a folder; None for none. Read when first asked, from any thread."""

    def __init__(self, name: str | None) -> None:
        self._name = name
        self._lock = Lock()
        self._pipeline: Any = None
        self._missing: str | None = None

    def kinds(self, text: str, language: str) -> tuple[Kinds, str | None]:
        """Return what the names of a text name; none, and what there is to say, where nobody can be asked."""
        if self._name is None:
            return {}, None
        with self._lock:
            if self._pipeline is None and self._missing is None:
                self._pipeline, self._missing = _loaded(self._name)
        if self._pipeline is None:
            return {}, f"ner: {self._missing}"
        if self._pipeline.lang not in (language, "xx"):
            return {}, f"ner: '{self._name}' does not read {language}"
        return told((entity.text, entity.label_) for entity in self._pipeline(text).ents), None


def told(entities: Iterable[tuple[str, str]]) -> Kinds:
    """Return the kind of each name, and of a person's last word, by its labels, but for what is called two things."""
    found: defaultdict[str, set[Kind]] = defaultdict(set)
    for text, label in entities:
        if kind := _LABELS.get(label):
            words = text.removesuffix("’s").removesuffix("'s").split()
            last = words[-1:] if kind is Kind.PERSON else []
            for name in {" ".join(words), *last} - {""}:
                found[name].add(kind)
    return {name: next(iter(kinds)) for name, kinds in found.items() if len(kinds) == 1}


def _loaded(name: str) -> tuple[Any, str | None]:
    """Return a spaCy pipeline that knows names, else None and why not."""
    try:
        import spacy  # noqa: PLC0415 - dear to load, and few ask
    except ImportError:
        return None, _ABSENT
    try:
        pipeline = spacy.load(name, exclude=_UNUSED)
    except (OSError, ValueError, ImportError) as error:
        return None, f"'{name}' is no spaCy pipeline that can be read: {str(error).partition(chr(10))[0]}"
    known = {"ner", "entity_ruler", "span_ruler"} & set(pipeline.pipe_names)
    return (pipeline, None) if known else (None, f"'{name}' knows no names")
