"""Write rules/any-en/lexicons/inflections.tsv: the forms of English words that spelling rules do not give.

    pip install --group recipes && python corpora/recipes/inflections.py

The forms are lemminflect's (github.com/bjascob/LemmInflect, MIT; from the NIH SPECIALIST lexicon, which is free to use)
for verbs and nouns that are common enough to be a whole piece of the fluency model's vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lemminflect import getAllLemmas, getInflection
from sentencepiece import SentencePieceProcessor

from cleanup.language.inflection import regular
from cleanup.paths import fluency_folder, rules_folder

TABLE = Path("any-en/lexicons/inflections.tsv")
TAGS = {"VERB": ("VBZ", "VBG", "VBD", "VBN"), "NOUN": ("NNS",)}
HEADER = """\
# Forms of English words that spelling rules do not give; written by corpora/recipes/inflections.py
# from lemminflect (MIT; from the NIH SPECIALIST lexicon), for words common in news.
lemma\ttag\tform
"""


def rows() -> Iterator[tuple[str, str, str]]:
    """Yield lemma, tag and form."""
    pieces = SentencePieceProcessor(model_file=str(fluency_folder() / "pieces.model"))
    words = {pieces.id_to_piece(n).lstrip("▁") for n in range(pieces.vocab_size())}
    known = [getAllLemmas(word) for word in words if word.isalpha() and word.islower()]
    lemmas = {(lemma, kind) for kinds in known for kind, some in kinds.items() for lemma in some}
    for lemma, kind in sorted(lemmas):
        if kind == "VERB" and lemma.endswith(("ed", "ing", "s")):
            yield lemma, "VB", lemma  # "proceed", "bring", "focus": not what their ends say
        for tag in TAGS.get(kind, ()):
            forms = getInflection(lemma, tag, inflect_oov=False)
            if forms and regular(lemma, tag) not in forms:
                yield lemma, tag, forms[0]


def main() -> None:
    """Write the table."""
    lines = "".join("\t".join(row) + "\n" for row in rows())
    (rules_folder() / TABLE).write_text(HEADER + lines, encoding="utf-8")


if __name__ == "__main__":
    main()
