"""How fast cleanup is beside proselint and Harper: `python tests/bench/speed.py [clean-news.jsonl.gz]`.

Install the others first, with pip 25.1 or later: `pip install --group bench`. Those not installed are skipped. The file
has one story a line, under "text"; without one the stories of corpora/ serve.

First table, a whole process on corpora/stories/fr-summit.txt: its wall time (median of the runs, and from the fastest
to the slowest), its processor time, which tells more on a machine that others use too, and the most memory it held.
Harper comes without a command: what is run is its import and one `lint`. Then how long reading and indexing all rules
takes in a fresh process; how many words a second of processor time one cleaner does when it sees the stories first, and
when it has seen them (patterns are loaded, and the model, when first wanted); and what a story of 600 words with ten
places for the model takes, with everything loaded. Last table, many stories in one process with everything loaded:
words a second of processor time (median of the rounds, and from the slowest to the fastest) and how many times as fast
cleanup was in the same round (median). All take turns, A B C A B C; each round has other stories of the file, and
freshly loaded tools. What they keep in their modules stays from round to round: cleanup's tables, and the 500 regular
expressions that the `regex` package keeps compiled.

    one story, 9 runs       seconds            range  processor    MiB
    cleanup 0.1.0              5.53     4.81 to 6.37       1.50    213
    proselint 0.16.0           0.60     0.42 to 0.75       0.15     23
    harper-py 0.2.0            3.48     2.67 to 3.88       0.89    156

    500 stories, one cleaner: 79,467 words/s, and again 97,760

(That was beside work that took both cores; what follows is older, by the wall's clock, on an idle machine.)

    5 rounds of 100 stories      words/s              range  cleanup is
    cleanup 0.1.0                69,216   54,975 to 79,142        1.0×
    proselint 0.16.0             50,965   42,594 to 51,552        1.3×
    harper-py 0.2.0               4,708     3,029 to 5,864       13.1×
"""

# ruff: noqa: T201  a script that prints a table

from __future__ import annotations

import gzip
import json
import os
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median

STORIES = Path(__file__).parents[2] / "corpora" / "stories"
STORY = STORIES / "fr-summit.txt"
ROUNDS, STARTS = 5, 9
HARPER_ONCE = "import harper, pathlib, sys; harper.Linter().lint(pathlib.Path(sys.argv[1]).read_text('utf-8'))"

Check = Callable[[str], object]


@dataclass(frozen=True)
class Tool:
    """One of those compared: its package, what loads its check of a text, its command on a file."""

    package: str
    load: Callable[[], Check]
    command: tuple[str, ...]
    exit_codes: tuple[int, ...] = (0,)


@dataclass(frozen=True)
class Run:
    """What one process took."""

    seconds: float
    processor: float
    mebibytes: float


def _cleanup() -> Check:
    clean: Check = import_module("cleanup").Cleaner().clean
    return clean


@cache  # its registry is the process's: registered again, each check would run twice
def _proselint() -> Check:
    checks = import_module("proselint.checks").__register__
    import_module("proselint.registry").CheckRegistry().register_many(checks)
    file = import_module("proselint.tools").LintFile
    return lambda text: file("story", text).lint()


def _harper() -> Check:
    harper = import_module("harper")
    linter = harper.Linter()
    return lambda text: linter.lint(text, language=harper.Language.PLAINTEXT)


def _script(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


TOOLS = (
    Tool("cleanup", _cleanup, (_script("cleanup"), "fix")),
    Tool("proselint", _proselint, (_script("proselint"), "check"), exit_codes=(0, 1)),
    Tool("harper-py", _harper, (sys.executable, "-c", HARPER_ONCE)),
)


def installed(tools: Iterable[Tool]) -> dict[str, Tool]:
    """The tools that can be run, by name and version; a line for each of the others."""
    found = {}
    for tool in tools:
        try:
            found[f"{tool.package} {version(tool.package)}"] = tool
        except PackageNotFoundError:
            print(f"{tool.package} is not installed: skipped")
    return found


def stories(path: Path | None) -> list[list[str]]:
    """The texts of each round: a share of the file's, or all that come with cleanup every time."""
    if path is None:
        return [[story.read_text("utf-8") for story in sorted(STORIES.glob("*.txt"))]] * ROUNDS
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    return [texts[i::ROUNDS] for i in range(ROUNDS)]


def start(tool: Tool, story: Path) -> Run:
    """Run a tool's command to its end, its output thrown away."""
    command = (*tool.command, str(story))
    silence = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1, 2)]
    began = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=silence)
    _, status, used = os.wait4(process, 0)
    seconds = time.perf_counter() - began
    if os.waitstatus_to_exitcode(status) not in tool.exit_codes:
        sys.exit(f"failed: {' '.join(command)}")
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10))


