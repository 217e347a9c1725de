"""The gap between what was imposed and what the law sets, by case."""

from __future__ import annotations

import pytest

from netra.law.gap import gap, summarise
from netra.law.sanctions import CATALOGUES
from netra.law.tests.builders import a_record

SEVERE = {"conduct": "partisan_activity", "act_date": "2024-10-15"}
MODERATE_2019 = {
    **{"conduct": "partisan_activity", "election_kind": "GENERAL", "act_date": "2019-02-10"},
    **{"decision_date": "2019-10-01", "office": "PRESIDENT"},
}


def found(imposed, **changes):
    return gap(a_record(**{**SEVERE, **changes}, imposed=imposed))["gap"]


VERDICTS = [
    ("MORAL", "BELOW_FLOOR", 3),
    ("LIGHT", "BELOW_FLOOR", 2),
    ("MODERATE", "BELOW_FLOOR", 1),
    ("SEVERE", "WITHIN", 0),
    ("TERMINATION", "ABOVE_CEILING", 1),
]


@pytest.mark.parametrize(("level", "verdict", "steps"), VERDICTS)
def test_steps_are_rungs_of_the_ladder(level, verdict, steps):
    assert found({"level": level}) == {"verdict": verdict, "steps": steps, "imposed_level": level}


def test_between_floor_and_ceiling_is_within():
    changes = {"conduct": "approach_party", "other_conducts": ["partisan_activity"], "phase": "prospective"}
    assert found({"level": "MODERATE"}, **changes)["verdict"] == "WITHIN"
    assert found({"level": "SEVERE"}, **changes)["verdict"] == "WITHIN"


def test_the_finding_of_the_second_thesis_an_oral_reprimand_is_below_the_floor():
    record = a_record(**MODERATE_2019, imposed={"sanction": "teguran lisan", "date": "2019-10-01"})
    assert gap(record)["gap"] == {"verdict": "BELOW_FLOOR", "steps": 1, "imposed_level": "LIGHT"}


def test_nothing_imposed_is_not_decided():
    assert gap(a_record(**SEVERE))["gap"] == {"verdict": "NOT_DECIDED", "steps": None, "imposed_level": None}


@pytest.mark.parametrize("imposed", [{}, {"level": None}, {"sanction": "", "date": None}])
def test_an_entry_in_which_nothing_is_filled_in_is_not_decided_either(imposed):
    assert found(imposed) == {"verdict": "NOT_DECIDED", "steps": None, "imposed_level": None}


NAMED_2024 = [
    ("Teguran lisan", "LIGHT"),
    ("teguran  tertulis", "LIGHT"),
    ("pernyataan tidak puas secara tertulis", "LIGHT"),
    ("penundaan kenaikan gaji berkala 1 tahun", "MODERATE"),
    ("penundaan kenaikan pangkat selama 1 (satu) tahun", "MODERATE"),
    ("pemotongan tukin 25% selama 6 bulan", "MODERATE"),
    ("Pemotongan tunjangan kinerja sebesar 25% selama 6 (enam) bulan", "MODERATE"),
    ("Pemotongan tunjangan kinerja sebesar 25% (dua puluh lima persen) selama 9 (sembilan) bulan", "MODERATE"),
    ("pemotongan tunjangan kinerja sebesar 25 (dua puluh lima) persen selama 12 (dua belas) bulan", "MODERATE"),
    ("Tukin dipotong 25% selama enam bulan", "MODERATE"),
    ("Tukin dipotong 25% selama 6 bulan", "MODERATE"),
    ("pemotongan tunjangan kinerja 50% selama 6 bulan", None),
    ("pemotongan tunjangan kinerja 25% selama 3 bulan", None),
    ("penurunan pangkat setingkat lebih rendah selama 1 (satu) tahun", "MODERATE"),
    ("pembebasan dari jabatan menjadi pelaksana 12 bulan", "SEVERE"),
    ("penurunan jabatan setingkat lebih rendah selama 12 bulan", "SEVERE"),
    ("pemberhentian dengan hormat tidak atas permintaan sendiri", "SEVERE"),
    ("diberhentikan tidak dengan hormat (PTDH)", "TERMINATION"),
    ("pernyataan secara terbuka", "MORAL"),
    ("sanksi moral pernyataan tertutup", "MORAL"),
    ("teguran", None),
    ("surat pernyataan menyesal", None),
    ("penundaan kenaikan pangkat 3 tahun", None),
    ("penundaan kenaikan pangkat selama 3 tahun", None),
    ("penurunan pangkat", None),
    ("teguran tertulis dan pembebasan dari jabatan", None),
    ("teguran tertulis dibatalkan", None),
    ("diusulkan penurunan jabatan", None),
    ("tidak dijatuhi teguran tertulis; dinyatakan tidak bersalah", None),
    ("tidak diberikan sanksi moral, cukup dibina", None),
    ("tidak terbukti; teguran lisan dari atasan", None),
    ("Bupati tidak menjatuhkan penurunan jabatan", None),
    ("tidak jadi dikenai pembebasan dari jabatan", None),
    ("tidak ada sanksi selain teguran lisan", None),
    ("pernyataan tidak puas karena tidak disiplin", "LIGHT"),
    ("karena tidak disiplin dijatuhi teguran tertulis", "LIGHT"),
    ("diberhentikan tidak dengan hormat karena tidak netral", "TERMINATION"),
]


