"""What the original shows of the copy's letters: a lost capital, a word left as it was, a currency's sign.

Each module beside this one is a plug-in with `check(story, pair)`, which yields proposals.
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
    """Yield a proposal for each place that the original shows to be wrong; nothing without an original."""
    for pair in pairs(story):
        for check in _checks():
            yield from check.check(story, pair)


@cache
def _checks() -> list[ModuleType]:
    here = sys.modules[__name__]
    return [plugs.load(here, name) for name in plugs.names(here)]