def speed(check: Check, texts: list[str]) -> float:
    """Words a second of processor time, once everything is loaded that a story needs."""
    check(STORY.read_text("utf-8"))
    began = time.process_time()
    for text in texts:
        check(text)
    return sum(len(text.split()) for text in texts) / (time.process_time() - began)


def print_starts(tools: dict[str, Tool]) -> None:
    """Print the first table."""
    runs: dict[str, list[Run]] = {name: [] for name in tools}
    for _ in range(STARTS):
        for name, tool in tools.items():
            runs[name].append(start(tool, STORY))
    print(f"{'one story, ' + str(STARTS) + ' runs':22}{'seconds':>9}{'range':>17}{'processor':>11}{'MiB':>7}")
    for name, taken in runs.items():
        seconds = [run.seconds for run in taken]
        span = f"{min(seconds):.2f} to {max(seconds):.2f}"
        processor = median(run.processor for run in taken)
        print(f"{name:22}{median(seconds):9.2f}{span:>17}{processor:11.2f}{max(run.mebibytes for run in taken):7.0f}")


def print_speeds(tools: dict[str, Tool], rounds: list[list[str]]) -> None:
    """Print the second table."""
    speeds: dict[str, list[float]] = {name: [] for name in tools}
    for texts in rounds:
        for name, tool in tools.items():
            speeds[name].append(speed(tool.load(), texts))
    print(f"{len(rounds)} rounds of {len(rounds[0])} stories{'words/s':>13}{'range':>19}{'cleanup is':>12}")
    ours = next(iter(speeds.values()))
    for name, found in speeds.items():
        span = f"{min(found):,.0f} to {max(found):,.0f}"
        times = median(a / b for a, b in zip(ours, found, strict=True))
        print(f"{name:24}{median(found):11,.0f}{span:>19}{times:11.1f}×")


def print_packs(rounds: list[list[str]]) -> None:
    """Print the third table."""
    rulebook, matching, paths = (
        import_module(f"cleanup.{name}") for name in ("rulebook", "rulebook.matching", "paths")
    )
    began = time.perf_counter()
    rules = rulebook.load([paths.rules_folder()])
    read = time.perf_counter()
    matching.Matcher([rule for rule in rules if rule.target == "en"])
    print(
        f"{len(rules)} rules read: {read - began:.3f} s; those for English indexed: {time.perf_counter() - read:.3f} s"
    )
    check, texts = _cleanup(), [text for texts in rounds for text in texts]
    first, then = speed(check, texts), speed(check, texts)
    print(f"{len(texts)} stories, one cleaner: {first:,.0f} words/s, and again {then:,.0f}")


def print_marked() -> None:
    """Print what a story of 600 words with ten marked sentences takes, with everything loaded."""
    bench, made = import_module("fluency"), import_module("cleanup").Cleaner
    rules, both = made(language="en", model=None), made(language="en")
    clocks = ((100, "", time.perf_counter), (200, " of processor time", time.process_time))
    for first, name, clock in clocks:  # stories that were not seen before: the model remembers what it weighed
        alone, asked = (1000 * bench.seconds(cleaner.clean, first, clock) for cleaner in (rules, both))
        print(f"ten marked sentences: rules {alone:.0f} ms, with the model {asked:.0f} ms{name}")


def main(paths: list[str]) -> None:
    """Print the tables."""
    tools = installed(TOOLS)
    print_starts(tools)  # first: Linux counts the memory of the parent at the start as the child's own
    print()
    rounds = stories(Path(paths[0]) if paths else None)
    print_packs(rounds)  # before the second table, which reads the rules too
    print_marked()
    print()
    print_speeds(tools, rounds)


if __name__ == "__main__":
    main(sys.argv[1:])
