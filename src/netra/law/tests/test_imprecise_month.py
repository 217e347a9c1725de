"""What an act of which only the month is known may be: each day of the month is asked with its own phase."""

from __future__ import annotations

from netra.law.assess import assess


def alternatives(record):
    [said] = [each for each in assess(record)["reasons"] if "Jawabannya dapat: " in each]
    return said.partition("Jawabannya dapat: ")[2].rstrip(".").split("; atau ")


def test_a_month_with_the_determination_of_candidates_lists_the_answers_of_its_days():
    """September 2024: ethics to the 21st (KASN to the 3rd, then BKN), discipline from the 22nd; nothing between."""
    found = alternatives(
        {
            "id": "month",
            "act_date": "2024-09-01",
            "act_date_precision": "MONTH",
            "conduct": "social_media_reaction",
            "election_kind": "REGIONAL",
            "region": "Kota Jambi",
        }
    )
    assert [each.removesuffix(", perlu ditelaah") for each in found] == [
        "pelanggaran kode etik, sanksi moral, DISC-94, KASN",
        "pelanggaran kode etik, sanksi moral, DISC-94, BKN",
        "pelanggaran disiplin, hukuman disiplin berat, DISC-94, BKN",
    ]
