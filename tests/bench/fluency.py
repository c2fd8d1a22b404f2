"""What the fluency model costs: a story of 600 words with ten places for it to weigh, and a cold start.

    python tests/bench/fluency.py

Prints medians of the time that a story takes with rules alone and with the model too (both loaded; each story differs
from the last, so that nothing is remembered), of `cleanup fix` on it from a cold start, and the peak memory of that.
"""

# ruff: noqa: T201  a script that prints figures

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import cleanup

ROUNDS = 15
HEALTHY = (
    "The council of {town} met for the {n}th time this year to discuss the budget. It has grown by four percent since "
    "the spring. The mayor told reporters that the talks would go on until the end of the week. Nobody left early."
)
WOUNDS = (
    "Pupils from {n} schools took part in an international competition. swimming.",
    "Engineers in {town} measured the level of bodily fluids. natural, such as sweat, in {n} volunteers.",
    "The {n} employees of the shop were put on the list. people accused of theft.",
    "She said the price would compensate for the fall. margins in {town}.",
    "The {n} deputies spoke of the donations. questionable in October.",
    "He lost {n} games in the first round. legislative elections followed in {town}.",
    "The museum of {town} shows {n} pictures of the landscape. rural by local painters.",
    "A crowd of {n} watched the parade from the balconies. wooden of the old town.",
    "The report names {n} firms that work with the manufacturer. water filtration.",
    "The mayor of {town} praised the {n} volunteers for their state. natural, he said.",
)


def story(number: int) -> str:
    """Return about 600 words, ten of their sentences damaged; no two numbers give the same."""
    towns = [f"{name}{number}" for name in ("Lorville", "Marsten", "Oberau", "Castella", "Brennick")]
    lines = []
    for at, wound in enumerate(WOUNDS):
        said = {"town": towns[at % len(towns)], "n": number * 10 + at}
        lines += [HEALTHY.format(**said), wound.format(**said)]
    return "\n\n".join(lines) + "\n"


def seconds(clean: Callable[[str], object], first: int, clock: Callable[[], float] = perf_counter) -> float:
    """Return the median time of a story by that clock, after one that warms up."""
    clean(story(first))
    times = []
    for number in range(first + 1, first + 1 + ROUNDS):
        text = story(number)
        began = clock()
        clean(text)
        times.append(clock() - began)
    return median(times)


def cold(path: Path, *flags: str) -> float:
    command = [sys.executable, "-m", "cleanup", "fix", "--quiet", *flags, str(path)]
    times = []
    for _ in range(7):
        began = perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        times.append(perf_counter() - began)
    return median(times)


def main() -> None:
    rules, both = cleanup.Cleaner(language="en", model=None), cleanup.Cleaner(language="en")
    alone, with_model = seconds(rules.clean, 0), seconds(both.clean, 100)
    report = both.clean(story(1))
    weighed = sum(any(e.kind == "fluency" for e in d.candidate.evidence) for d in report.decisions if d.candidate)
    print(f"{report.summary['words']} words, {weighed} places weighed and not only flagged")
    print(
        f"rules {1000 * alone:.0f} ms, with the model {1000 * with_model:.0f} ms: {1000 * (with_model - alone):.0f} ms"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "story.txt")
        path.write_text(story(1))
        print(f"cold start: rules {cold(path, '--model', 'none'):.2f} s, with the model {cold(path):.2f} s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