VERBS_2024 = [
    ("ditegur secara lisan", "LIGHT"),
    ("Wali Kota menegurnya secara tertulis", "LIGHT"),
    ("dinyatakan tidak puas secara tertulis oleh atasannya", "LIGHT"),
    ("ditunda kenaikan gaji berkalanya selama 1 tahun", "MODERATE"),
    ("kenaikan gaji berkalanya ditunda 1 (satu) tahun", "MODERATE"),
    ("KGB-nya ditunda selama satu tahun", "MODERATE"),
    ("kenaikan pangkatnya ditunda selama 12 bulan", "MODERATE"),
    ("Bupati menunda kenaikan pangkat yang bersangkutan", "MODERATE"),
    ("pangkatnya diturunkan setingkat lebih rendah selama 1 (satu) tahun", "MODERATE"),
    ("diturunkan pangkatnya setingkat lebih rendah selama satu tahun", "MODERATE"),
    ("tunjangan kinerjanya dipotong 25% selama 9 bulan", "MODERATE"),
    ("diturunkan jabatannya setingkat lebih rendah selama 12 bulan", "SEVERE"),
    ("jabatannya diturunkan setingkat lebih rendah selama 12 (dua belas) bulan", "SEVERE"),
    ("diturunkan ke jabatan yang setingkat lebih rendah", "SEVERE"),
    ("Gubernur menurunkan jabatannya selama 1 (satu) tahun", "SEVERE"),
    ("dibebaskan dari jabatannya menjadi pelaksana selama 12 bulan", "SEVERE"),
    ("membebaskannya dari jabatan menjadi jabatan pelaksana", "SEVERE"),
    ("diberhentikan dengan hormat sebagai PNS tidak atas permintaan sendiri", "SEVERE"),
    ("memberhentikan dengan hormat tidak atas permintaan sendiri", "SEVERE"),
    ("diberhentikan sebagai PNS tidak dengan hormat", "TERMINATION"),
    ("diberhentikan secara tidak hormat", "TERMINATION"),
    ("pelanggarannya dinyatakan secara terbuka dalam upacara", "MORAL"),
    ("dinyatakan secara tertutup oleh PPK", "MORAL"),
]
STILL_UNKNOWN_2024 = [
    *(
        "ditegur",
        "diperingatkan secara tertulis",
        "menegur bawahannya di depan umum",
        "menyatakan tidak puas atas putusan",
    ),
    *("kenaikan gaji berkalanya ditunda selama 2 tahun", "penundaan kenaikan gaji berkala selama 6 bulan"),
    *("ditunda kenaikan pangkatnya selama 3 tahun", "penundaan KGB-nya selama 2 tahun"),
    *("kenaikan pangkatnya ditunda 3 tahun", "kenaikan pangkatnya ditunda selama 1 bulan", "gajinya ditunda"),
    *("pangkatnya diturunkan", "diturunkan pangkatnya selama 2 tahun", "tukinnya dipotong 10% selama 12 bulan"),
    *("diturunkan jabatannya selama 3 bulan", "jabatannya diturunkan setingkat selama 6 (enam) bulan", "demosi"),
    *("alat peraganya diturunkan", "spanduk diturunkan oleh Satpol PP", "dicopot", "nonjob", "dimutasi ke kecamatan"),
    *("dibebaskan sementara dari tugas jabatannya", "dibebaskan dari jabatan untuk sementara", "dibebastugaskan"),
    *("diberhentikan dengan hormat atas permintaan sendiri", "diberhentikan dari jabatannya", "diberhentikan"),
    *("meminta maaf secara terbuka", "sidang dinyatakan terbuka untuk umum", "dipecat"),
    *("akan diturunkan jabatannya", "dapat diberhentikan tidak dengan hormat", "terancam diberhentikan tidak hormat"),
    *(
        "tidak diturunkan jabatannya",
        "jabatannya tidak jadi diturunkan",
        "Bupati tidak memberhentikan tidak dengan hormat",
    ),
    *("harus dibebaskan dari jabatannya", "diusulkan ditunda kenaikan pangkatnya", "agar ditegur secara tertulis"),
    *("ditegur lisan, lalu jabatannya diturunkan", "PHK tidak dengan hormat"),
]


