"""What only the original can tell: where the copy says another number, day, name, or yes for no.

Each module beside this one is a plug-in with `check(story, pairs)`, which yields proposals.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from cleanup import plugs
from cleanup.bilingual.pairs import pairs
from cleanup.findings import Proposal
from cleanup.story import Story


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each place where copy and original differ; nothing without an original."""
    found = list(pairs(story))
    for check in _checks() if found else ():
        yield from check.check(story, found)


@cache
def _checks() -> list[ModuleType]:
    here = sys.modules[__name__]
    return [plugs.load(here, name) for name in plugs.names(here)]
