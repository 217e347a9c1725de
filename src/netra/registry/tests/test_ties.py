"""Ties between two people of the register: said by somebody, dated, read from both sides, struck and never deleted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from netra.registry.checks import InvalidEntry
from netra.registry.entries import TieEntry
from netra.registry.models import CivilServant, Tie
from netra.registry.operations import position_end, tie_end, tie_record, tie_strike
from netra.registry.operations.ties import TieRefused
from netra.registry.queries import KnownTie, Named, ties_between, ties_of
from netra.registry.states import TieKind, TieSource
from netra.registry.tests import builders as make
from netra.registry.told_rows import MIRRORS
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.models import User

pytestmark = pytest.mark.django_db

BUDI, ANI = Named("Budi (contoh)", make.BUDI_NIP), Named("Ani (contoh)", make.ANI_NIP)
BROTHERS = TieEntry(make.ANI_NIP, TieKind.KINSHIP, "saudara kandung", TieSource.HIMSELF)
TEAM = TieEntry(
    make.ANI_NIP,
    TieKind.CAMPAIGN_TEAM,
    "satu tim kampanye pasangan calon nomor 1",
    TieSource.DOCUMENT,
    start_date=date(2018, 2, 15),
    document="SK Tim Kampanye 3/2018 (contoh), 15 Februari 2018",
    was_read=True,
)


@pytest.fixture
def budi() -> CivilServant:
    """Budi serves in Kota Jambi, Ani in Muaro Jambi."""
    make.make_agency()
    make.make_muaro()
    ani = make.make_person(make.ANI_NIP, "Ani (contoh)", agency_code=make.MUARO)
    make.make_position(ani, agency_code=make.MUARO, title="Kepala Badan")
    person = make.make_person()
    make.make_position(person)
    return person


def said(budi: CivilServant, entry: TieEntry = BROTHERS, by: Any = make.SYSTEM) -> Tie:
    return tie_record(person_ref=budi.ref, entry=entry, by=by, at=make.AT)


def known(handler: Named = ANI, accused: Named = BUDI) -> list[KnownTie]:
    return ties_between([handler], [accused], on=make.TODAY)


def test_a_head_whose_brother_is_accused_is_told_of_it_from_either_side(budi):
    said(budi)
    (told,) = known()
    assert (told.who, told.whom, told.kind, told.degree) == (
        "Ani (contoh)",
        "Budi (contoh)",
        "Kerabat",
        "saudara kandung",
    )
    assert (told.source, told.verification) == ("Dinyatakan sendiri oleh Budi (contoh)", "UNVERIFIED")
    (other_way,) = known(BUDI, ANI)
    assert (other_way.who, other_way.whom) == ("Budi (contoh)", "Ani (contoh)")


def test_whoever_is_named_without_nip_is_known_by_name_and_it_is_said(budi):
    said(budi)
    (told,) = known(Named("Dr. Ani (contoh), S.H."))
    assert told.by_name
    assert known(ANI, Named("Budi (contoh)")) == []


def test_a_team_that_ended_is_still_told_with_its_days_and_its_paper(budi):
    tie = said(budi, TEAM)
    tie_end(ref=tie.ref, until_date=date(2018, 6, 24), reason="Masa kampanye selesai.", by=make.SYSTEM, at=make.AT)
    (told,) = known()
    assert (told.start, told.until, told.verification) == (date(2018, 2, 15), date(2018, 6, 24), "SEEN")
    assert told.source == "Dokumen: SK Tim Kampanye 3/2018 (contoh), 15 Februari 2018"
    with pytest.raises(TieRefused, match="sudah berakhir"):
        tie_end(ref=tie.ref, until_date=date(2018, 7, 1), reason="Lagi.", by=make.SYSTEM, at=make.AT)


def test_a_tie_declared_wrongly_is_struck_with_a_reason_and_warns_nobody(budi):
    tie = said(budi)
    with pytest.raises(InvalidEntry, match="alasannya"):
        tie_strike(ref=tie.ref, reason=" ", by=make.SYSTEM, at=make.AT)
    tie_strike(ref=tie.ref, reason="Hanya senama.", by=make.SYSTEM, at=make.AT)
    assert known() == []
    assert ties_of(budi, user=make.make_dewi(), on=make.TODAY).get().struck_reason == "Hanya senama."
    with pytest.raises(TieRefused, match="sudah dicoret"):
        tie_strike(ref=tie.ref, reason="Lagi.", by=make.SYSTEM, at=make.AT)
    assert said(budi).ref != tie.ref


def test_a_former_superior_is_read_off_the_positions_and_a_present_one_is_not(budi):
    citra = make.make_person(make.CITRA_NIP, "Citra (contoh)")
    make.make_position(citra, superior_nip=make.BUDI_NIP)
    assert known(Named("Citra (contoh)", make.CITRA_NIP)) == []
    position_end(person_ref=citra.ref, until_date=date(2018, 2, 1), by=make.SYSTEM, at=make.AT)
    (told,) = known(Named("Citra (contoh)", make.CITRA_NIP))
    assert (told.degree, told.until, told.verification) == (
        "pernah menjadi bawahan terlapor",
        date(2018, 2, 1),
        "DERIVED",
    )
    (above,) = known(BUDI, Named("Citra (contoh)", make.CITRA_NIP))
    assert above.degree == "pernah menjadi atasan langsung terlapor"
    assert not Tie.objects.exists()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"degree": " "}, "dalam kata"),
        ({"source": TieSource.SOMEBODY}, "siapa yang menyatakan"),
        ({"source": TieSource.DOCUMENT}, "nomor dan tanggal"),
        ({"was_read": True}, "belum diverifikasi"),
        ({"start_date": date(2018, 1, 1)}, "Kosongkan kedua tanggalnya"),
        ({"kind": TieKind.MARRIAGE}, "sejak kapan"),
        ({"kind": TieKind.MARRIAGE, "start_date": date(2018, 3, 2)}, "belum ada"),
    ],
)
def test_what_is_missing_or_claims_too_much_is_said(budi, change, why):
    with pytest.raises(InvalidEntry, match=why):
        said(budi, replace(BROTHERS, **change))


@pytest.mark.parametrize(
    ("nip", "why"), [(make.BUDI_NIP, "dua pihak"), (make.CITRA_NIP, "tidak ada dalam registri"), ("x", "tidak ada")]
)
def test_a_tie_has_another_side_that_the_register_knows(budi, nip, why):
    with pytest.raises(TieRefused, match=why):
        said(budi, replace(BROTHERS, other_nip=nip))


def test_the_same_tie_is_not_recorded_twice(budi):
    said(budi)
    with pytest.raises(TieRefused, match="sudah tercatat"):
        said(budi)


def test_officers_of_either_side_read_it_and_nobody_else(budi):
    tie = said(budi, by=make.make_dewi())
    tono = make.make_user("tono", Role.PERSONNEL_OFFICER, agency_code=make.MUARO)
    for reader, seen in ((tono, [tie]), (make.make_admin(), [tie]), (make.make_maria(), []), (make.make_wayan(), [])):
        assert list(ties_of(budi, user=reader, on=make.TODAY)) == seen
    with pytest.raises(NotAllowed):
        said(budi, by=tono)
    with pytest.raises(NotFound):
        tie_strike(ref=tie.ref, reason="Keliru.", by=make.make_user("rini"), at=make.AT)
    tie_strike(ref=tie.ref, reason="Keliru.", by=tono, at=make.AT)


def test_the_trail_tells_neither_who_they_are_nor_the_words(budi):
    tie = said(budi, TEAM)
    tie_strike(ref=tie.ref, reason="Hanya senama.", by=make.SYSTEM, at=make.AT)
    made, struck = trail.history("agency:JAMBI-KOTA")[-2:]
    assert made.payload == {
        "agency": "JAMBI-KOTA",
        "tie": tie.ref,
        "kind": "CAMPAIGN_TEAM",
        "known_by": "DOCUMENT",
        "start": "2018-02-15",
        "until": None,
    }
    assert set(struck.payload) == {"agency", "tie", "sha256"}


@pytest.mark.parametrize(
    "change",
    ["SET degree = 'sepupu'", "SET other_id = one_id", "SET struck_reason = 'lain'", "SET start_date = '2017-01-01'"],
)
def test_no_hasty_hand_changes_a_row(budi, change):
    tie = said(budi, TEAM)
    tie_strike(ref=tie.ref, reason="Hanya senama.", by=make.SYSTEM, at=make.AT)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE registry_tie {change}")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM registry_tie")


def test_a_tie_struck_without_an_event_is_noticed(budi):
    said(budi)
    Tie.objects.update(struck_at=make.AT)
    (mirror,) = [each for each in MIRRORS if each.what == "hubungan"]
    (row,) = mirror.rows(["agency:JAMBI-KOTA"])
    told = mirror.tells["registry.tie_record"](trail.history("agency:JAMBI-KOTA")[-1].payload)
    assert (told["is_struck"], bool(row.columns["is_struck"])) == (False, True)


def test_nobody_takes_the_hint_at_himself_away(budi):
    """Tono of Muaro Jambi is Budi's brother by the register, and has Budi's case on his desk."""
    make.make_position(
        make.make_person(make.CITRA_NIP, "Tono (contoh)", agency_code=make.MUARO), agency_code=make.MUARO
    )
    team = said(budi, replace(TEAM, other_nip=make.CITRA_NIP))
    tono = make.make_user("tono", Role.PERSONNEL_OFFICER, agency_code=make.MUARO)
    User.objects.filter(pk=tono.pk).update(full_name="Tono, S.E. (contoh)")
    tono.refresh_from_db()
    with pytest.raises(TieRefused, match="Mintalah rekan lain"):
        tie_strike(ref=team.ref, reason="Keliru.", by=tono, at=make.AT)
    with pytest.raises(TieRefused, match="Mintalah rekan lain"):
        tie_end(ref=team.ref, until_date=date(2018, 2, 20), reason="Sudah keluar.", by=tono, at=make.AT)
    assert ties_between([Named("Tono (contoh)")], [BUDI], on=make.TODAY)
    assert tie_strike(ref=team.ref, reason="Keliru.", by=make.make_dewi(), at=make.AT).struck_at
