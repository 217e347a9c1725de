"""The units of a routine for a spreadsheet: who gave the reminders, and who never does."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from django.urls import reverse

from netra.letters.tests.pdf_text import pdf_text
from netra.prevention.operations import reminder_retract
from netra.prevention.tests.builders import CITY, at
from netra.prevention.tests.meeting_builders import Round
from netra.prevention.tests.reminder_builders import a_routine, given
from netra.registry.models import OrgUnit

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(monkeypatch) -> Round:
    """Wednesday, 14 March 2018: since Monday, 1 January ten Mondays have passed with their weeks."""
    monkeypatch.setattr("netra.web.prevention.spoken_reminders.today", lambda: date(2018, 3, 14))
    return Round()


def sheet(client, user, routine) -> dict[str, list[str]]:
    client.force_login(user)
    answer = client.get(reverse("reminder_csv", args=[routine.ref]))
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="pengingat-{routine.ref.lower()}.csv"'
    head, *lines = csv.reader(answer.content.decode("utf-8-sig").splitlines(), delimiter=";")
    assert head[2:5] == ["Giliran yang lewat", "Disampaikan", "Terlewat"]
    return {line[0]: line[2:7] + line[8:] for line in lines}


def test_each_unit_has_a_line_with_who_gave_it_and_who_never_does(client, scene):
    routine = a_routine(scene)
    given(scene, routine, "SATPOL")
    wrong = given(scene, routine, "SMP-1")
    reminder_retract(reminder_ref=wrong.ref, reason="Salah unit (contoh).", by=scene.dewi, at=at("2018-03-06"))
    assert sheet(client, scene.dewi, routine) == {
        "DISDIK": ["10", "0", "10", "", "", "ya"],
        "SMP-1": ["10", "0", "10", "", "", "ya"],
        "SATPOL": ["10", "1", "9", "2018-03-05", "Dewi (contoh)", "tidak"],
    }


def test_a_head_gets_the_lines_of_his_own_unit_alone_and_a_stranger_no_sheet(client, scene):
    routine = a_routine(scene)
    assert set(sheet(client, scene.erwin, routine)) == {"DISDIK", "SMP-1"}
    client.force_login(scene.maria)
    assert client.get(reverse("reminder_csv", args=[routine.ref])).status_code == 404


def test_a_name_that_begins_like_a_formula_is_not_run(client, scene):
    OrgUnit.objects.filter(code="SATPOL").update(name="=1+1 (contoh)")
    routine = a_routine(scene)
    client.force_login(scene.dewi)
    text = client.get(reverse("reminder_csv", args=[routine.ref])).content.decode("utf-8-sig")
    assert ";=1+1" not in text and "=1+1 (contoh)" in text


def report(client, user, **asked):
    client.force_login(user)
    return client.get(reverse("reminder_report"), {"instansi": CITY, "bulan": "2018-03", **asked})


def test_the_report_of_a_month_is_one_page_with_each_unit(client, scene, monkeypatch):
    monkeypatch.setattr("netra.web.prevention.reminding_report.today", lambda: date(2018, 3, 14))
    routine = a_routine(scene)
    given(scene, routine, "SATPOL")
    answer = report(client, scene.dewi)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'inline; filename="pengingat-jambi-kota-2018-03.pdf"'
    text = pdf_text(answer.content)
    assert "Pemerintah Kota Jambi, Maret 2018." in text
    # Mondays 5 and 12 March over three units; the week of the 12th goes on.
    assert "Dari 6 giliran unit pada bulan ini 1 disampaikan, 2 terlewat, 3 masih berjalan." in " ".join(text.split())
    assert "5/3" in text and "Belum pernah menyampaikan" in text and "1 / 1" in text


def test_the_report_is_of_the_units_that_its_reader_sees(client, scene, monkeypatch):
    monkeypatch.setattr("netra.web.prevention.reminding_report.today", lambda: date(2018, 3, 14))
    OrgUnit.objects.filter(code="SATPOL").update(name="Satuan #eval(1) (contoh)")
    a_routine(scene)
    assert "Satuan #eval(1)" in pdf_text(report(client, scene.dewi).content)
    assert "Satuan" not in pdf_text(report(client, scene.erwin).content)
    assert "Satuan" not in pdf_text(report(client, scene.dewi, unit="DISDIK").content)
    for wrong in ({"unit": "SATPOL"}, {"instansi": "TAK-ADA"}):
        assert report(client, scene.erwin, **wrong).status_code == 404
    assert report(client, scene.maria).status_code == 404


def test_a_month_that_is_none_gives_the_one_that_is_running(client, scene, monkeypatch):
    monkeypatch.setattr("netra.web.prevention.reminding_report.today", lambda: date(2018, 3, 14))
    a_routine(scene)
    for written in ("", "besok", "2018-13", "2099-01"):
        assert "Maret 2018" in pdf_text(report(client, scene.dewi, bulan=written).content)
    client.force_login(scene.dewi)
    assert "Laporan bulanan (PDF)" in client.get(reverse("reminder_list")).content.decode()
