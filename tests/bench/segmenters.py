"""Which sentence segmenter is the most faithful on news: `python tests/bench/segmenters.py [clean-sentences.txt.gz]`.

Libraries that are not installed are skipped. Columns: hard cases cut exactly right; boundary precision, recall and F1
over paragraphs made of three sentences of the file; words a second; import in milliseconds. Most boundaries that ours
still gets "wrong" are faults of the file: lines that hold two sentences, or have lost their first letter. Our
rules were written with the hard cases in sight, so only the other columns compare fairly.

    62 hard paragraphs, 1192 joined ones
                            hard       P       R      F1    words/s   import
    sentencex 1.0.32          43  0.9788  0.9690  0.9739 15,736,354    0.8ms
    pysbd 0.3.4               41  0.9945  0.9803  0.9873     39,362   18.4ms
    syntok 1.4.4              45  0.9904  0.9954  0.9929    212,886   19.8ms
    nupunkt 0.8.0             47  0.9962  0.9845  0.9903  1,731,172   40.3ms
    nupunkt_rs 0.1.1          30  0.9929  0.9430  0.9673  2,130,665    0.9ms
    blingfire 0.1.8           49  0.9933  0.9929  0.9931  3,057,628   65.0ms
    sentence_splitter 1.4     45  0.9958  0.9971  0.9964    228,883   17.2ms
    cleanup                   61  0.9962  0.9971  0.9966  3,135,520   96.9ms (13 without the rest of the package)

Packages: sentencex pysbd syntok nupunkt nupunkt_rs blingfire numpy (blingfire forgets to ask for it) sentence_splitter.
"""

# ruff: noqa: T201  a script that prints a table

from __future__ import annotations

import gzip
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

Segmenter = Callable[[str], list[int]]

# A bar marks each place where a new sentence starts.
HARD = """\
Gen. Kim met Lt. Col. Park on Monday. |They spoke for an hour.
U.S. officials said so. |The U.S. Senate agreed.
He has lived in the U.S. |His wife has not.
The shop closes at 11 p.m. and opens at 7 a.m. on weekdays. |It is shut on Sunday.
He arrived at 9 p.m. |The meeting had ended.
Olajterv Kft. of Budapest won the bid. |It was the lowest.
The firm Holding S.A. of Madrid and Bau GmbH. of Munich signed.
No. 1 seed Iga Swiatek won. |The No. 2 seed lost.
At the invitation of Kim Jong Un […], Vladimir Putin will pay a visit. |It is rare.
“We will win. |[…] We will not give up,” he said. |He left.
J. K. Rowling wrote to J.R.R. Tolkien. |He did not answer.
George W. Bush and John F. Kennedy were presidents. |One was a Democrat.
Apple Inc. said profits rose. |Exxon Mobil Corp. and Shell Co. Ltd. did not comment.
He works for Apple Inc. |She works for Shell.
He said. |“We want peace,” and left.
“We want peace.” |He then left the room.
“Do you know him?” she asked. |“No!” he said.
The rate rose 3.5 percent to 1.25 points. |It had been 2.
St. Petersburg is in Russia. |St. Louis is not.
Sammy Davis Jr. sang. |Martin Luther King Jr. was born in 1929.
It was Roe vs. Wade, e.g. the ruling, i.e. the law, etc. |Nothing else mattered.
He left on Jan. 5 and came back on Feb. 10, 2021. |Nobody knew.
Sen. Ted Cruz, R-Texas, and Rep. Ilhan Omar, D-Minn., spoke. |Gov. Ron DeSantis did not.
Mr. and Mrs. Smith met Dr. Jones and Prof. Lee. |Ms. Brown was absent.
The Rev. Al Sharpton spoke in Washington, D.C. on Friday. |The crowd cheered.
He moved to Washington, D.C. |He never came back.
He paused… and went on. |Then he stopped…
“I thought... well, never mind.” |She smiled.
The aim was good for Russia. intended for use at home. |It failed.
The State of Israel. during the conflict of 1948 was new. |It grew.
The profit was 1.6 billion euros. euros. |It had been two.
Yahoo! shares rose. |Jeopardy! returns in May.
Is it true? |Yes. |Nobody doubts it!
(He was not there.) |The judge noted it.
He was absent (see p. 12 and fig. 3). |The judge noted it.
The plane, a Boeing 737, weighs 40 t. |It is old.
It measured 5 ft. 3 in. and weighed 120 lbs. before lunch. |It ran.
Mt. Everest is 8,848 m. high. |Ft. Worth is flat.
The verdict in Smith v. Jones came. |It was appealed.
The road covers 20 sq. km. and 75 thousand sq. m. of land. |It is new.
“It is over. |We lost,” said coach A. Wenger. |The fans wept.
The company, founded in 1998 by L. Page and S. Brin, grew. |It is big.
iPhone sales fell. |iPad sales rose.
Visit example.com. |Or write to info@example.com today.
Version 2.0. of the text was sent. |It is long.
1. Open the door. |2. Close it.
He got an A. |She got a B.
‘We are done.’ |The minister left.
The so-called “U.S.S. Maine” sank. |Nobody knew why.
He said: “I did it. |I did it alone. |Nobody helped me.” |The court adjourned.
Prof. Dr. h.c. Hans Müller spoke. |He is a member of the CDU e.V. in Bonn.
The lawyer, Me. Dupont, and Mme. Martin and M. Durand came. |They sat.
The Sept. 11 attacks, the Dec. 7 attack. |All were recalled.
Brig. Gen. Pat Ryder, the Pentagon spokesman, said so. |Maj. Hall agreed.
“Why?” asked Ms. Li. |“Because.”
He was born in approx. 1890, d. 1950. |He had no children.
Two thirds (approx. 60 p.c.) agreed. |The rest did not.
At 10.30 a.m. Monday the strike began. |It lasted a day.
He beat N. Djokovic 6-4, 6-4. |R. Nadal lost to A. Zverev.
Police Sgt. Ann Hill and Det. Supt. Bob Roy led it. |Capt. Lee helped.
WASHINGTON (AP) — Stocks fell. |The Dow lost 3 p.c.
The bank, Crédit Agricole S.A., and Enel S.p.A. rose. |Bayer A.G. fell.
"""


