"""PP 53/2010 Ps 4 has a limb per office: "Bolehkah saya?" answers with that of the election that is asked about."""

from __future__ import annotations

from datetime import date

import pytest

from netra.law.dated import Verification
from netra.law.intentions import Verdict
from netra.law.may_i import Question, answer
from netra.law.vocabulary import ElectionKind

IN_CAMPAIGN_UNDER_PP_53 = {ElectionKind.GENERAL: date(2019, 2, 10), ElectionKind.REGIONAL: date(2018, 5, 1)}


def asked(intention, kind):
    return answer(Question(intention, kind, IN_CAMPAIGN_UNDER_PP_53[kind]))


def test_listening_without_attributes_was_allowed_until_the_new_regulation():
    for kind in ElectionKind:
        assert asked("passive_attendance", kind).verdict is Verdict.ALLOWED


LIMBS_OF_PP_53 = [
    # Ps 4 angka 12 names candidates for President, DPR, DPD and DPRD, angka 13 for President, angka 15 for head of a
    # region. "Mengerahkan PNS lain" stands in angka 12 c alone; angka 15 d speaks of calls on PNS of the own unit.
    # Attributes are named in the explanation of angka 12 b alone.
    (
        "passive_attendance",
        "angka 12 huruf b dan penjelasannya",
        "angka 15 huruf a dan penjelasannya, bandingkan angka 12 huruf b dan penjelasannya",
    ),
    ("read_programme", "angka 12 huruf b dan penjelasannya", "angka 15 huruf a dan penjelasannya"),
    ("attend_on_duty", "angka 12 huruf b dan penjelasannya", "angka 15 huruf a dan penjelasannya"),
    ("refuse_order", "angka 12 huruf c", "angka 15 huruf d"),
    ("share_official_information", "angka 12 dan angka 13 (angka 13: Presiden/Wakil Presiden)", "angka 15"),
]


@pytest.mark.parametrize(("intention", "general", "regional"), LIMBS_OF_PP_53)
def test_before_the_new_regulation_the_limb_of_the_election_at_stake_answers(intention, general, regional):
    for kind, limb in ((ElectionKind.GENERAL, general), (ElectionKind.REGIONAL, regional)):
        found = asked(intention, kind)
        assert [str(source) for source in found.sources] == [f"PP 53/2010 Pasal 4 {limb}"]
    # The explanation of angka 15 a lists who is involved in a campaign; that a listener is not, is read from the list.
    assert {source.verification for source in found.sources} == {Verification.DERIVED}


def test_an_order_to_support_a_mayor_is_not_called_what_only_other_elections_name():
    told = asked("refuse_order", ElectionKind.REGIONAL).explanation[0]
    assert "Mengerahkan PNS lain" not in told and "ajakan, himbauan, atau seruan kepada PNS" in told
