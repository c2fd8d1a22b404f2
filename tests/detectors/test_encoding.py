"""Characters damaged on the way, and those that only look so."""

from __future__ import annotations

from detectors.verdicts import Repair, applied, left_alone

APPLIED: list[Repair] = [
    ("encoding.html-entity", "", "He said &quot;again&quot; twice.", 'He said "again" twice.'),
    ("encoding.html-entity", "", "It&#39;s over.", "It's over."),
    ("encoding.html-entity", "", "It&#39;s over, and it’s late.", "It’s over, and it’s late."),
    ("encoding.html-entity", "", "It&#8217;s over.", "It’s over."),
    ("encoding.html-entity", "", "It&#x2019;s over.", "It’s over."),
    ("encoding.html-entity", "", "Johnson &amp; Johnson sued.", "Johnson & Johnson sued."),
    ("encoding.html-entity", "", "The caf&eacute; closed.", "The café closed."),
    ("encoding.mojibake", "", "In GarcÃ\u00ada's house.", "In García's house."),
    ("encoding.mojibake", "", "The cafÃ© closed.", "The café closed."),
    ("encoding.mojibake", "", "Itâ€™s over.", "It’s over."),
    ("encoding.mojibake", "", "The GarcÃa house.", "The García house."),
    ("encoding.mojibake", "", "The MÃ¼ller family.", "The Müller family."),
    ("encoding.fullwidth", "zh", "It rose，then fell.", "It rose, then fell."),
    ("encoding.fullwidth", "zh", "Some ５０ men came.", "Some 50 men came."),
    ("encoding.fullwidth", "ja", "The ＡＢＣ plan.", "The ABC plan."),
]

SILENT: list[tuple[str, str]] = [
    ("", "AT&T and R&D and Q&A."),
    ("", "The tag is &lt;b&gt; there."),
    ("", "Use &nosuch; here."),
    ("", "A & B; C & D."),
    ("", "São Paulo and Ålesund."),
    ("", "IRMÃ and IRMÃO."),
    ("", "The â is a letter, and so is ï."),
    ("", "See example.com/?a=1&b=2 now."),
    ("", "It is 5 &; 6."),
    ("", "Ærø and Öland."),
    ("", "“It’s” and ‘so’…"),
    ("", "The word Ð is here."),
]


test_applied = applied(APPLIED)
test_left_alone = left_alone(SILENT)
