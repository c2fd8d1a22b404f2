"""The languages that copy is cleaned in: those into which a pack leads, all alike."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import cleanup
from cleanup.errors import RuleError
from cleanup.findings import Verdict
from cleanup.formats import html
from cleanup.language import forms
from cleanup.language.lexicons import Lexicons
from cleanup.paths import rules_folder
from cleanup.rulebook import load, targets

CODE = Path(__file__).parents[1] / "cleanup"
OURS = sorted(targets([rules_folder()]))
RULE = """\
why: "English 'actual' was rendered as its namesake."
category: wrong-sense
detect: {phrases: [%s]}
candidates: [%s]
safety: safe
examples:
  repairs: {"%s": "%s"}
  keeps: ["x y z"]
"""


def place(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def test_targets_follow_from_the_folders(tmp_path: Path) -> None:
    assert {"en", "fr", "es", "de"} <= set(OURS)
    assert "any" not in OURS
    place(tmp_path, "en-it/lexicons/w.txt", "uno\n")
    place(tmp_path, "notes/readme.txt", "no pack\n")
    assert targets([tmp_path]) == {"it"}
    assert targets([tmp_path, tmp_path / "nosuch"]) == {"it"}


def test_copy_without_a_pack_is_left_alone(tmp_path: Path) -> None:
    text = "Il ministro dell’ONU è venuto. e poi è andato , dice."
    report = cleanup.Cleaner(language="it").clean(text)
    assert (report.text, report.decisions, report.not_consulted) == (text, (), ("rules: none for copy in it",))


def test_a_pack_of_ones_own_makes_a_target(tmp_path: Path) -> None:
    rule = RULE % ("attuale", "vero", "Il fatto attuale.", "Il fatto vero.")
    place(tmp_path, "en-it/senses/actual.yaml", rule)
    report = cleanup.Cleaner("en", "it", rules=[tmp_path]).clean("Il fatto attuale, dice \u00a0!")
    assert report.text == "Il fatto vero, dice!"


@pytest.mark.parametrize("target", ["fr", "es", "de"])
def test_rules_match_on_copy_in_their_target_only(tmp_path: Path, target: str) -> None:
    name = f"en-{target}.senses.actual"
    place(tmp_path, name.replace(".", "/") + ".yaml", RULE % ("zzactual", "zzreal", "Un zzactual.", "Un zzreal."))
    assert name in [rule.name for rule in load([tmp_path], target)]
    cleaner = cleanup.Cleaner("en", rules=[tmp_path])
    assert cleaner.clean("Un zzactual.", language=target).text == "Un zzreal."
    assert cleaner.clean("Un zzactual.", language="en").text == "Un zzactual."


def test_what_a_page_says_is_in_another_language_is_left_alone() -> None:
    page = html.read('<p lang="fr-CA">Un envoyé de la NATO.</p><p lang="en">A ship of the OTAN.</p>')
    french, english = (cleanup.Cleaner("en").clean(page, language=code).text for code in ("fr", "en"))
    assert french == page.original.replace("la NATO", "l'OTAN")
    assert english == page.original.replace("the OTAN", "NATO")


BROKEN = [
    ("any-fr/lexicons/acronyms.tsv", "written\tx\na\tb\n", "acronyms.tsv:1: the columns are"),
    ("any-de/lexicons/w.tsv", "a\tb\n1\n", "w.tsv:2: 1 columns where the header names 2"),
    ("any-es/lexicons/patterns.tsv", "name\tpattern\nx\t(\n", "patterns.tsv: x: no regular expression"),
    ("any-it/lexicons/forms.tsv", "form\tvalue\nquote\tx\n", "forms.tsv for copy in 'it': there is no form 'quote'"),
    ("en-it/senses/x.yaml", "why: x\n", "x.yaml"),
]


@pytest.mark.parametrize(("name", "text", "message"), BROKEN)
def test_what_is_broken_in_any_pack_is_told_at_once(tmp_path: Path, name: str, text: str, message: str) -> None:
    place(tmp_path, name, text)
    with pytest.raises(RuleError) as raised:
        cleanup.Cleaner(language="en", rules=[tmp_path])
    assert message in str(raised.value)


def test_one_cleaner_serves_all_languages_from_any_thread() -> None:
    cleaner = cleanup.Cleaner("en")
    stories = {
        "fr": ("Le chef de l’IMF est venu.", "Le chef du FMI est venu."),
        "es": ("El jefe del IMF vino.", "El jefe del FMI vino."),
        "de": ("Der IMF tagt.", "Der IWF tagt."),
        "en": ("The the report.", "The the report."),
    }
    with ThreadPoolExecutor(8) as pool:
        work = [(code, pool.submit(cleaner.clean, stories[code][0], language=code)) for code in [*stories] * 8]
        assert all(done.result().text == stories[code][1] for code, done in work)


def test_the_fluency_model_is_asked_only_of_its_own_language() -> None:
    cleaner = cleanup.Cleaner("en", language="fr")
    wanting = cleaner.clean("Il vit à Rome et à Corvagne. travaille beaucoup.")
    assert "fluency: no model of French" in wanting.not_consulted
    assert wanting.of(Verdict.SUGGESTED)
    assert cleaner.clean("Il vit à Rome.").not_consulted == ("reference: no source text",)
    in_english = cleaner.clean("He lives in Rome. works there a lot of the time.", language="en")
    assert not [line for line in in_english.not_consulted if line.startswith("fluency")]


@pytest.mark.parametrize("target", OURS)
def test_our_tables_are_sound(target: str) -> None:
    lexicons = Lexicons((rules_folder(),), target)
    lexicons.load()
    assert forms.of(lexicons).quotes
    for row in lexicons.rows("patterns"):
        assert lexicons.pattern(row["name"]).pattern
    for table in ("patterns", "forms"):
        names = [next(iter(row.values())) for row in lexicons.rows(table)]
        assert len(names) == len(set(names))


def test_what_the_code_asks_for_is_there_for_some_language_and_the_other_way_round() -> None:
    code = "\n".join(path.read_text("utf-8") for path in CODE.rglob("*.py"))
    asked = set(re.findall(r"[(\"\s]\"([a-z][a-z-]*)\"", code)) | set(re.findall(r'f"(clock-)\{', code))
    packs = [Lexicons((rules_folder(),), target) for target in OURS]
    patterns = {row["name"] for pack in packs for row in pack.rows("patterns")}
    classes = {row["class"] for pack in packs for row in pack.rows("classes")}
    named = set(re.findall(r'pattern\("([\w-]+)"\)', code)) | {"units", "counted-things", "measured-things"}
    named |= set(re.findall(r'"((?:company|paper|party|press)-(?:before|behind))"', code))
    assert named <= patterns
    assert patterns <= named | {name for name in patterns if name.startswith("clock-")}
    assert classes <= asked


def test_no_module_names_a_language_that_it_cleans() -> None:
    """But for the table of names; what is said of originals, as that German lost an ß, is none of this.

    The macro for Superdesk is a file that a newsroom takes and sets, with the languages it wants.
    """
    for path in CODE.rglob("*.py"):
        assert path.name in ("codes.py", "evaluation.py", "evaluate.py", "superdesk.py") or not re.search(
            r'"(?:en|fr)"', path.read_text("utf-8")
        ), path
