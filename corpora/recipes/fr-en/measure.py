"""Fourth step of the French-English model: BLEU and chrF beside what the other engines made of the same lines.

    python corpora/recipes/fr-en/measure.py MODEL wmt.fr-en.dev.jsonl.gz [--lines 1000] [--sets wmt13 wmt14]

MODEL is a folder that `cleanup models add` takes. The lines are for measuring only: nothing is learnt from them, and
what is calibrated on some is measured on others. Every n-th line that has a reference, HTML entities resolved;
sacreBLEU's own settings.
"""

# ruff: noqa: T201  a script that prints a table

from __future__ import annotations

import argparse
import gzip
import html
import json
from collections import Counter
from pathlib import Path
from time import perf_counter

from sacrebleu.metrics import BLEU, CHRF

from cleanup.reference.translator import Translator


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("model", type=Path)
    asked.add_argument("wmt", type=Path)
    asked.add_argument("--lines", type=int, default=1000)
    asked.add_argument("--sets", nargs="*", default=[])
    asked.add_argument("--beams", type=int, default=4)
    given = asked.parse_args()
    with gzip.open(given.wmt, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    records = [r for r in records if r["reference"] and (not given.sets or r["set"] in given.sets)]
    records = records[:: max(1, len(records) // given.lines)][: given.lines]
    references = [record["reference"] for record in records]
    print(len(records), "lines:", dict(Counter(record["set"] for record in records)))
    began = perf_counter()
    sources = [html.unescape(record["source"]) for record in records]
    own = [found[0].text for found in Translator(given.model, "fr", "en").translate(sources, beams=given.beams)]
    pace = sum(len(source.split()) for source in sources) / (perf_counter() - began)
    outputs = {given.model.name: own, "the French itself": sources}
    for name in records[0]["outputs"]:
        outputs[name] = [html.unescape(record["outputs"].get(name) or "") for record in records]
    bleu, chrf = BLEU(), CHRF()
    for name, texts in outputs.items():
        scores = [metric.corpus_score(texts, [references]).score for metric in (bleu, chrf)]
        print(f"{name:24} BLEU {scores[0]:5.1f}  chrF {scores[1]:5.1f}")
    print(f"{pace:,.0f} words a second; {bleu.get_signature()}")
    for record, text in list(zip(records, own, strict=True))[:: max(1, len(own) // 8)]:
        print(f"\n{record['source']}\n{text}\n{record['reference']}")


if __name__ == "__main__":
    main()
