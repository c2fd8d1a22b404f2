"""`cleanup models`: list, add, remove, show and verify translation models."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from cleanup.cli import output
from cleanup.cli.rules import or_help
from cleanup.errors import ConfigError, ModelError
from cleanup.reference import known, package
from cleanup.reference.choice import embedded
from cleanup.reference.package import Package
from cleanup.reference.store import RECORD, Store, models_folder
from cleanup.reference.translator import check

app = typer.Typer()

PAIR = re.compile(r"[a-z]{2,3}-[a-z]{2,3}")
Name = Annotated[str, typer.Argument(help="The model's name, as `cleanup models list` has it.")]
Replace = Annotated[bool, typer.Option("--replace", help="Take the place of a model of the same name.")]


@app.callback(invoke_without_command=True)
def begin(context: typer.Context) -> None:
    """List, add, remove, show and verify translation models."""
    or_help(context)


@app.command("list")
def list_() -> None:
    """List the models that are here: name, languages, size, where from; then those known by name."""
    store, here = _store(), set()
    for name, found, origin in _installed(store):
        here.add(name)
        output.write(f"{name:12} {_pairs(found):24} {_megabytes(_bytes(found.folder)):>8}  {origin}\n")
    for name, one in known.packages().items():
        if name not in here:
            output.write(f"{name:12} {'to be added':24} {_megabytes(one.bytes):>8}  {one.address}\n")


@app.command()
def add(
    model: Annotated[str, typer.Argument(metavar="FILE|DIR|URL|PAIR", help="An .argosmodel, a folder, or fr-en.")],
    replace: Replace = False,
    sha256: Annotated[str | None, typer.Option(metavar="HEX", help="What the archive's SHA-256 must be.")] = None,
) -> None:
    """Add a model: from a file or a folder, from an address, or by its pair where it is known."""
    store = _store()
    if re.match(r"https?://", model):
        name = _fetch(store, model, sha256, replace)
    elif Path(model).is_dir():
        name = store.add_folder(Path(model), replace)
    elif PAIR.fullmatch(model) and not Path(model).exists():
        one = known.packages().get(model)
        if one is None:
            raise ConfigError(f"'{model}': no package of this pair is known; give a file, a folder or an address")
        name = _fetch(store, one.address, one.sha256, replace)
    else:
        name = store.add_file(Path(model), replace, sha256)
    output.write(f"{name} {_pairs(store.open(name))}\n")


@app.command()
def remove(name: Name) -> None:
    """Remove a model that was added."""
    _store().remove(name)


@app.command()
def show(name: Name) -> None:
    """Print what is known of a model: languages, kind, where it came from, its files and their checksums."""
    store = _store()
    found, origin = next(((f, o) for n, f, o in reversed(_installed(store)) if n == name), (None, ""))
    if found is None:
        found = store.open(name)
    lines = {
        "folder": found.folder,
        "languages": _pairs(found),
        "family": found.family.value,
        "version": found.version or "not said",
        "licence": found.licence or "not said",
        "from": origin,
    }
    output.write("".join(f"{key:10} {value}\n" for key, value in lines.items()))
    if (found.folder / RECORD).is_file():
        record = store.record(name)
        output.write(f"{'added':10} {record.added}\n{'archive':10} {record.archive or 'none'}\n")
        output.write("".join(f"{sum_}  {file}\n" for file, sum_ in record.files.items()))


@app.command()
def verify(name: Annotated[str | None, typer.Argument(help="A model's name; all of them when absent.")] = None) -> None:
    """Compare each file with its checksum and load the model; exit 1 when one is not as it was."""
    store = _store()
    names = [name] if name else store.names()
    faults = [fault for one in names for fault in _faults(store, one)]
    output.write("".join(f"{fault}\n" for fault in faults))
    raise typer.Exit(1 if faults else 0)


def _faults(store: Store, name: str) -> list[str]:
    """Return what is wrong with a model, and say so where nothing is."""
    found = store.faults(name)
    if not found:
        try:
            check(store.open(name))
        except ModelError as error:
            return [str(error)]
        output.write(f"{name}: whole\n")
    return found


def _store() -> Store:
    return Store(models_folder())


def _installed(store: Store) -> list[tuple[str, Package, str]]:
    """Return the models that come along and those that were added; one that is broken is told of and left out."""
    found = [(folder.name, package.read(folder), "comes along") for folder in embedded()]
    for name in store.names():
        try:
            found.append((name, store.open(name), store.record(name).origin))
        except ModelError as error:
            output.say(f"cleanup: {error}")
    return found


def _pairs(found: Package) -> str:
    many = len(found.sources) * len(found.targets) > 4  # noqa: PLR2004  a line has room for so many
    if many:
        return f"{len(found.sources)} to {len(found.targets)} languages"
    return " ".join(f"{one}-{other}" for one in found.sources for other in found.targets if one != other)


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _megabytes(count: int) -> str:
    return f"{count / 1e6:.1f} MB"


def _fetch(store: Store, address: str, sha256: str | None, replace: bool) -> str:
    """Fetch and add a model, with a bar on stderr where somebody looks at it."""
    from rich.console import Console  # noqa: PLC0415  only this command draws
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn  # noqa: PLC0415

    columns = TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn()
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(address.rpartition("/")[2], total=None)
        return store.add_address(
            address, lambda here, total: bar.update(task, completed=here, total=total), sha256, replace
        )
