"""Tails that go with the sentence before the stop."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, check_silent, left_alone, remarked

APPLIED: list[Repair] = [
    (
        "breaks.stop-before-attribution",
        "",
        "“The plan is too dear.” said the mayor.",
        "“The plan is too dear,” said the mayor.",
    ),
    (
        "breaks.stop-before-attribution",
        "",
        '"The plan is too dear." said Marshall.',
        '"The plan is too dear," said Marshall.',
    ),
    ("breaks.stop-before-attribution", "", "“We shall see.” he added.", "“We shall see,” he added."),
    (
        "breaks.stop-before-attribution",
        "fr",
        "“The vote is over.” she said on Monday.",
        "“The vote is over,” she said on Monday.",
    ),
    (
        "breaks.stop-before-attribution",
        "",
        "“The plan is too dear”. said the mayor.",
        "“The plan is too dear”, said the mayor.",
    ),
    (
        "breaks.split-address",
        "",
        "He works for the research firm Housing. com.",
        "He works for the research firm Housing.com.",
    ),
    (
        "breaks.split-address",
        "",
        "The letter was posted on the site Novosti. ru, an aide said.",
        "The letter was posted on the site Novosti.ru, an aide said.",
    ),
    ("breaks.cut-sentence", "", "The strike hit the farms and. the port.", "The strike hit the farms and the port."),
    ("breaks.cut-sentence", "", "They called off the. meeting.", "They called off the meeting."),
    ("breaks.cut-sentence", "fr", "The dancer and her. friends left.", "The dancer and her friends left."),
    (
        "breaks.cut-sentence",
        "ru",
        "The plant earns 1,200 million dollars. a year.",
        "The plant earns 1,200 million dollars a year.",
    ),
    ("breaks.cut-sentence", "ru", "The tariff is 300 rubles. per month.", "The tariff is 300 rubles per month."),
    ("breaks.cut-sentence", "ru", "In the 18th century. all of it burned.", "In the 18th century all of it burned."),
    (
        "breaks.cut-sentence",
        "",
        "They sent arms to Russia. intended for its assault.",
        "They sent arms to Russia intended for its assault.",
    ),
    (
        "breaks.cut-sentence",
        "",
        "The town signed a contract. with the builders.",
        "The town signed a contract with the builders.",
    ),
    ("breaks.cut-sentence", "fr", "He bought a house. in the old quarter.", "He bought a house in the old quarter."),
    (
        "breaks.cut-sentence",
        "",
        "They found a fund. amounting to nine million crowns.",
        "They found a fund amounting to nine million crowns.",
    ),
    (
        "breaks.cut-sentence",
        "",
        "The villagers fled. because the river rose.",
        "The villagers fled because the river rose.",
    ),
    (
        "breaks.cut-sentence",
        "",
        "The report names a judge. who took bribes.",
        "The report names a judge who took bribes.",
    ),
    (
        "breaks.cut-sentence",
        "",
        "The mill is run by a firm. based in Vienna.",
        "The mill is run by a firm based in Vienna.",
    ),
    (
        "breaks.cut-sentence",
        "",
        "They closed the mine. which had flooded twice.",
        "They closed the mine, which had flooded twice.",
    ),
    ("breaks.cut-sentence", "ru", "It will help 2.4 million. residents.", "It will help 2.4 million residents."),
    ("breaks.cut-sentence", "ru", "The rate is up 3 kopecks. higher still.", "The rate is up 3 kopecks higher still."),
    (
        "breaks.cut-sentence",
        "uk",
        "Since January 1, 2015. owners of trucks pay more.",
        "Since January 1, 2015 owners of trucks pay more.",
    ),
    (
        "breaks.cut-sentence",
        "ru",
        "The situation is bad (see. the table, which nobody made).",
        "The situation is bad (see the table, which nobody made).",
    ),
    (
        "breaks.cut-sentence",
        "ru",
        "“We were let go,” says the acting. deputy commander.",
        "“We were let go,” says the acting deputy commander.",
    ),
    (
        "breaks.cut-sentence",
        "ru",
        "They take part in a campaign. to search for old stars.",
        "They take part in a campaign to search for old stars.",
    ),
    # two spaces for a lost comma, unless all stops have two
    (
        "breaks.cut-sentence",
        "de",
        "They split over the government.  which had shut the mines.",
        "They split over the government, which had shut the mines.",
    ),
    (
        "breaks.cut-sentence",
        "de",
        "They met the envoy of the king.  who left early.",
        "They met the envoy of the king, who left early.",
    ),
    (
        "breaks.cut-sentence",
        "de",
        "They met the envoy of the king.  who left early.  They wept.",
        "They met the envoy of the king who left early.  They wept.",
    ),
    (
        "breaks.cut-sentence",
        "de",
        "She would not play with anyone.  who is weak.",
        "She would not play with anyone who is weak.",
    ),
    (
        "breaks.lost-capital",
        "",
        "The attack on the town was planned. it seems that nobody knew.",
        "The attack on the town was planned. It seems that nobody knew.",
    ),
    (
        "breaks.lost-capital",
        "",
        "A nurse takes care of the children. children can come at any age.",
        "A nurse takes care of the children. Children can come at any age.",
    ),
    (
        "breaks.lost-capital",
        "fr",
        "He has not yet found the way. this is why the day is dear to him.",
        "He has not yet found the way. This is why the day is dear to him.",
    ),
    (
        "breaks.lost-capital",
        "fr",
        "The park has a tenth of the space. the weather is rarely told.",
        "The park has a tenth of the space. The weather is rarely told.",
    ),
    (
        "breaks.cut-sentence",
        "",
        "The villagers fled.  because the river rose.",
        "The villagers fled because the river rose.",
    ),
    (
        "breaks.lost-preposition",
        "",
        "The quotas have been applied. more than 20 years.",
        "The quotas have been applied for more than 20 years.",
    ),
    (
        "breaks.lost-preposition",
        "de",
        "He has lived in Graz. nearly 12 years.",
        "He has lived in Graz for nearly 12 years.",
    ),
    (
        "breaks.stop-before-comma",
        "",
        "The mayor left the hall. , followed by guests.",
        "The mayor left the hall, followed by guests.",
    ),
    # a relative clause behind a name tells more about it, and wants a comma
    (
        "breaks.cut-sentence",
        "",
        "She thanked Anna Tessier. who left early.",
        "She thanked Anna Tessier, who left early.",
    ),
    ("breaks.cut-sentence", "", "They met the envoy. who left early.", "They met the envoy who left early."),
    (
        "breaks.cut-sentence",
        "",
        "Prices rose in the spring. but they soon fell.",
        "Prices rose in the spring, but they soon fell.",
    ),
    (
        "breaks.stop-before-attribution",
        "",
        "The country has large reserves of oil. the analysts stated.",
        "The country has large reserves of oil, the analysts stated.",
    ),
    (
        "breaks.stop-before-attribution",
        "",
        "This is not done every time. announces the report.",
        "This is not done every time, announces the report.",
    ),
    # a date at the end is no stray figure
    (
        "breaks.cut-sentence",
        "",
        "They were driven from the town. during the conflict of 1948.",
        "They were driven from the town during the conflict of 1948.",
    ),
    (
        "breaks.cut-sentence",
        "",
        "He is known as “JR”. in the series of that name.",
        "He is known as “JR” in the series of that name.",
    ),
    (
        "breaks.stop-before-attribution",
        "",
        "We shall look at the loans again. declared Gary Perlman, the director.",
        "We shall look at the loans again, declared Gary Perlman, the director.",
    ),
]

REMARKED: list[Remark] = [
    # no verb before the stop, or a word that comes again at once: more than a capital is lost
    ("breaks.lost-capital", "", "In the first two years. it seems that nobody knew."),
    ("breaks.lost-capital", "", "They came with the police, armed where it was necessary. it is necessary to ask."),
    # an insertion whose second comma became the stop; one word between two stops; said already
    ("breaks.cut-sentence", "", "Only one was sold, in the worst case. of the new cars."),
    ("breaks.cut-sentence", "", "It is a gift to the staff by the Bern company. Design. as part of its plan."),
    ("breaks.cut-sentence", "", "“You got good gifts last year,” she said. teased the mayor of the town."),
    # words that engines get wrong when they translate the tail by itself
    ("breaks.cut-sentence", "fr", "They spoke of the avoidance of risk. to see the bank fall."),
    ("breaks.cut-sentence", "de", "He may not travel until the end of the month. to prevent March."),
    ("breaks.cut-sentence", "es", "Few know how the trade is changed. from that town."),
    # not an abbreviation of this language's
    ("breaks.cut-sentence", "de", "The two fairs drew 9.8 million. can reach more."),
    ("breaks.cut-sentence", "ru", "The meeting will draw up to 15 thousand. a person in the park."),
    ("breaks.lost-preposition", "", "The quotas stood. more than 20 years."),
    ("breaks.displaced-adjective", "", "They talked of the donations. questionable."),
    ("breaks.displaced-adjective", "", "She won a contest. swimming."),
    ("breaks.cut-sentence", "", "They came home. tired after the march of the day before."),
    ("breaks.cut-sentence", "", "The villagers waited. if the river rose they would go."),
    ("breaks.cut-sentence", "", "He drew a plan. wide and simple."),
    ("breaks.stray-tail", "", "He wanted to begin “at the very start”. to contribute"),
    ("breaks.cut-sentence", "", "He wanted to begin “at the very start”. to give money to it"),
    ("breaks.cut-sentence", "", "The town is run by the Green coalition. and Pirates."),
    ("breaks.cut-sentence", "de", "In the 110th Congress they made 77 changes. in the next one 66."),
    ("breaks.cut-sentence", "de", "The rum has been made since the 19th century. dates back, but not far."),
    ("breaks.stray-tail", "de", "The protests have gone on since September. to commemorate."),
    ("breaks.stray-tail", "de", "They sat in the town hall of the city. had been."),
]

SILENT: list[tuple[str, str]] = [
    ("", "Gen. intended to go. Nobody else did."),
    ("", "He works for Acme Inc. in Boston."),
    ("", "They moved to Washington, D.C. in May."),
    ("", "The U.S. and its allies met."),
    ("", "The meeting is at 9 a.m. on Friday."),
    ("", "See p. of the report, vol. in hand."),
    ("", "He bought an iPhone. iPhones are dear."),
    ("", "Visit example.com and read.me files."),
    ("", "Fans of Real Madrid vs. fans of Barcelona."),
    ("", "She met Gen. de Gaulle. van Gogh was there."),
    ("", "“The plan is too dear.” Said the mayor: no."),
    ("", "They wait ... and wait."),
    ("", "The firm St. of Basel, approx. in 1910."),
    ("", "He wrote to Lt. van der Berg."),
    ("", "1. the bread\n2. the salt\n3. the wine"),
    ("", "in the dark. we walk. we sing. we sleep. we wake."),
    ("", "It rose 3.5 percent. Then it fell."),
    ("de", "The union bzw. the guild had called a strike."),
]


test_applied = applied(APPLIED)
test_suggested_or_flagged = remarked(REMARKED)
test_left_alone = left_alone(SILENT)


def test_a_story_set_in_lower_case_is_left_alone() -> None:
    check_silent("", "we came. we saw. we lost. we went home.")
