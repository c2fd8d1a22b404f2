"""Acronyms left as the original writes them: certain, certain with the language, and ambiguous."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, left_alone, remarked

APPLIED: list[Repair] = [
    ("acronyms.foreign", "", "The envoy of ONU, was heard.", "The envoy of the UN, was heard."),
    ("acronyms.foreign", "", "The ONU sent an envoy.", "The UN sent an envoy."),
    ("acronyms.foreign", "", "Ships of the OTAN, came.", "Ships of NATO, came."),
    ("acronyms.foreign", "", "The OTAN summit begins.", "The NATO summit begins."),
    ("acronyms.foreign", "fr", "He works for ONU.", "He works for the UN."),
    ("acronyms.foreign", "es", "A resolution by ONU and others.", "A resolution by the UN and others."),
    ("acronyms.foreign", "fr", "A ruling by the CEDH.", "A ruling by the ECHR."),
    ("acronyms.foreign", "fr", "The CEDEAO summit begins.", "The ECOWAS summit begins."),
    ("acronyms.foreign", "es", "A report by ACNUR.", "A report by UNHCR."),
    ("acronyms.foreign", "fr", "The AIEA inspectors left.", "The IAEA inspectors left."),
    ("acronyms.foreign", "fr", "The CNUCED summit begins.", "The UNCTAD summit begins."),
    ("acronyms.foreign", "es", "“The ONU is late,” he said.", "“The UN is late,” he said."),
    ("acronyms.foreign", "fr", "The ONU’s envoy left.", "The UN’s envoy left."),
    ("acronyms.foreign", "it", "Soldiers of ONU said no.", "Soldiers of the UN said no."),
]

REMARKED: list[Remark] = [
    ("acronyms.foreign", "", "The initials ONU stand on the tanks."),
    ("acronyms.foreign", "fr", "ONU on one side and UN on the other."),
    ("acronyms.foreign", "", "The ONU Group makes chairs."),
    ("acronyms.foreign", "", "The acronym OTAN is read aloud."),
    ("acronyms.foreign", "fr", "The CICR doctors left."),
]

SILENT: list[tuple[str, str]] = [
    ("", "The Open National Union (ONU) is a party. ONU won."),
    ("", "The firm ONU-Tech makes chairs."),
    ("", "Write to press@ONU.org or see www.ONU.int."),
    ("", "He wore an #ONU badge."),
    ("", "They left for BONUS pay."),
    ("", "The UN and NATO met the EU."),
    ("de", "The WHO met the IMF."),
    ("", "He is from BA and has an MA."),
    ("", "The ABC of it."),
    ("", "The onu is a small bird."),
    ("", "A ONU1 code and the OTANX code."),
    ("", "The word O.N.U. stands there."),
]


test_applied = applied(APPLIED)
test_suggested_or_flagged = remarked(REMARKED)
test_left_alone = left_alone(SILENT)
