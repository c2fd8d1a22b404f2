"""The flags that several commands share, written once."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from cleanup.settings import Resolved, resolve

From = Annotated[
    str | None, typer.Option("--from", metavar="LANG", help="The original's language; guessed when absent.")
]
To = Annotated[str | None, typer.Option("--to", metavar="LANG", help="The copy's language; guessed when absent.")]
Select = Annotated[list[str] | None, typer.Option(metavar="GLOB", help="Only these rules; may be given again.")]
Ignore = Annotated[list[str] | None, typer.Option(metavar="GLOB", help="Not these rules; may be given again.")]
MinConfidence = Annotated[
    float | None, typer.Option(metavar="NUMBER", help="Refuse repairs less sure than this, 0 to 1.")
]
Suggestions = Annotated[
    bool | None, typer.Option("--suggestions/--no-suggestions", help="Apply the suggested ones too.")
]
Rules = Annotated[
    list[Path] | None, typer.Option(metavar="DIR", help="A folder of your own rules; may be given again.")
]
Config = Annotated[Path | None, typer.Option(metavar="FILE", help="The configuration to use, instead of the nearest.")]
Encoding = Annotated[str | None, typer.Option(metavar="NAME", help="The files' character set, where it is not UTF-8.")]

Model = Annotated[
    str | None, typer.Option(metavar="NAME|DIR|none", help="The fluency model; the one that comes along when absent.")
]
Deep = Annotated[bool | None, typer.Option("--deep/--no-deep", help="Flag what reads very unlike news English, too.")]

Style = Annotated[
    str | None, typer.Option(metavar="NAME|FILE", help="The house style: ap, reuters, guardian, afp, or a file.")
]

TranslatorModel = Annotated[
    str | None,
    typer.Option("--translator", metavar="NAME|DIR|none", help="The model that translates originals (cleanup models)."),
]
Full = Annotated[
    bool | None, typer.Option("--full/--no-full", help="Translate all of the original, not marked sentences alone.")
]
Threads = Annotated[int | None, typer.Option(min=0, metavar="N", help="Threads of the translator; 0: one a core.")]

Ner = Annotated[
    str | None, typer.Option(metavar="NAME|DIR", help="A spaCy pipeline to tell people, places and bodies by.")
]

SHARED: dict[str, Any] = {
    "source_language": From,
    "language": To,
    "select": Select,
    "ignore": Ignore,
    "min_confidence": MinConfidence,
    "suggestions": Suggestions,
    "rules": Rules,
    "model": Model,
    "deep": Deep,
    "style": Style,
    "translator": TranslatorModel,
    "full": Full,
    "threads": Threads,
    "ner": Ner,
    "encoding": Encoding,
    "config": Config,
}


def with_settings(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the shared flags; it takes what they come to as its first argument, a `Resolved`."""
    own = list(inspect.signature(command, eval_str=True).parameters.values())[1:]
    extra = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)
        for name, kind in SHARED.items()
    ]

    @wraps(command)
    def run(**values: Any) -> None:
        shared = {name: values.pop(name) for name in SHARED}
        command(_resolved(shared), **values)

    parameters = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own] + extra
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    return run


def _resolved(shared: dict[str, Any]) -> Resolved:
    config = shared.pop("config")
    rules = shared.pop("rules")
    shared["rules"] = [str(folder) for folder in rules] if rules else None
    return resolve(shared, config)
