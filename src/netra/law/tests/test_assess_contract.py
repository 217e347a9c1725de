"""The worked records of the contract of `netra assess`: what a civil servant's act is, as the page on it says."""

from __future__ import annotations

import json

from netra.law.commands import assess_file
from netra.law.tests.builders import a_record, assessed


def outline(answer):
    return answer["category"], answer["level_floor"], answer["level_ceiling"]


def eras(answer):
    return [(row["form"], row["era"]) for row in answer["forms"]]


def test_a_like_for_a_determined_candidate_is_severe_with_a_recorded_conflict():
    answer = assessed(act_date="2024-10-15", employment="PNS")
    assert outline(answer) == ("DISCIPLINE", "SEVERE", "SEVERE")
    assert eras(answer) == [("disc_social_media_interaction_candidate", "SKB-22")]
    assert "SKB 2/2022 Lampiran II-B baris 6" in answer["forms"][0]["basis"]
    assert answer["oversight_body"] == "BKN"
    assert answer["needs_review"] is True
    assert any("BKN yang dikutip media" in reason for reason in answer["reasons"])


def test_the_same_like_for_a_prospective_candidate_is_a_matter_of_ethics():
    answer = assessed(phase="prospective", act_date="2024-05-10")
    assert outline(answer) == ("ETHICS", "MORAL", "MORAL")
    assert answer["oversight_body"] == "KASN"
    assert answer["needs_review"] is False


def test_the_same_like_in_the_city_of_jambi_in_2018_has_no_row_of_its_own():
    answer = assessed(act_date="2018-04-22", region="Kota Jambi")
    assert outline(answer) == ("NONE", None, None)
    assert answer["nearest_forms"] == [
        "coe_social_media_interaction_aspirant",
        "disc_social_media_interaction_candidate",
    ]
    assert answer["needs_review"] is True
    assert any("PP 53/2010 Pasal 4 angka 15" in reason for reason in answer["reasons"])


def test_a_partisan_activity_decided_in_2019_is_moderate_beside_a_row_without_crime():
    answer = assessed(
        conduct="partisan_activity", election_kind="GENERAL", act_date="2019-02-10", decision_date="2019-10-01"
    )
    assert outline(answer) == ("DISCIPLINE", "MODERATE", "MODERATE")
    assert eras(answer) == [("disc_partisan_activity", "DISC-53"), ("pem_partisan_activity_no_crime", "PEM-7")]
    assert answer["forms"][0]["basis"][0].startswith("PP 53/2010 Pasal 4 angka 13 huruf b jo. Pasal 12 angka 7")
    assert answer["forms"][1]["level"] is None
    assert "UU 7/2017 Pasal 283" in answer["forms"][1]["basis"][0]
    assert answer["oversight_body"] == "KASN"
    assert answer["regime"] == "DISC-53"


def test_the_same_activity_examined_only_after_the_change_falls_under_the_heavier_law():
    answer = assessed(
        conduct="partisan_activity", election_kind="GENERAL", act_date="2019-02-10", examination_date="2021-10-01"
    )
    assert answer["regime"] == "DISC-94"
    assert outline(answer) == ("DISCIPLINE", "SEVERE", "SEVERE")
    assert "PP 94/2021 Pasal 5 huruf n angka 6 jo. Pasal 14 huruf i angka 4" in answer["forms"][0]["basis"]
    assert answer["needs_review"] is True


def test_party_membership_of_a_contract_employee_ends_the_contract():
    answer = assessed(conduct="party_membership", employment="PPPK", act_date="2023-07-01")
    assert outline(answer) == ("STATUS_TERMINATION", "TERMINATION", "TERMINATION")
    assert [sanction["source"]["article"] for sanction in answer["sanctions"]] == ["Pasal 53 ayat (3) huruf c"]
    assert ("disc_party_membership", "PPPK-49") in eras(answer)


def test_a_transfer_on_the_day_the_window_opened_is_an_administrative_breach_beside_a_crime():
    answer = assessed(
        conduct="transfer_in_ban_window", employment="STATE_OFFICIAL", act_date="2024-03-22", phase="prospective"
    )
    assert outline(answer) == ("ELECTION_ADMINISTRATION", None, None)
    assert [(row["category"], row["level"]) for row in answer["forms"]] == [("ELECTION_CRIME", "CRIMINAL")]
    assert "UU 10/2016 Pasal 190" in answer["forms"][0]["basis"]


def test_listening_without_attributes_was_not_forbidden_under_the_old_regulation():
    answer = assessed(conduct="passive_attendance", act_date="2018-03-01", decision_date="2018-06-01")
    assert outline(answer) == ("NONE", None, None)
    assert answer["needs_review"] is False
    assert any("tidak dilarang selama tanpa atribut" in reason for reason in answer["reasons"])


def test_a_village_head_is_never_under_civil_service_discipline():
    answer = assessed(conduct="partisan_activity", employment="VILLAGE_HEAD", act_date="2024-10-10")
    assert answer["category"] == "NONE"
    assert all(row["category"] == "ELECTION_CRIME" for row in answer["forms"])
    assert any("hukum desa" in reason for reason in answer["reasons"])


def test_an_impossible_day_gives_an_error_while_the_others_are_answered(tmp_path):
    records = [a_record(id="salah", act_date="2024-13-01"), a_record(id="benar")]
    file = tmp_path / "perkara.json"
    file.write_text(json.dumps(records), encoding="utf-8")
    output, exit_code = assess_file(file, as_json=True)
    wrong, right = json.loads(output)
    assert exit_code == 1
    assert set(wrong) == {"id", "error"} and wrong["id"] == "salah" and "2024-13-01" in wrong["error"]
    assert right["id"] == "benar" and right["error"] is None


def test_an_answer_has_exactly_the_keys_of_the_contract():
    answer = assessed()
    assert list(answer) == [
        *("id", "act_date", "phase", "phase_source", "category", "level_floor", "level_ceiling", "sanctions"),
        *("forms", "nearest_forms", "regime", "regime_reason", "oversight_body", "needs_review", "reasons", "error"),
    ]
    assert set(answer["forms"][0]) == {"form", "category", "level", "era", "in_force", "basis", "verification"}
    assert answer["sanctions"][0] == {
        "code": "demotion_12m",
        "level": "SEVERE",
        "label": "Penurunan jabatan setingkat lebih rendah selama 12 bulan",
        "source": {"instrument": "PP 94/2021", "article": "Pasal 8 ayat (4) huruf a", "verification": "SEEN"},
    }