@pytest.mark.parametrize(("text", "level"), VERBS_2024)
def test_a_penalty_told_with_a_verb_is_the_same_penalty(text, level):
    assert found({"sanction": text})["imposed_level"] == level


@pytest.mark.parametrize("text", STILL_UNKNOWN_2024)
def test_a_verb_that_names_no_penalty_of_the_catalogue_or_one_not_imposed_stays_unknown(text):
    assert found({"sanction": text}) == {"verdict": "UNKNOWN", "steps": None, "imposed_level": None}


VERBS_2019 = [
    ("pangkatnya diturunkan setingkat lebih rendah selama 3 (tiga) tahun", "SEVERE"),
    ("diturunkan pangkatnya selama 1 tahun", "MODERATE"),
    ("dipindahkan dalam rangka penurunan jabatan setingkat lebih rendah", "SEVERE"),
    ("jabatannya diturunkan setingkat lebih rendah", "SEVERE"),
    ("dibebaskan dari jabatan", "SEVERE"),
    ("diberhentikan secara tidak hormat", "SEVERE"),
    ("kenaikan pangkatnya ditunda 1 tahun", "MODERATE"),
    ("ditegur lisan", "LIGHT"),
    ("tunjangan kinerjanya dipotong 25% selama 6 bulan", None),
]


@pytest.mark.parametrize(("text", "level"), VERBS_2019)
def test_the_verbs_are_read_in_the_catalogue_of_the_old_regulation_too(text, level):
    assert gap(a_record(**MODERATE_2019, imposed={"sanction": text}))["gap"]["imposed_level"] == level


VERBS_PPPK = [
    ("hubungan perjanjian kerjanya diputus tidak dengan hormat", "TERMINATION"),
    ("PHK secara tidak hormat", "TERMINATION"),
    ("diputus hubungan kerjanya dengan hormat tidak atas permintaan sendiri", "SEVERE"),
    ("hubungan kerjanya diputus", None),
    ("kontraknya tidak diperpanjang", None),
    ("hubungan kerjanya tidak diputus secara tidak hormat", None),
    ("diturunkan jabatannya selama 12 bulan", None),
]


@pytest.mark.parametrize(("text", "level"), VERBS_PPPK)
def test_the_end_of_a_contract_is_read_with_its_own_verbs(text, level):
    answer = found({"sanction": text}, employment="PPPK", conduct="party_membership")
    assert answer["imposed_level"] == level


def test_every_penalty_of_every_catalogue_that_words_can_name_is_read_from_its_own_label():
    for name, sanctions in CATALOGUES.items():
        for sanction in sanctions:
            if sanction.reads is not None:
                assert sanction.reads.search(sanction.label.casefold()), (name, sanction.code)


@pytest.mark.parametrize(("text", "level"), NAMED_2024)
def test_the_level_is_read_only_where_the_wording_names_one_penalty(text, level):
    answer = found({"sanction": text})
    assert answer["imposed_level"] == level
    assert (answer["verdict"] == "UNKNOWN") == (level is None)