def hard_cases() -> Iterator[tuple[str, list[int]]]:
    """Each hard paragraph with the offsets where its sentences start, the first left out."""
    for line in HARD.splitlines():
        text = line.replace("|", "")
        yield text, [bar.start() - i for i, bar in enumerate(re.finditer(r"\|", line))]


def joined_cases(path: Path, size: int = 3) -> Iterator[tuple[str, list[int]]]:
    """Paragraphs of `size` random sentences of a file, without those lines that hold more than one sentence."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        pool = [s for line in lines if not re.search(r"(?:[a-z]{3}|\d)[.!?…][”\"’)]*\s+\S", s := line.strip())]
    random.Random(0).shuffle(pool)  # noqa: S311  a sample, not a secret
    for at in range(0, len(pool) - size + 1, size):
        group = pool[at : at + size]
        yield " ".join(group), [sum(len(s) + 1 for s in group[:i]) for i in range(1, size)]


def starts(text: str, pieces: list[str]) -> list[int]:
    """Where each piece but the first starts in `text`; pieces that a segmenter altered are not found."""
    found, at = [], 0
    for piece in pieces:
        place = text.find(piece.strip(), at)
        if place >= 0:
            found.append(place)
            at = place + len(piece.strip())
    return found[1:]


def _sentencex(module: Any) -> Segmenter:
    return lambda text: starts(text, module.segment("en", text))


def _pysbd(module: Any) -> Segmenter:
    segmenter = module.Segmenter(language="en", clean=False)
    return lambda text: starts(text, segmenter.segment(text))


def _syntok(module: Any) -> Segmenter:
    return lambda text: [s[0].offset for paragraph in module.process(text) for s in paragraph][1:]


def _nupunkt(module: Any) -> Segmenter:
    return lambda text: starts(text, module.sent_tokenize(text))


def _blingfire(module: Any) -> Segmenter:
    return lambda text: starts(text, module.text_to_sentences(text).split("\n"))


def _koehn(module: Any) -> Segmenter:
    splitter = module.SentenceSplitter(language="en")
    return lambda text: starts(text, splitter.split(text))


def _cleanup(module: Any) -> Segmenter:
    span = import_module("cleanup.text").Span
    return lambda text: [s.start for s in module.sentences(text, span(0, len(text)), "en")][1:]


SEGMENTERS: dict[str, Callable[[Any], Segmenter]] = {
    "sentencex": _sentencex,
    "pysbd": _pysbd,
    "syntok.segmenter": _syntok,
    "nupunkt": _nupunkt,
    "nupunkt_rs": _nupunkt,
    "blingfire": _blingfire,
    "sentence_splitter": _koehn,
    "cleanup.language.segmentation": _cleanup,
}


def scores(segment: Segmenter, cases: list[tuple[str, list[int]]]) -> tuple[int, float, float, float]:
    """Cases cut exactly right, boundary precision, recall and F1."""
    exact = right = found = due = 0
    for text, gold in cases:
        got = segment(text)
        exact += got == gold
        right += len(set(got) & set(gold))
        found += len(got)
        due += len(gold)
    precision, recall = right / max(found, 1), right / max(due, 1)
    return exact, precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def import_time(name: str) -> float:
    """Milliseconds that a fresh interpreter needs to import a module."""
    code = f"import time; t = time.perf_counter(); import {name}; print((time.perf_counter() - t) * 1000)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout.splitlines()[-1])


def main(paths: list[str]) -> None:
    """Print the table."""
    hard = list(hard_cases())
    joined = list(joined_cases(Path(paths[0]))) if paths else hard
    words = sum(len(text.split()) for text, _ in joined)
    print(f"{len(hard)} hard paragraphs, {len(joined)} joined ones")
    print(f"{'':22}{'hard':>6}{'P':>8}{'R':>8}{'F1':>8}{'words/s':>11}{'import':>9}")
    for name, build in SEGMENTERS.items():
        try:
            segment = build(import_module(name))
        except ImportError:
            continue
        segment("Warm up. Then go.")
        exact, *_ = scores(segment, hard)
        start = time.perf_counter()
        _, precision, recall, f1 = scores(segment, joined)
        speed = words / (time.perf_counter() - start)
        print(f"{name:22}{exact:6}{precision:8.4f}{recall:8.4f}{f1:8.4f}{speed:11,.0f}{import_time(name):7.1f}ms")


if __name__ == "__main__":
    main(sys.argv[1:])
