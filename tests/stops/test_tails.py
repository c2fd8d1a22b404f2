"""Tails that should not be there: repeated, contradicting, stranded or debris."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, left_alone, remarked

APPLIED: list[Repair] = [
    (
        "breaks.repeated-tail",
        "",
        "The bridge cost the city 1.6 billion euros. euros.",
        "The bridge cost the city 1.6 billion euros.",
    ),
    (
        "breaks.repeated-tail",
        "",
        "Sales fell over the same period. period between May and June.",
        "Sales fell over the same period between May and June.",
    ),
    (
        "breaks.repeated-tail",
        "",
        "The union defends the rights of workers. workers.",
        "The union defends the rights of workers.",
    ),
    ("breaks.repeated-tail", "", "She praised the new school. new school.", "She praised the new school."),
    (
        "breaks.repeated-tail",
        "fr",
        "He opened the museum of modern art. modern art.",
        "He opened the museum of modern art.",
    ),
    (
        "breaks.repeated-tail",
        "",
        "The ship reached the harbor. harbor. It stayed there all night.",
        "The ship reached the harbor. It stayed there all night.",
    ),
    ("breaks.repeated-tail", "ru", "The wall is 60 centimeters. cm.", "The wall is 60 centimeters."),
    (
        "breaks.repeated-tail",
        "ru",
        "The road is 12 kilometers. km. Work starts in May.",
        "The road is 12 kilometers. Work starts in May.",
    ),
    ("breaks.repeated-tail", "ru", "The crate weighs 40 kilograms. kg.", "The crate weighs 40 kilograms."),
    (
        "breaks.repeated-tail",
        "ru",
        "They will build 50,000 square meters. m, the mayor promised.",
        "They will build 50,000 square meters, the mayor promised.",
    ),
    ("breaks.repeated-tail", "ru", "The fire burned 30 hectares. ha.", "The fire burned 30 hectares."),
    ("breaks.repeated-tail", "de", "The guests had to leave the train. leave.", "The guests had to leave the train."),
    (
        "breaks.stranded-noun",
        "ru",
        "About 75 thousand could lose their homes in the storm. man.",
        "About 75,000 people could lose their homes in the storm.",
    ),
    (
        "breaks.stranded-noun",
        "ru",
        "In all 20 thousand were moved to the camps. people.",
        "In all 20,000 people were moved to the camps.",
    ),
    (
        "breaks.stranded-noun",
        "ru",
        "Some 300 people gathered on the square. man.",
        "Some 300 people gathered on the square.",
    ),
    (
        "breaks.stranded-noun",
        "uk",
        "Officials said 1.5 million have left the region. person.",
        "Officials said 1.5 million people have left the region.",
    ),
    ("breaks.debris", "ja", "The hamlet was isolated. rice field.", "The hamlet was isolated."),
    ("breaks.debris", "ja", "The station was rebuilt. rice fields.", "The station was rebuilt."),
    ("breaks.debris", "zh", "They inspected farms and schools. carry out.", "They inspected farms and schools."),
    (
        "breaks.debris",
        "zh",
        "The firm makes phones and cameras. etc.",
        "The firm makes phones and cameras, among others.",
    ),
    # "said" a second time
    (
        "breaks.debris",
        "tr",
        "“We thank both towns,” Ahmet said. used the phrase.",
        "“We thank both towns,” Ahmet said.",
    ),
    (
        "breaks.debris",
        "tr",
        "He urged them to be careful, “one for each of you”. used the phrase.",
        "He urged them to be careful, “one for each of you”.",
    ),
]

REMARKED: list[Remark] = [
    ("breaks.contradiction", "zh", "The number of visitors has gradually increased. reduce."),
    ("breaks.contradiction", "", "Prices rise. fall."),
    ("breaks.contradiction", "zh", "The number of cases decreased. increase."),
    ("breaks.contradiction", "", "The shop opened. closed."),
    ("breaks.debris", "fr", "The hamlet was isolated. rice field."),
    ("breaks.debris", "", "The station was rebuilt. rice fields."),
    ("breaks.debris", "zh", "They mended the road. appear."),
    ("breaks.debris", "tr", "The governor came with both mayors. used the phrase."),
]

SILENT: list[tuple[str, str]] = [
    ("ru", "The wall is 60 cm. It is old."),
    ("", "He had three dogs. Dogs were his life."),
    ("", "It was cold, very cold. Nobody came."),
    ("", "It cost 1.6 billion euros. Euros are the coin of the land."),
    ("ru", "The fall was 8 in. of rain."),
    ("", "Prices rose. Then they fell."),
    ("", "The number rose vs. last year."),
    ("ru", "About 75,000 people could lose their homes. Men were hit hardest."),
    ("ja", "The hamlet lay by a rice field. It was isolated."),
    ("zh", "The firm makes phones, cameras, etc. and sells them."),
    ("", "The guests had to leave. Leave they did."),
    ("", "She sells apples, pears etc. at the market."),
    ("", "They met Jan. 5 and again Feb. 6."),
]


test_applied = applied(APPLIED)
test_suggested_or_flagged = remarked(REMARKED)
test_left_alone = left_alone(SILENT)
