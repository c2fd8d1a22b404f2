"""Readings of labelled breaks weighed by the fluency model, and the ranker fitted on them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from breaks import Break, proposal_at, story_of, verdict
from choices import COUNTS, Choice
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from cleanup.findings import Candidate, Proposal, Safety
from cleanup.fluency.features import SHORTER
from cleanup.fluency.judge import LEAD, Judge, to_place

PLANTED_WEIGHT = 0.1
STRENGTH = 0.1  # inverse of the penalty


@dataclass
class Weighed:
    """A break, what the detector says of it, and its readings with their features (none where rules decide alone)."""

    place: Break
    proposal: Proposal | None
    readings: list[Candidate] = field(default_factory=list)
    features: list[dict[str, float]] = field(default_factory=list)
    bare: dict[str, str] = field(default_factory=dict)  # what becomes of the likeliest by fluency alone, by model

    @property
    def right(self) -> list[str]:
        return [verdict(self.place, reading) for reading in self.readings]


def weigh(judge: Judge, places: Iterable[Break]) -> list[Weighed]:
    found = []
    for place in places:
        story = story_of(place)
        proposal = proposal_at(place, story)
        found.append(Weighed(place, proposal))
        if proposal and proposal.readings and (spot := to_place(proposal, story)):
            compared = judge.compare([spot])[0]
            found[-1].readings = [scored.candidate for scored, _ in compared]
            found[-1].features = [features for _, features in compared]
            ngrams = judge.model.rough_nats(spot.lines[LEAD:])
            found[-1].bare = {
                "n-grams": _likeliest(place, zip(ngrams, spot.readings, strict=True)),
                "both": _likeliest(place, ((scored.nats, scored.candidate) for scored, _ in compared)),
            }
    return found


def _likeliest(place: Break, readings: Iterable[tuple[float, Candidate]]) -> str:
    """Return what becomes of the reading with most nats; dropping words, always likelier, is left out."""
    kept = [(nats, reading) for nats, reading in readings if reading.family != SHORTER]
    return verdict(place, max(kept, key=lambda pair: pair[0])[1])


@dataclass
class Fit:
    """A fitted ranker, the names of its features, and its calibration."""

    names: DictVectorizer
    model: LogisticRegression
    sure: tuple[float, float] = (1.0, 0.0)
    other: tuple[float, float] = (1.0, 0.0)
    kinds: dict[str, float] = field(default_factory=dict)

    @classmethod
    def on(cls, real: Sequence[Weighed], made: Sequence[Weighed]) -> Fit:
        """Fit on all; calibrate, on what fits on all other files make of each, what rules are sure of and the rest."""
        seen: dict[bool, list[tuple[float, str, bool]]] = {True: [], False: []}
        for name in sorted({one.place.set for one in real}):
            fit = cls.plain([one for one in real if one.place.set != name], made)
            for one in (one for one in real if one.place.set == name):
                for sure in seen:
                    told = [t for t in zip(fit.odds(one), one.readings, one.right, strict=True) if t[2] != "arguable"]
                    own = [(o, r.family, v == "right") for o, r, v in told if (r.safety is Safety.SAFE) is sure]
                    seen[sure] += [max(own)] if own else []
        fit = cls.plain(real, made)
        sure, other = (_platt([(odds, right) for odds, _, right in seen[kind]]) for kind in (True, False))
        return cls(fit.names, fit.model, sure, other, _summands(seen[False], other))

    @classmethod
    def plain(cls, real: Sequence[Weighed], made: Sequence[Weighed]) -> Fit:
        rows = [(one, 1.0) for one in real] + [(one, PLANTED_WEIGHT) for one in made]
        features = [f for one, _ in rows for f in one.features]
        right = np.array([r == "right" for one, _ in rows for r in one.right])
        weights = np.array([weight * COUNTS.get(r, 1.0) for one, weight in rows for r in one.right])
        names = DictVectorizer()
        model = LogisticRegression(C=STRENGTH, max_iter=5000)
        return cls(names, model.fit(names.fit_transform(features), right, sample_weight=weights))

    def odds(self, one: Weighed) -> list[float]:
        return self.model.decision_function(self.names.transform(one.features)).tolist()

    def best(self, one: Weighed) -> Choice:
        """Return the likeliest reading, as cleanup/fluency/judge.py finds it."""
        sure = [reading.safety is Safety.SAFE for reading in one.readings]
        odds = [
            self.sure[0] * o + self.sure[1] if s else self.other[0] * o + self.other[1] + self.kinds.get(r.family, 0.0)
            for o, s, r in zip(self.odds(one), sure, one.readings, strict=True)
        ]
        at = int(np.argmax(odds))
        return Choice(one.place, one.readings[at], 1 / (1 + math.exp(-odds[at])), one.right[at])


def _platt(known: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Return the factor and the summand that make log-odds true."""
    model = LogisticRegression(C=10.0).fit([[odds] for odds, _ in known], [right for _, right in known])
    return round(float(model.coef_[0, 0]), 4), round(float(model.intercept_[0]), 4)


def _summands(known: Sequence[tuple[float, str, bool]], platt: tuple[float, float]) -> dict[str, float]:
    """Return what is left to add to the log-odds by the kind of repair, drawn towards nothing where little is known."""
    families = sorted({kind for _, kind, _ in known})
    found = {}
    for kind in families:
        own = [(platt[0] * odds + platt[1], right) for odds, name, right in known if name == kind]
        steps = np.linspace(-3, 3, 121)
        losses = [sum(np.logaddexp(0, -(o + step) if right else o + step) for o, right in own) for step in steps]
        found[kind] = round(float(steps[int(np.argmin(np.array(losses) + steps**2 / 2))]), 2)
    return found


def left_out(real: Sequence[Weighed], made: Sequence[Weighed]) -> list[Choice]:
    """Return the choice for each weighed break, by a ranker that has not seen its file."""
    found = []
    for name in sorted({one.place.set for one in real}):
        fit = Fit.on([one for one in real if one.place.set != name], made)
        found += [fit.best(one) for one in real if one.place.set == name]
    return found
