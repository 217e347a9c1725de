"""`netra link --register database`: a party list beside the register of this instance. Every person is invented."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from netra.cli.main import main
from netra.registry.models import PositionSpell
from netra.registry.queries import people_to_compare
from netra.registry.tests.builders import ANI_NIP, BUDI_NIP, TODAY, make_agency, make_person, make_position
from netra.trust.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def an_office_of_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests have entered their own instance already; the command must not choose another one."""
    monkeypatch.setenv("NETRA_DATA_DIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    make_agency()
    make_position(make_person(BUDI_NIP, "Budi Laksana (contoh)"))
    make_position(make_person(ANI_NIP, "Ani Melati (contoh)"))
    Path("party.csv").write_text(
        "nama,tanggal_lahir,wilayah,partai\nBudi Laksana,01-01-1980,Kota Jambi,MAWAR\n", encoding="utf-8"
    )


def test_whoever_serves_is_compared_by_name_birth_and_region_of_the_agency(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["link", "party.csv", "--register", "database", "--json"]) == 0
    (entry,) = json.loads(capsys.readouterr().out)["entries"]
    (one,) = entry["suggested"]
    assert (entry["decision"], one["name"]) == ("CONFIRMABLE", "Budi Laksana (contoh)")
    # A NIP tells a birthday: people are named by their reference.
    assert one["rid"].startswith("PEG-")
    assert {"tanggal lahir sama", "kabupaten/kota sama"} <= set(one["for"])


def test_the_trail_tells_which_list_was_laid_beside_the_register() -> None:
    content = Path("party.csv").read_bytes()
    assert main(["link", "party.csv", "--register", "database", "--json"]) == 0
    event = Event.objects.get(verb="registry.people_compare")
    assert event.actor_ref == "system:cli"
    assert json.loads(event.payload) == {"sha256": hashlib.sha256(content).hexdigest()}


def test_whoever_left_is_not_compared() -> None:
    PositionSpell.objects.filter(civil_servant__nip=ANI_NIP).update(until_date=TODAY)
    assert [person["nip"] for person in people_to_compare(on=TODAY)] == [BUDI_NIP]


def test_an_empty_register_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    PositionSpell.objects.update(until_date=TODAY)
    assert main(["link", "party.csv", "--register", "database"]) == 2
    assert "register instans ini: tidak ada" in capsys.readouterr().err