def test_a_year_is_read_only_up_to_the_decision():
    record = a_record(
        **{"conduct": "partisan_activity", "act_date": "2021-09-15", "act_date_precision": "YEAR", "office": "MAYOR"},
        imposed={"level": "MODERATE", "date": "2021-06-01"},
    )
    assert gap(record)["gap"] == {"verdict": "WITHIN", "steps": 0, "imposed_level": "MODERATE"}


def test_dismissal_without_honour_was_a_severe_penalty_under_the_old_regulation():
    record = a_record(**MODERATE_2019, imposed={"sanction": "PTDH"})
    assert gap(record)["gap"] == {"verdict": "ABOVE_CEILING", "steps": 1, "imposed_level": "SEVERE"}


def test_the_same_words_end_a_status_where_the_act_was_party_membership():
    record = a_record(
        conduct="party_membership", act_date="2019-02-10", decision_date="2019-10-01", imposed={"sanction": "PTDH"}
    )
    assert gap(record)["gap"] == {"verdict": "WITHIN", "steps": 0, "imposed_level": "TERMINATION"}


def test_a_rank_lowered_for_three_years_was_severe_only_under_the_old_regulation():
    text = {"sanction": "penurunan pangkat setingkat lebih rendah selama 3 tahun"}
    assert gap(a_record(**MODERATE_2019, imposed=text))["gap"]["imposed_level"] == "SEVERE"
    assert found(text)["imposed_level"] is None


def test_where_the_law_sets_no_level_nothing_is_compared():
    assert found({"level": "LIGHT"}, conduct="other") == {"verdict": "UNKNOWN", "steps": None, "imposed_level": "LIGHT"}


def test_a_village_head_is_not_measured_with_the_ladder_of_civil_servants():
    answer = found({"sanction": "teguran tertulis"}, employment="VILLAGE_HEAD")
    assert answer == {"verdict": "UNKNOWN", "steps": None, "imposed_level": None}


def test_a_contract_employee_is_measured_with_the_words_of_its_own_regulation():
    text = {"sanction": "pemutusan hubungan perjanjian kerja tidak dengan hormat"}
    answer = found(text, employment="PPPK", conduct="party_membership")
    assert answer == {"verdict": "WITHIN", "steps": 0, "imposed_level": "TERMINATION"}


def test_an_unreadable_record_has_no_gap():
    assert set(gap(a_record(conduct="x"))) == {"id", "error"}


def test_the_summary_counts_cases_and_says_what_was_left_out_and_why():
    results = [
        gap(a_record(**SEVERE, imposed={"level": "LIGHT"})),
        gap(a_record(**SEVERE, imposed={"level": "SEVERE"})),
        gap(a_record(**SEVERE)),
        gap(a_record(**SEVERE, imposed={"sanction": "dibina"})),
        gap(a_record(**{**SEVERE, "act_date": "2023-05-01", "conduct": "other"}, imposed={"level": "LIGHT"})),
        gap(a_record(**SEVERE, employment="VILLAGE_HEAD", imposed={"level": "LIGHT"})),
        gap(a_record(conduct="x")),
    ]
    summary = summarise(results)
    assert summary["unit"] == "perkara (satu catatan = satu perkara), bukan orang"
    assert (summary["cases"], summary["compared"]) == (7, 2)
    assert summary["verdicts"] == {
        **{"BELOW_FLOOR": 1, "WITHIN": 1, "ABOVE_CEILING": 0},
        **{"NOT_DECIDED": 1, "UNKNOWN": 3},
    }
    assert summary["by_year"]["2023"]["UNKNOWN"] == 1
    assert summary["by_category"]["DISCIPLINE"]["BELOW_FLOOR"] == 1
    assert summary["by_regime"]["NOT_A_CIVIL_SERVANT"]["UNKNOWN"] == 1
    assert summary["left_out"]["count"] == 5
    assert sorted(summary["left_out"]["why"].values()) == [1, 1, 1, 1, 1]
    assert "catatan tidak dapat dibaca" in summary["left_out"]["why"]
