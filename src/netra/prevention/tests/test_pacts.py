"""The civil servants of Kota Jambi sign an integrity pact: one by one, at a ceremony, or not, with a reason."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from openpyxl import load_workbook

from netra.letters.tests.pdf_text import pdf_text
from netra.prevention import rejected_lines
from netra.prevention.guessing import WRONG_PER_HOUR, WrongLastDigits
from netra.prevention.meeting_entries import File
from netra.prevention.models import Pact, PactAnswer
from netra.prevention.operations import (
    PactRefused,
    pact_letter,
    pact_links,
    pact_open,
    pact_reading,
    pact_record,
    pact_refusal_record,
    pact_refuse,
    pact_sign,
    pact_withdraw,
)
from netra.prevention.pact_access import pacts_visible_to
from netra.prevention.queries import pact_file, pact_paper, pact_pending, pact_proof, pact_signatures
from netra.prevention.tests.builders import City, at, issued, listed, serving, token
from netra.prevention.tests.pact_builders import a_text, link, opened
from netra.registry.models import PositionSpell
from netra.trust import trail
from netra.trust.access import NotAllowed, scope_of
from netra.trust.errors import NotFound
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db
TUESDAY, FRIDAY = at("2018-01-16"), at("2018-01-19")
A_SCAN = File(b"%PDF-1.4 daftar bertanda tangan (contoh)", "daftar.pdf")


@pytest.fixture
def city():
    return City()


def record(city, pact, *people, held="2018-01-16", moment=TUESDAY, **over):
    day = date.fromisoformat(held)
    by = over.pop("by", city.dewi)
    return pact_record(pact_ref=pact.ref, held_date=day, present=listed(*people), by=by, at=moment, **over)


def refusal(city, pact, person, reason="Ingin membaca dahulu.", held="2018-01-16", moment=TUESDAY, by=None):
    day = date.fromisoformat(held)
    told = {"nip": person.nip, "held_date": day, "reason": reason}
    return pact_refusal_record(pact_ref=pact.ref, **told, by=by or city.dewi, at=moment)


def counts(user, pact, on=date(2018, 1, 19)):
    rows = pact_file(user, pact.ref, on=on).units
    return {row.unit.code if row.unit else "": (row.asked, row.signed, row.refused, row.pending) for row in rows}


def test_somebody_signs_by_the_personal_link_and_the_last_digits(city):
    pact = opened(city)
    assert pact_reading(**link(pact, city.budi), at=TUESDAY).answer is None
    signed = pact_sign(**link(pact, city.budi), at=TUESDAY).answer
    assert signed is not None
    assert (signed.reply, signed.unit_code, signed.answered_date, signed.entered_by) == (
        "SIGNED",
        "SMP-1",
        date(2018, 1, 16),
        "",
    )
    assert pact_sign(**link(pact, city.budi), at=FRIDAY).answer == signed
    assert PactAnswer.objects.count() == 1


def test_a_link_that_went_astray_signs_nothing(city):
    pact = opened(city)
    right = link(pact, city.budi)
    for _try in range(WRONG_PER_HOUR):
        with pytest.raises(WrongLastDigits, match="tidak cocok"):
            pact_sign(token=right["token"], digits="000000", at=TUESDAY)
    with pytest.raises(WrongLastDigits, match="Terlalu banyak"):
        pact_sign(**right, at=TUESDAY)
    with pytest.raises(NotFound):
        pact_sign(token=right["token"][:-1] + "x", digits=right["digits"], at=TUESDAY)
    # The link to a letter is none to a pact.
    with pytest.raises(NotFound):
        pact_sign(token=token(issued(city), city.budi), digits=right["digits"], at=TUESDAY)
    assert not PactAnswer.objects.exists()


def test_who_refuses_says_why_and_may_still_sign_but_not_the_other_way_round(city):
    pact = opened(city)
    with pytest.raises(PactRefused, match="alasan tertulis"):
        pact_refuse(**link(pact, city.budi), reason=" ", at=TUESDAY)
    pact_refuse(**link(pact, city.budi), reason="Butir kedua tidak jelas.", at=TUESDAY)
    pact_refuse(**link(pact, city.budi), reason="Lain lagi.", at=TUESDAY)
    assert PactAnswer.objects.get().reason == "Butir kedua tidak jelas."
    assert counts(city.dewi, pact)["SMP-1"] == (1, 0, 1, 0)
    pact_sign(**link(pact, city.budi), at=FRIDAY)
    file = pact_file(city.dewi, pact.ref, on=date(2018, 1, 19))
    assert (counts(city.dewi, pact)["SMP-1"], list(file.refusals)) == ((1, 1, 0, 0), [])
    with pytest.raises(PactRefused, match="sudah ditandatangani pada 19 Januari 2018"):
        pact_refuse(**link(pact, city.budi), reason="Berubah pikiran.", at=FRIDAY)


def test_a_list_of_a_ceremony_is_entered_three_days_later_with_its_scan(city):
    pact = opened(city)
    result = record(city, pact, city.budi, city.dodi, moment=FRIDAY, proof=A_SCAN)
    assert (result.recorded, result.known, result.rejected) == (2, 0, [])
    row = PactAnswer.objects.get(civil_servant=city.dodi)
    assert (row.answered_date, row.entered_at, row.entered_by) == (date(2018, 1, 16), FRIDAY, city.dewi.actor_ref)
    content, media_type = pact_proof(
        city.wayan, pact.ref, row.proof_ref, by=city.wayan, at=FRIDAY, on=date(2018, 1, 19)
    )
    assert (content, media_type) == (A_SCAN.content, "application/pdf")
    assert counts(city.dewi, pact) == {"DISDIK": (1, 0, 0, 1), "SMP-1": (1, 1, 0, 0), "SATPOL": (1, 1, 0, 0)}


def test_a_bad_line_loses_no_good_one_and_the_same_list_twice_changes_nothing(city):
    pact = opened(city)
    pact_sign(**link(pact, city.budi), at=TUESDAY)
    result = record(city, pact, city.budi, city.citra, city.citra)
    assert (result.recorded, result.known) == (1, 1)
    assert [(each.line, each.reason) for each in result.rejected] == [
        (4, "NIP ini tertulis lebih dari sekali pada daftar; cukup sekali.")
    ]
    sheet = load_workbook(io.BytesIO(rejected_lines.fetch(pact.ref, by=city.dewi, at=TUESDAY)))["Ditolak"]
    assert [cell.value for cell in sheet[2]] == [
        "4",
        city.citra.nip,
        "NIP ini tertulis lebih dari sekali pada daftar; cukup sekali.",
    ]
    assert record(city, pact, city.citra).recorded == 0
    assert PactAnswer.objects.get(civil_servant=city.budi).entered_by == ""


def test_who_moved_or_retired_is_not_asked_any_more_and_what_was_signed_stays_with_its_unit(city):
    pact = opened(city, unit_code="DISDIK")
    pact_sign(**link(pact, city.citra), at=TUESDAY)
    PositionSpell.objects.filter(civil_servant=city.budi).update(until_date=date(2018, 1, 17))
    assert counts(city.dewi, pact) == {"DISDIK": (1, 1, 0, 0)}
    with pytest.raises(PactRefused, match="pindah atau pensiun"):
        pact_sign(**link(pact, city.budi), at=FRIDAY)
    # A ceremony of a day on which he still served.
    assert record(city, pact, city.budi, moment=FRIDAY).recorded == 1
    assert record(city, pact, city.budi, held="2018-01-18", moment=FRIDAY).rejected[0].line == 2
    with pytest.raises(PactRefused, match="tidak termasuk"):
        pact_sign(**link(pact, city.dodi), at=FRIDAY)


def test_after_its_withdrawal_nobody_signs_and_a_list_of_a_day_before_still_counts(city):
    pact = opened(city)
    with pytest.raises(PactRefused, match="alasan tertulis"):
        pact_withdraw(pact_ref=pact.ref, reason=" ", by=city.dewi, at=TUESDAY)
    pact_withdraw(pact_ref=pact.ref, reason="Naskah keliru.", by=city.dewi, at=at("2018-01-17"))
    with pytest.raises(PactRefused, match="sudah dicabut"):
        pact_withdraw(pact_ref=pact.ref, reason="Lagi.", by=city.dewi, at=FRIDAY)
    with pytest.raises(PactRefused, match="dicabut pada 17 Januari 2018"):
        pact_sign(**link(pact, city.budi), at=FRIDAY)
    with pytest.raises(PactRefused, match="dicabut pada"):
        record(city, pact, city.budi, held="2018-01-17", moment=FRIDAY)
    assert record(city, pact, city.budi, moment=FRIDAY).recorded == 1


@pytest.mark.parametrize(("held", "said"), [("2018-01-20", "belum tiba"), ("2018-01-14", "belum dibuka")])
def test_a_day_that_cannot_be_is_refused(city, held, said):
    pact = opened(city)
    with pytest.raises(PactRefused, match=said):
        record(city, pact, city.budi, held=held, moment=FRIDAY)
    with pytest.raises(PactRefused, match=said):
        refusal(city, pact, city.budi, held=held, moment=FRIDAY)


def test_other_words_are_the_next_version_and_a_signed_one_never_changes(city):
    first = opened(city)
    pact_sign(**link(first, city.budi), at=TUESDAY)
    second = pact_open(entry=a_text(points=["Saya netral."], earlier_ref=first.ref), by=city.dewi, at=FRIDAY)
    assert (second.version, second.earlier) == (2, first)
    with pytest.raises(PactRefused, match="diganti versi 2 pada 19 Januari 2018"):
        pact_sign(**link(first, city.citra), at=FRIDAY)
    assert counts(city.dewi, second)["SMP-1"] == (1, 0, 0, 1)
    with pytest.raises(PactRefused, match="sudah mempunyai versi berikutnya"):
        pact_open(entry=a_text(earlier_ref=first.ref), by=city.dewi, at=FRIDAY)
    with pytest.raises(DatabaseError, match="tidak dapat diubah"), transaction.atomic():
        Pact.objects.filter(pk=first.pk).update(points=["Lain."])
    with pytest.raises(DatabaseError, match="tidak dapat diubah"), transaction.atomic():
        PactAnswer.objects.all().delete()


@pytest.mark.parametrize("withdrawn", [True, False])
def test_a_text_that_is_asked_no_more_tells_who_answered_while_it_was(city, withdrawn):
    """Years later others serve here: who came since owed it no answer, and who left since did sign it."""
    pact = opened(city)
    pact_sign(**link(pact, city.budi), at=TUESDAY)
    if withdrawn:
        pact_withdraw(pact_ref=pact.ref, reason="Salah.", by=city.dewi, at=FRIDAY)
    else:
        pact_open(entry=a_text(points=["Saya netral."], earlier_ref=pact.ref), by=city.dewi, at=FRIDAY)
    PositionSpell.objects.filter(civil_servant=city.budi).update(until_date=date(2020, 1, 1))
    serving("199003032015032009", "Eka (contoh)", unit="SATPOL", since=date(2021, 3, 1))
    later = date(2026, 12, 1)
    file = pact_file(city.dewi, pact.ref, on=later)
    assert file.told == date(2018, 1, 18)
    assert (file.total.asked, file.total.signed, file.total.pending) == (3, 1, 2)
    names = {spell.civil_servant.name for spell in pact_pending(city.dewi, pact.ref, on=later)[0]}
    assert names == {"Citra (contoh)", "Dodi (contoh)"}


@pytest.mark.parametrize(
    ("over", "said"), [({"title": " "}, "judul"), ({"points": [" "]}, "butir ikrar"), ({"points": ["x"] * 31}, "30")]
)
def test_a_text_that_says_nothing_is_refused(city, over, said):
    with pytest.raises(PactRefused, match=said):
        opened(city, **over)


def test_a_refusal_at_a_ceremony_is_written_down_with_its_reason(city):
    pact = opened(city)
    row = refusal(city, pact, city.citra)
    assert (row.reason, row.entered_by) == ("Ingin membaca dahulu.", city.dewi.actor_ref)
    with pytest.raises(PactRefused, match="sudah tercatat pada 16 Januari 2018"):
        refusal(city, pact, city.citra, "Lain.")
    stranger = serving("199003032015032009", "Eka (contoh)", unit="SATPOL", since=date(2018, 1, 18))
    with pytest.raises(PactRefused, match="tidak termasuk"):
        refusal(city, pact, stranger)


def test_the_signed_pact_becomes_a_paper_once(city):
    pact = opened(city)
    pact_sign(**link(pact, city.budi), at=TUESDAY)
    with pytest.raises(NotFound, match="belum dicetak"):
        pact_paper(city.dewi, pact.ref, city.budi.ref, on=date(2018, 1, 19))
    first = pact_letter(pact_ref=pact.ref, person_ref=city.budi.ref, by=city.dewi, at=FRIDAY)
    again = pact_letter(pact_ref=pact.ref, person_ref=city.budi.ref, by=city.dewi, at=FRIDAY)
    assert first.letter_ref == again.letter_ref
    text = pdf_text(pact_paper(city.wayan, pact.ref, city.budi.ref, on=date(2018, 1, 19)))
    assert "Saya menjaga netralitas." in text
    assert "16 Januari 2018" in text
    with pytest.raises(NotFound):
        pact_letter(pact_ref=pact.ref, person_ref=city.citra.ref, by=city.dewi, at=FRIDAY)


def test_a_head_sees_and_writes_for_his_own_people_alone(city):
    pact = opened(city)
    record(city, pact, city.dodi)
    assert set(counts(city.erwin, pact)) == {"DISDIK", "SMP-1"}
    people, _next = pact_pending(city.erwin, pact.ref, on=date(2018, 1, 19))
    assert {spell.civil_servant for spell in people} == {city.budi, city.citra}
    assert list(pact_signatures(city.erwin, pact.ref, on=date(2018, 1, 19))[0]) == []
    result = record(city, pact, city.budi, city.dodi, by=city.erwin)
    assert (result.recorded, len(result.rejected)) == (1, 1)
    with pytest.raises(PactRefused, match="tidak termasuk"):
        refusal(city, pact, city.dodi, by=city.erwin)


def test_supervisors_read_and_strangers_find_nothing(city):
    pact = opened(city)
    for user in (city.wayan, city.ani):
        assert not scope_of(user, "prevention.pact_view", on=date(2018, 1, 19)).is_empty
        assert pacts_visible_to(user, on=date(2018, 1, 19)).get() == pact
        with pytest.raises(NotAllowed):
            record(city, pact, city.budi, by=user)
        with pytest.raises(NotAllowed):
            pact_withdraw(pact_ref=pact.ref, reason="Salah.", by=user, at=FRIDAY)
        with pytest.raises(NotAllowed):
            pact_links(pact_ref=pact.ref, by=user, at=FRIDAY)
    with pytest.raises(NotFound):
        record(city, pact, city.budi, by=city.maria)


def test_the_links_are_of_those_who_have_not_answered(city):
    pact = opened(city)
    pact_sign(**link(pact, city.budi), at=TUESDAY)
    refusal(city, pact, city.citra)
    handed = list(pact_links(pact_ref=pact.ref, by=city.dewi, at=FRIDAY))
    assert [(spell.civil_servant, each.token) for spell, each in handed] == [
        (city.dodi, link(pact, city.dodi)["token"])
    ]


def found(*statements):
    with unlocked(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    return "\n".join(problem.message for problem in trail.verify_database().problems)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE prevention_pact SET points = '[\"Lain\"]'", "sidik teks"),
        ("UPDATE prevention_pactanswer SET reason = 'Lain' WHERE reply = 'REFUSED'", "sidik alasan"),
        ("UPDATE prevention_pactanswer SET answered_date = '2018-01-18' WHERE entered_by <> ''", "hari upacara"),
        ("DELETE FROM prevention_pactanswer WHERE entered_by = ''", "jawaban atas pakta"),
    ],
)
def test_what_was_rewritten_is_found(city, statement, said):
    pact = opened(city)
    pact_sign(**link(pact, city.budi), at=TUESDAY)
    refusal(city, pact, city.citra)
    record(city, pact, city.dodi)
    pact_letter(pact_ref=pact.ref, person_ref=city.dodi.ref, by=city.dewi, at=FRIDAY)
    assert found() == ""
    assert said in found(statement)
