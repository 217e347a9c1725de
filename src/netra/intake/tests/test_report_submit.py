"""A report is received once, whole, with its reporter apart from it."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from netra.intake.access import visible_to
from netra.intake.models import Report, ReportEvidence
from netra.intake.operations import draft_file_add, report_submit
from netra.intake.queries import sent_receipt
from netra.intake.states import Kind, Mode
from netra.intake.submission import Person, Reporter
from netra.intake.tests.builders import (
    BUDI,
    FRIDAY,
    OTHER_SECRET,
    PICTURE,
    SARI,
    SECRET,
    SENDER,
    STORY,
    TODAY,
    a_report,
    a_submission,
    agency,
    later,
    send,
    supervisor_office,
)
from netra.intake.uploads import NewFile, TooManyFiles
from netra.trust import codes, evidence, identity, trail
from netra.trust.actors import ReporterActor
from netra.trust.acts import Role
from netra.trust.evidence import EvidenceRefused
from netra.trust.form_secrets import WeakSecret
from netra.trust.models import Event, EvidenceItem, SealedIdentity
from netra.trust.tests import builders as cast

pytestmark = pytest.mark.django_db


def test_a_report_gets_a_reference_a_code_and_a_designation():
    receipt = send()

    assert receipt.report_ref.startswith("LPR-2024-")
    assert receipt.designation.startswith("PLP-2024-")
    assert codes.normalise(receipt.code) == receipt.code
    assert receipt.handler_region_code == "15.71"


def test_the_code_has_eighty_bits_and_is_in_no_table():
    receipt = send()
    bare = receipt.code.replace("-", "")
    report = Report.objects.get()

    assert len(bare) == 16 + 1
    assert report.code_fingerprint == codes.fingerprint(receipt.code)
    assert all(bare not in str(value) and receipt.code not in str(value) for value in vars(report).values())


def test_sending_again_gives_the_same_report_and_the_same_code():
    first, second = send(), send(at=later(hours=5), what="Ditekan dua kali")

    assert second == first
    assert Report.objects.get().what == STORY


def test_a_form_that_was_sent_shows_its_receipt_again_without_its_answers():
    assert sent_receipt(SECRET) is None

    receipt = send()

    assert sent_receipt(SECRET) == receipt
    assert sent_receipt(OTHER_SECRET) is None


def test_ten_persons_take_no_more_queries_than_one():
    few, many = CaptureQueriesContext(connection), CaptureQueriesContext(connection)
    with few:
        send(persons=(BUDI,))
    with many:
        send(OTHER_SECRET, persons=tuple(Person(name=f"Orang {number} (contoh)") for number in range(10)))

    assert len(many) <= len(few)


def test_two_forms_are_two_reports_even_with_the_same_words():
    assert send().code != send(OTHER_SECRET).code
    assert Report.objects.count() == 2


def test_a_secret_that_was_not_made_here_is_refused():
    with pytest.raises(WeakSecret, match="Muat ulang"):
        send("1234")


def test_who_reports_is_sealed_and_the_report_knows_a_designation_only():
    report = a_report(reporter=SARI)

    assert identity.unseal(report.designation).name == SARI.name
    assert report.mode == Mode.CONFIDENTIAL
    assert report.address_given
    assert not any("Sari" in str(value) or "Contoh 7" in str(value) for value in vars(report).values())


def test_behind_the_designation_of_nobody_there_is_nothing():
    report = a_report()

    assert not identity.exists(report.designation)
    assert SealedIdentity.objects.count() == 0


def test_the_accused_may_be_unknown():
    assert a_report(persons=()).persons.count() == 0


def test_a_person_of_a_registered_agency_gets_its_code_and_nothing_is_guessed():
    agency("DINAS-X", name="Dinas Contoh")
    known = a_report(persons=(Person(agency="dinas contoh"), Person(agency="Dinas Conto")))

    assert [person.agency_code for person in known.persons.order_by("ordinal")] == ["DINAS-X", ""]
    assert known.agency_code == "DINAS-X"


def test_files_become_evidence_bit_by_bit():
    files = [NewFile("panggung.png", io.BytesIO(PICTURE), note="Saat orasi"), NewFile("catatan.txt", b"catatan")]
    receipt = report_submit(submission=a_submission(), secret=SECRET, at=FRIDAY, files=files)
    chain = f"report:{receipt.report_ref}"

    first, second = evidence.items_of(chain)
    assert first.media_type == "image/png"
    assert evidence.original_name(second) == "catatan.txt"
    assert ReportEvidence.objects.count() == 2
    assert evidence.open_original(first.ref, by=ReporterActor(receipt.designation), at=FRIDAY, chain=chain) == PICTURE


def test_an_empty_file_refuses_the_whole_report_and_the_same_form_can_be_sent_again():
    with pytest.raises(EvidenceRefused, match="kosong"):
        report_submit(submission=a_submission(reporter=SARI), secret=SECRET, at=FRIDAY, files=[NewFile("a.png", b"")])

    assert (Report.objects.count(), SealedIdentity.objects.count(), Event.objects.count()) == (0, 0, 0)
    assert send().report_ref


def test_too_many_files_are_refused_before_anything_is_stored():
    with pytest.raises(TooManyFiles, match="paling banyak 20 berkas; yang dikirim 21"):
        report_submit(submission=a_submission(), secret=SECRET, at=FRIDAY, files=[NewFile("a", b"a")] * 21)

    assert EvidenceItem.objects.count() == 0


def test_files_saved_before_the_disk_filled_go_along_and_new_ones_do_not(disk_with):
    draft_file_add(sender=SENDER, secret=SECRET, content=PICTURE, name="panggung.png", at=FRIDAY)
    disk_with(free=1024**3)
    late = [NewFile("catatan.txt", b"catatan")]
    with pytest.raises(EvidenceRefused, match="tidak ada ruang untuk berkas baru"):
        report_submit(submission=a_submission(), secret=SECRET, at=FRIDAY, files=late)

    receipt = send()
    assert len(evidence.items_of(f"report:{receipt.report_ref}")) == 1


def test_the_trail_says_what_came_and_cites_the_law_but_nobodys_name():
    receipt = report_submit(
        submission=a_submission(reporter=SARI), secret=SECRET, at=FRIDAY, files=[NewFile("Sari.png", PICTURE)]
    )
    events = list(Event.objects.order_by("seq"))

    assert [event.verb for event in events] == ["trust.evidence_receive", "intake.report_submit"]
    assert events[-1].actor_ref == f"reporter:{receipt.designation}"
    assert events[-1].citation == "UU 8/2015 Pasal 134 ayat (1)-(4)"
    for word in ("Sari", "Budi", "panggung", "Contoh 7", "0811"):
        assert not any(word in event.payload + event.actor_ref for event in events)
    assert trail.verify_chain(f"report:{receipt.report_ref}").ok


def test_no_name_and_no_story_is_in_any_log_line(absent_from_logs):
    absent_from_logs(SARI.name)
    absent_from_logs(BUDI.name)
    absent_from_logs("Lapangan Contoh")

    receipt = send(reporter=SARI)

    assert absent_from_logs(receipt.code)


class WhenASuperiorPresses:
    def test_the_report_is_kept_from_the_superiors_agency(self):
        agency("JAMBI-KOTA")
        boss = Person(name="Atasan (contoh)", agency_code="JAMBI-KOTA", is_superior=True)

        report = a_report(kind=Kind.SUPERIOR_PRESSURE, persons=(BUDI, boss))

        assert report.bypass_agency_code == "JAMBI-KOTA"
        assert report.handler_region_code == "15.71"
        assert "tidak diperlihatkan kepada instansi atasan" in report.routing_reason

    def test_a_superior_in_the_supervisors_own_office_sends_it_one_level_up(self):
        office = supervisor_office()
        boss = Person(agency_code=office.code, is_superior=True)

        report = a_report(kind=Kind.SUPERIOR_PRESSURE, persons=(boss,))

        assert (report.handler_region_code, report.province_code) == ("15", "15")
        assert report.bypass_agency_code == office.code

    def test_an_agency_nobody_knows_is_left_for_an_officer_to_find_out(self):
        report = a_report(kind=Kind.SUPERIOR_PRESSURE, persons=(Person(agency="Entah", is_superior=True),))

        assert report.bypass_agency_code == ""
        assert "belum dipastikan" in report.routing_reason


def test_a_district_belongs_to_the_office_of_its_city():
    assert a_report(region_code="15.71.01").handler_region_code == "15.71"


def test_a_named_reporter_is_sealed_like_a_confidential_one():
    report = a_report(reporter=Reporter(mode=Mode.NAMED, name="Sari Dewanti (contoh)"))

    assert identity.exists(report.designation)
    assert not report.address_given


def test_a_former_code_and_the_name_bring_a_report_to_the_same_officers():
    """Kota Sorong: 92.71 in the edition of 2023, 96.71 in that of 2025."""
    officer = cast.grant(cast.make_user("yohana"), Role.INTAKE_OFFICER, region="96.71")
    by_code = a_report(region_code="92.71")
    assert by_code.handler_region_code == "96.71"
    assert visible_to(officer, on=TODAY).filter(pk=by_code.pk).exists()
