from __future__ import annotations

import json
import math
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import ctranslate2
import pytest
import sentencepiece

from cleanup.errors import ModelError
from cleanup.reference import package
from cleanup.reference.pieces import Pieces
from cleanup.reference.translator import Translator

from .tiny import MANIFEST, write_folder

SENTENCES = [
    "Les deux équipes joueront dimanche à Lyon.",
    "Le ministre a signé un accord.",
    "Lyon",
    "La ville a rouvert trois écoles après les pluies de mars, et le prix du blé a baissé.",
]


@pytest.fixture(scope="module")
def translator(folder: Path) -> Translator:
    return Translator(folder, threads=1)


def test_it_says_what_it_is(translator: Translator) -> None:
    assert (translator.name, translator.source, translator.target) == ("fr-en", "fr", "en")


def test_as_ctranslate2_itself_translates(translator: Translator, folder: Path) -> None:
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "pieces.model"))
    bare = ctranslate2.Translator(str(folder), intra_threads=1)
    for sentence, found in zip(SENTENCES, translator.translate(SENTENCES, hypotheses=3), strict=True):
        [result] = bare.translate_batch([pieces.encode(sentence, out_type=str)], beam_size=4, num_hypotheses=3)
        assert [one.text for one in found] == [pieces.decode(one) for one in result.hypotheses]


def test_alone_or_among_others_a_sentence_is_translated_alike(translator: Translator) -> None:
    together = translator.translate(SENTENCES)
    assert [translator.translate([sentence])[0][0].text for sentence in SENTENCES] == [one[0].text for one in together]


def test_nothing_to_translate(translator: Translator) -> None:
    assert translator.translate([]) == []
    assert translator.score([], []) == []
    assert len(translator.translate([""])[0]) == 1


def test_best_first(translator: Translator) -> None:
    for found in translator.translate(SENTENCES, beams=2, hypotheses=4):
        assert len(found) == 4
        scores = [one.score for one in found]
        assert scores == sorted(scores, reverse=True)
        assert all(score < 0 for score in scores)


@pytest.mark.parametrize("penalty", [1.0, 0.2])
def test_scores_are_means_over_what_follows_the_prefix(tmp_path: Path, penalty: float) -> None:
    translator = Translator(write_folder(tmp_path / "m", manifest=f"{MANIFEST}length-penalty = {penalty}\n"), threads=1)
    [[found]] = translator.translate(SENTENCES[:1], prefixes=["The city"])
    assert found.text.startswith("The city")
    [scored] = translator.pieces(SENTENCES[:1], [found.text])
    assert scored[-1].piece == "</s>"
    own = scored[len(translator.pieces([""], ["The city"])[0]) - 1 :]
    assert math.isclose(found.score, sum(one.nats for one in own) / len(own), rel_tol=1e-4)


def test_prefixes_belong_to_their_sentences(translator: Translator) -> None:
    found = translator.translate(SENTENCES[:3], prefixes=["The city", "", "Lyon "])
    assert found[0][0].text.startswith("The city")
    assert found[1][0].text == translator.translate(SENTENCES[1:2])[0][0].text
    assert found[2][0].text.startswith("Lyon")


def test_a_score_is_the_sum_of_its_pieces(translator: Translator) -> None:
    targets = ["The minister signed a deal.", "Lyon", "", "The two teams will play."]
    scores = translator.score(SENTENCES, targets)
    pieces = translator.pieces(SENTENCES, targets)
    assert scores == pytest.approx([sum(one.nats for one in line) for line in pieces])
    assert [len(line) for line in pieces][2] == 1  # its end
    assert translator.score(SENTENCES[1:2], targets[1:2]) == pytest.approx(scores[1:2], abs=1e-4)


def test_many_threads_may_ask_at_once(folder: Path) -> None:
    translator = Translator(folder, threads=1)
    alone = translator.translate(SENTENCES)
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(translator.translate, [SENTENCES] * 8)) == [alone] * 8


FAMILIES = {  # lines of model.toml; the source's first piece; what the target begins with
    "nllb": ('[tags]\nfr = "fra_Latn"\nen = "eng_Latn"\n', "fra_Latn", ["eng_Latn"]),
    "m2m": ("", "__fr__", ["__en__"]),
    "madlad": ("", "<2en>", []),
    "marian": ('[tags]\nen = ">>eng<<"\n', ">>eng<<", []),
}
TAGS = ("fra_Latn", "eng_Latn", "__fr__", "__en__", "<2en>", ">>eng<<", "Lyon")


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_is_told_the_languages_its_own_way(tmp_path: Path, family: str) -> None:
    lines, first, start = FAMILIES[family]
    manifest = f'{MANIFEST}family = "{family}"\n{lines}'
    translator = Translator(write_folder(tmp_path / "m", manifest=manifest, symbols=TAGS), threads=1)
    pieces = Pieces(translator.package, "fr", "en")
    [source] = pieces.source(["à Lyon"])
    assert next(piece for piece in source if piece != "▁") == first
    assert pieces.target(["Lyon"])[0][: len(start)] == start
    [[found]] = translator.translate(["Lyon"], prefixes=["The city"])
    assert found.text.startswith("The city")
    assert [one.piece for one in translator.pieces(["à Lyon"], ["Lyon"])[0]] == ["▁", "Lyon", "</s>"]


ENDS = [
    (True, "", False),
    (False, "", True),
    (True, "source-end = true\n", True),
    (False, "source-end = false\n", False),
]


@pytest.mark.parametrize(("itself", "line", "ends"), ENDS)
def test_a_source_ends_once(tmp_path: Path, itself: bool, line: str, ends: bool) -> None:
    """Where CTranslate2 does not end it by `itself`, we do; `model.toml` has the last word."""
    folder = write_folder(tmp_path / "m", manifest=MANIFEST + line)
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | {"add_source_eos": itself}))
    [source] = Pieces(package.read(folder), "fr", "en").source(["Lyon"])
    assert (source[-1] == "</s>") is ends


def test_a_pair_that_the_model_does_not_translate(folder: Path) -> None:
    with pytest.raises(ModelError, match=r"fr-en, not de-en; add another model"):
        Translator(folder, "de", "en")


def test_a_model_of_many_languages_wants_to_know_which(tmp_path: Path) -> None:
    manifest = MANIFEST.replace('["fr"]', '["fr", "de"]') + 'family = "m2m"\n'
    folder = write_folder(tmp_path / "m", manifest=manifest, symbols=("__fr__", "__de__", "__en__"))
    with pytest.raises(ModelError, match=r"fr-en, de-en; say which pair"):
        Translator(folder)
    assert Translator(folder, "de").source == "de"


@pytest.mark.parametrize("broken", ["model.bin", "pieces.model", "shared_vocabulary.json"])
def test_a_broken_part_is_named_when_it_is_needed(tmp_path: Path, folder: Path, broken: str) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / "m"))
    whole = (copy / broken).read_bytes()
    (copy / broken).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ModelError, match=r"add (?:it|the model) anew") as raised:
        Translator(copy).translate(["Lyon"])
    assert str(copy) in str(raised.value)
    assert "\n" not in str(raised.value)
