"""Which model translates a story: the one asked for, else one that was added, else the one that comes along."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from cleanup.errors import ModelError
from cleanup.paths import reference_folder
from cleanup.reference.interpreters import NONE
from cleanup.reference.store import Store, models_folder
from cleanup.reference.translator import Translator


def choose(source: str, target: str, asked: str | None = None, threads: int = 0) -> Translator | None:
    """Return the translator of a pair; None where there is none, or none is asked for.

    `asked` is a model's name, its folder, or "none"; `threads` how many it works with, 0 for as many as cores. Raises
    ModelError where what is asked for is not there, is broken or translates other languages; a model that nobody asked
    for and that is broken is passed over.
    """
    if asked == NONE:
        return None
    if asked:
        return Translator(folder_of(asked), source, target, threads)
    return next(_fitting(source, target, threads), None)


def embedded() -> list[Path]:
    """Return the folders of the translation models that come with cleanup."""
    return sorted(folder for folder in reference_folder().glob("??-??") if folder.is_dir())


def folder_of(asked: str) -> Path:
    """Return the folder of a model by its name or its folder; raises ModelError where there is none."""
    if Path(asked).is_dir():
        return Path(asked)
    store = Store(models_folder())
    along = {folder.name: folder for folder in embedded()}
    return along[asked] if asked in along and asked not in store.names() else store.open(asked).folder


def _fitting(source: str, target: str, threads: int) -> Iterator[Translator]:
    store = Store(models_folder())
    for folder in (*(store.folder / name for name in store.names()), *embedded()):
        with suppress(ModelError):
            yield Translator(folder, source, target, threads)
