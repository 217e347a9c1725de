"""The worked records of the contract of `netra assess`, as they are printed there, with every key of the answer.

Where the contract leaves a required key out (the kind of election of two records) the one that its words imply is used.
A reason is told by its first words or by what it must name; there is one for each, in order, and none besides.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from netra.law.assess import assess

SEVERE_2021 = ["demotion_12m", "release_to_staff_12m", "honourable_dismissal"]
MODERATE_2010 = ["increment_delay_1y", "promotion_delay_1y", "rank_demotion_1y"]
NO_CRIME = ("pem_partisan_activity_no_crime", "PEM-7", "ELECTION_CRIME", None, "UNVERIFIED", "UU 7/2017 Pasal 283")


@dataclass(frozen=True)
class Worked:
    """A record, its answer, and the words of its texts."""

    record: dict[str, str]
    phase: tuple[str | None, str | None]
    category: str
    levels: tuple[str | None, str | None]
    sanctions: list[str]
    forms: list[tuple[str, str, str, str | None, str, str]]  # form, era, category, level, verification, what is cited
    regime: tuple[str | None, str]  # and what its reason names
    body: str
    review: bool
    nearest: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


LIKE = {"conduct": "social_media_reaction", "election_kind": "REGIONAL"}
ACTIVITY_2019 = {
    **{"conduct": "partisan_activity", "election_kind": "GENERAL", "phase": "candidate"},
    "act_date": "2019-02-10",
}

WORKED = {
    "a like in the city, for a determined candidate, October 2024": Worked(
        record={**LIKE, "phase": "candidate", "act_date": "2024-10-15", "employment": "PNS"},
        phase=("candidate", "GIVEN"),
        category="DISCIPLINE",
        levels=("SEVERE", "SEVERE"),
        sanctions=SEVERE_2021,
        forms=[
            (
                *("disc_social_media_interaction_candidate", "SKB-22", "DISCIPLINE", "SEVERE", "SECONDARY"),
                "SKB 2/2022 Lampiran II-B baris 6",
            )
        ],
        regime=("DISC-94", "PP 94/2021"),
        body="BKN",
        review=True,
        reasons=["Pertentangan yang tercatat pada disc_social_media_interaction_candidate (SKB-22): BKN yang dikutip"],
    ),
    "the same for a prospective candidate": Worked(
        record={**LIKE, "phase": "prospective", "act_date": "2024-05-10"},
        phase=("prospective", "GIVEN"),
        category="ETHICS",
        levels=("MORAL", "MORAL"),
        sanctions=["closed_statement", "open_statement"],
        forms=[
            (
                *("coe_social_media_interaction_aspirant", "SKB-22", "ETHICS", "MORAL", "SECONDARY"),
                "SKB 2/2022 Lampiran II-A baris 4",
            )
        ],
        regime=("DISC-94", "PP 94/2021"),
        body="KASN",
        review=False,
    ),
    "the same in Kota Jambi in 2018": Worked(
        record={**LIKE, "phase": "candidate", "act_date": "2018-04-22", "region": "Kota Jambi"},
        phase=("candidate", "GIVEN"),
        category="NONE",
        levels=(None, None),
        sanctions=[],
        forms=[],
        nearest=["coe_social_media_interaction_aspirant", "disc_social_media_interaction_candidate"],
        regime=("DISC-53", "PP 94/2021 (Pasal 40 ayat (3)-(4))"),
        body="KASN",
        review=True,
        reasons=["Tidak ada baris yang berlaku pada hari itu untuk perbuatan ini; itu tidak berarti boleh. Pejabat "],
    ),
    "a partisan activity of 2019, decided in 2019": Worked(
        record={**ACTIVITY_2019, "decision_date": "2019-10-01"},
        phase=("candidate", "GIVEN"),
        category="DISCIPLINE",
        levels=("MODERATE", "MODERATE"),
        sanctions=MODERATE_2010,
        forms=[
            (
                *("disc_partisan_activity", "DISC-53", "DISCIPLINE", "MODERATE", "SEEN"),
                "PP 53/2010 Pasal 4 angka 13 huruf b jo. Pasal 12 angka 7",
            ),
            NO_CRIME,
        ],
        regime=("DISC-53", "tetap menurut PP 53/2010"),
        body="KASN",
        review=False,
        reasons=[
            "Tanpa sanksi pada baris ini: pem_",
            "Jabatan yang dipilih tidak disebut; Mengadakan kegiatan yang mengarah keberpihakan",
        ],
    ),
    "the same act, examined first in October 2021": Worked(
        record={**ACTIVITY_2019, "examination_date": "2021-10-01"},
        phase=("candidate", "GIVEN"),
        category="DISCIPLINE",
        levels=("SEVERE", "SEVERE"),
        sanctions=SEVERE_2021,
        forms=[
            (
                *("disc_partisan_activity", "DISC-94", "DISCIPLINE", "SEVERE", "SEEN"),
                "PP 94/2021 Pasal 5 huruf n angka 6 jo. Pasal 14 huruf i angka 4",
            ),
            NO_CRIME,
        ],
        regime=("DISC-94", "diperiksa sejak hari itu"),
        body="KASN",
        review=True,
        reasons=["Tanpa sanksi pada baris ini: pem_", "Peraturan yang berbeda tingkat hukumannya menjangkau"],
    ),
    "a contract employee who joined a party": Worked(
        record={
            **{"conduct": "party_membership", "election_kind": "GENERAL", "employment": "PPPK"},
            "act_date": "2023-07-01",
        },
        phase=("prospective", "STAGES"),
        category="STATUS_TERMINATION",
        levels=("TERMINATION", "TERMINATION"),
        sanctions=["contract_end_party"],
        forms=[
            (
                *("disc_party_membership", "ASN-5", "STATUS_TERMINATION", "TERMINATION", "SEEN"),
                "UU 5/2014 Pasal 105 ayat (3) huruf c",
            ),
            (
                *("disc_party_membership", "SKB-22", "STATUS_TERMINATION", "TERMINATION", "SECONDARY"),
                "SKB 2/2022 Lampiran II-B baris 5",
            ),
            (
                *("disc_party_membership", "PPPK-49", "STATUS_TERMINATION", "TERMINATION", "SEEN"),
                "PP 49/2018 Pasal 53 ayat (3) huruf c",
            ),
        ],
        regime=("DISC-94", "PP 94/2021"),
        body="KASN",
        review=False,
    ),
    "a transfer on the day the window opened": Worked(
        record={
            **{"conduct": "transfer_in_ban_window", "election_kind": "REGIONAL", "employment": "STATE_OFFICIAL"},
            "act_date": "2024-03-22",
        },
        phase=("prospective", "STAGES"),
        category="ELECTION_ADMINISTRATION",
        levels=(None, None),
        sanctions=[],
        forms=[
            (
                *("pil_mutation_ban", "PIL-71", "ELECTION_CRIME", "CRIMINAL", "SECONDARY"),
                # The contract writes "UU 10/2016 Ps 190"; that law inserts 190A only (ADR 13).
                "UU 1/2015 Pasal 190",
            )
        ],
        regime=(None, "bukan pegawai ASN"),
        body="KASN",
        review=False,
        reasons=[
            "Pejabat negara atau kepala daerah bukan pegawai ASN: berlaku hukum pemerintahan daerah (UU 23/2014",
            "Pencalonan petahana dapat dibatalkan KPU (UU 10/2016 Pasal 71 ayat (5))",
            "Ancaman pidana pil_mutation_ban: pada hari perbuatan penjara 1-6 bulan",
            "Tahap dibaca dari jadwal nasional Pemilihan serentak 2024; belum tentu daerah ini memilih pada hari itu.",
            "Masa larangan dibuka 22 Maret 2024",
        ],
    ),
    "listening without attributes in 2018": Worked(
        record={
            **{"conduct": "passive_attendance", "election_kind": "REGIONAL", "phase": "candidate"},
            **{"act_date": "2018-03-01", "decision_date": "2018-06-01"},
        },
        phase=("candidate", "GIVEN"),
        category="NONE",
        levels=(None, None),
        sanctions=[],
        forms=[
            (
                *("disc_passive_attendance", "DISC-53", "DISCIPLINE", None, "DERIVED"),
                # The contract writes angka 12 b and no kind of election; of heads of regions angka 15 speaks.
                "PP 53/2010 Pasal 4 angka 15 huruf a dan penjelasannya, bandingkan angka 12 huruf b dan penjelasannya",
            )
        ],
        regime=("DISC-53", "tetap menurut PP 53/2010"),
        body="KASN",
        review=False,
        reasons=["Tanpa sanksi pada baris ini: disc_passive_attendance (DISC-53): tidak dilarang selama tanpa atribut"],
    ),
    "a village head": Worked(
        record={
            **{"conduct": "partisan_activity", "election_kind": "REGIONAL", "employment": "VILLAGE_HEAD"},
            "act_date": "2024-10-10",
        },
        phase=("candidate", "STAGES"),
        category="NONE",
        levels=(None, None),
        sanctions=[],
        forms=[],
        regime=(None, "hukum desa (UU 6/2014 tentang Desa), yang tidak dinilai di sini"),
        body="BKN",
        review=True,
        reasons=[
            "Kepala desa bukan pegawai ASN: berlaku hukum desa",
            "Tahap dibaca dari jadwal nasional Pemilihan serentak 2024; belum tentu daerah ini memilih pada hari itu.",
            "Tidak ada baris pidana atau administrasi pemilihan yang menjangkau",
        ],
    ),
}


@pytest.mark.parametrize("worked", WORKED.values(), ids=list(WORKED))
def test_a_worked_record_is_answered_with_every_key_that_the_contract_prints(worked):
    answer = assess({"id": "catatan", **worked.record})
    forms = [
        {"form": form, "category": category, "level": level, "era": era, "in_force": True, "verification": mark}
        for form, era, category, level, mark, _cited in worked.forms
    ]
    texts = {"forms": answer["forms"], "sanctions": answer["sanctions"], "reasons": answer["reasons"]}
    assert {**answer, "regime_reason": None, **dict.fromkeys(texts)} == {
        **{"id": "catatan", "act_date": worked.record["act_date"]},
        **{"phase": worked.phase[0], "phase_source": worked.phase[1], "category": worked.category},
        **{"level_floor": worked.levels[0], "level_ceiling": worked.levels[1], "sanctions": None, "forms": None},
        **{"nearest_forms": worked.nearest, "regime": worked.regime[0], "regime_reason": None},
        **{"oversight_body": worked.body, "needs_review": worked.review, "reasons": None, "error": None},
    }
    assert [{key: row[key] for key in row if key != "basis"} for row in answer["forms"]] == forms
    for row, (*_, cited) in zip(answer["forms"], worked.forms, strict=True):
        assert any(cited in source for source in row["basis"])
    assert [sanction["code"] for sanction in answer["sanctions"]] == worked.sanctions
    assert worked.regime[1] in answer["regime_reason"]
    assert len(answer["reasons"]) == len(worked.reasons)
    for reason, beginning in zip(answer["reasons"], worked.reasons, strict=True):
        assert reason.startswith(beginning)


def test_in_2018_the_officer_chooses_from_the_article_that_the_contract_names():
    kota_jambi = assess({"id": "catatan", **WORKED["the same in Kota Jambi in 2018"].record})
    assert "PP 53/2010 Pasal 4 angka 15" in kota_jambi["reasons"][0]
