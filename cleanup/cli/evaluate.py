"""`cleanup eval`: what the rules come to on real copy."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from cleanup import evaluation, rulebook
from cleanup.batch import feeds
from cleanup.cli import output
from cleanup.cli.flags import with_settings
from cleanup.findings import Safety
from cleanup.paths import rules_folder
from cleanup.rulebook import Rule, measured
from cleanup.rulebook.measured import Tally
from cleanup.settings import Resolved

app = typer.Typer()


@app.callback()
def group() -> None:
    """Measure on real copy."""


@app.command("rules")
@with_settings
def rules_(
    resolved: Resolved,
    *,
    paths: Annotated[
        list[Path], typer.Argument(metavar="MT", help="JSON lines of machine translation, named as news.fr-en.jsonl.")
    ],
    clean: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="What people wrote; may be repeated.")
    ] = None,
    system: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Only this one's translations.")] = None,
    output_: Annotated[Path | None, typer.Option("--output", "-o", metavar="TABLE", help="Write a table too.")] = None,
) -> None:
    """Run every rule alone over translations and clean text: hits, what references say of its edits, time.

    Exit 1 when a rule that is applied on its own word disagrees with references or touches clean text.
    """
    feeds.check([*paths, *(clean or ())])
    settings = resolved.settings
    folders = (rules_folder(), *(Path(folder) for folder in settings.rules))
    rules = [rule for rule in rulebook.load(folders) if settings.policy.wants(rule.name)]
    language = settings.language or "en"
    translated = evaluation.translations(paths, system or (), settings.source_language)
    if clean:  # then originals in that language are not needed; those of test sets are not free of slips
        translated = (s for s in translated if s.source is not None or s.language != language)
    samples = chain(translated, evaluation.clean(clean or (), language))
    tallies = evaluation.tally(rules, folders, samples)
    output.write(f"{'rule':48} {'safety':8} {'hits':>5} {'agree':>5} {'not':>4} {'share':>6} {'clean':>5} {'ms':>6}\n")
    for rule in rules:
        output.write(_row(rule, tallies[rule.name]))
    if output_:
        measured.write(output_, rules, tallies)
    bad = [r for r in rules if r.file.safety is Safety.SAFE and not tallies[r.name].allows_safe()]
    hits = sum(tally.hits for tally in tallies.values())
    output.say(f"rules: {len(rules)}; hits: {hits}; safe that ought not to be: {len(bad)}")
    raise typer.Exit(1 if bad else 0)


def _row(rule: Rule, tally: Tally) -> str:
    share = "" if tally.agreement is None else f"{tally.agreement:.0%}"
    return (
        f"{rule.name:48} {rule.file.safety:8} {tally.hits:5} {tally.agree:5} {tally.disagree:4} {share:>6} "
        f"{tally.clean:5} {1000 * tally.seconds:6.0f}\n"
    )
