import json

import pytest
from handmade import decision, report

from cleanup.renderers import json as pretty
from cleanup.renderers import jsonl

TEXT = "the ONU at the Élysée 😀 \ud83d\u2028\x85\u2029 end\n"


@pytest.mark.parametrize("renderer", [pretty, jsonl])
def test_lone_surrogates_are_escaped_and_the_rest_stays_readable(renderer) -> None:
    whole = report(TEXT, decision(TEXT, "ONU", "UN"))
    shown = renderer.render(whole, "story.txt")
    assert "Élysée 😀" in shown
    assert json.loads(shown.encode()) == whole.to_dict()


def test_jsonl_is_one_line_to_everyone() -> None:
    shown = jsonl.render(report(TEXT), "story.txt")
    assert shown.splitlines() == [shown.removesuffix("\n")]
