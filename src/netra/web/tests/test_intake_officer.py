"""The officers' side: the list, one report, every act on it, and what strangers see."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from netra.intake.models import Report, ReportMessage
from netra.intake.operations import report_submit
from netra.intake.states import Kind, State
from netra.intake.submission import Person
from netra.intake.tests.builders import (
    BUDI,
    FRIDAY,
    OTHER_SECRET,
    PICTURE,
    SARI,
    SECRET,
    STORY,
    a_report,
    a_submission,
    agency,
    in_state,
    reports,
    supervisor_office,
)
from netra.intake.uploads import NewFile
from netra.letters.tests.put_off import drawn
from netra.trust.acts import Role
from netra.trust.models import Event, User
from netra.trust.tests import builders as cast

pytestmark = pytest.mark.django_db

HOSTILE = '<script>alert("x")</script>'


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def wayan() -> Client:
    return signed_in(cast.wayan())


def text(response) -> str:
    return str(response.content, "utf-8")


def verbs() -> list[str]:
    return list(Event.objects.order_by("pk").values_list("verb", flat=True))


def test_the_list_shows_reports_without_naming_anybody(wayan):
    report = a_report(reporter=SARI)
    page = text(wayan.get("/laporan/"))
    assert report.ref in page and "Kota Jambi" in page
    assert "Budi" not in page and "Sari Dewanti" not in page


def test_the_list_goes_on_by_key_and_keeps_its_filter(wayan):
    refs = [report.ref for report in reports(30)]
    first = text(wayan.get("/laporan/?state=RECEIVED"))
    assert refs[-1] in first and refs[0] not in first
    following = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    assert "state=RECEIVED" in following
    assert refs[0] in text(wayan.get(f"/laporan/{following}"))


def test_the_list_narrows_by_state_and_survives_nonsense(wayan):
    report = a_report()
    assert report.ref not in text(wayan.get("/laporan/?state=COMPLETE"))
    assert report.ref in text(wayan.get("/laporan/?state=ENTAH&after=bukan~kunci"))


def queries_of(client: Client, address: str) -> int:
    """How many questions one page asks the database."""
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


def test_the_list_asks_the_same_number_of_questions_for_one_report_and_for_many(wayan):
    a_report()
    few = queries_of(wayan, "/laporan/")
    reports(20)
    assert queries_of(wayan, "/laporan/") == few <= 6


def test_a_report_asks_the_same_number_of_questions_however_much_was_written(wayan):
    report, _alike = reports(2)
    wayan.post(f"/laporan/{report.ref}/balas/", {"body": "Pesan", "token": "t"})
    short = queries_of(wayan, f"/laporan/{report.ref}/")
    many = report_submit(
        submission=a_submission(persons=(BUDI,) * 5),
        secret=OTHER_SECRET,
        at=FRIDAY + timedelta(days=300),
        files=[NewFile(f"{number}.png", PICTURE + bytes([number])) for number in range(5)],
    )
    for number in range(4):
        wayan.post(f"/laporan/{many.report_ref}/balas/", {"body": f"Pesan {number}", "token": f"t{number}"})
    # Two more where there are files at all: which other reports have the same ones.
    assert queries_of(wayan, f"/laporan/{many.report_ref}/") <= short + 2 <= 30


def test_a_report_shows_what_it_says_and_what_the_law_wants(wayan):
    report = a_report(reporter=SARI)
    page = text(wayan.get(f"/laporan/{report.ref}/"))
    assert STORY in page and "Budi Santoso (contoh)" in page
    assert "UU 8/2015 Pasal 134 ayat (3) huruf a" in page
    assert report.designation in page and "Sari Dewanti" not in page
    assert "Kenapa tanggal ini?" in page
    assert f"/laporan/{report.ref}/identitas/" in page


def test_nobody_can_ask_for_the_identity_behind_an_anonymous_report(wayan):
    report = a_report()
    assert f"/laporan/{report.ref}/identitas/" not in text(wayan.get(f"/laporan/{report.ref}/"))


def test_hostile_words_are_inert(wayan):
    report = a_report(what=HOSTILE, place=HOSTILE, persons=(Person(name=HOSTILE, agency=HOSTILE),))
    page = text(wayan.get(f"/laporan/{report.ref}/"))
    assert "<script>alert" not in page and "&lt;script&gt;" in page


ACTS = ("periksa", "kelengkapan", "balas", "alihkan", "tutup", "tanda-bukti")


@pytest.mark.parametrize("act", ["", *(f"{act}/" for act in ACTS)])
def test_maria_sees_nothing_of_another_province(act):
    report = a_report()
    maria = signed_in(cast.maria())
    assert maria.get(f"/laporan/{report.ref}/{act}").status_code == 404
    assert report.ref not in text(maria.get("/laporan/"))


@pytest.mark.parametrize("act", ACTS)
def test_maria_cannot_act_either(act):
    report = a_report()
    answer = signed_in(cast.maria()).post(f"/laporan/{report.ref}/{act}/", {"body": "x", "token": "t"})
    assert answer.status_code == 404
    assert verbs() == ["intake.report_submit"]


@pytest.mark.parametrize("address", ["/laporan/", "/laporan/catat/", "/laporan/LPR-2024-0000000000/"])
def test_a_visitor_is_asked_to_sign_in(address):
    assert Client().get(address).headers["Location"].startswith("/masuk/")


def test_a_check_with_nothing_missing_makes_the_report_complete(wayan):
    report = a_report()
    done = wayan.post(f"/laporan/{report.ref}/periksa/", {})
    assert done.headers["Location"] == f"/laporan/{report.ref}/"
    assert Report.objects.get().state == State.COMPLETE
    assert "Hasil pemeriksaan dicatat: laporan lengkap." in text(wayan.get(f"/laporan/{report.ref}/"))


def test_a_check_with_something_missing_says_what_follows(wayan):
    report = a_report(place="")
    done = wayan.post(f"/laporan/{report.ref}/periksa/", {"missing": ["PLACE", "EVIDENCE"]}, follow=True)
    assert "belum lengkap, 2 syarat dihitung belum terpenuhi. Mintalah kelengkapan" in text(done)


def test_a_check_starts_from_what_is_counted_as_missing(wayan):
    report = a_report(place="")
    page = text(wayan.get(f"/laporan/{report.ref}/periksa/"))
    assert 'value="PLACE"' in page
    assert page.count("checked") == 4  # reporter, capacity, place, evidence
    wayan.post(f"/laporan/{report.ref}/periksa/", {"missing": ["PLACE"]})
    assert Report.objects.get().missing == ["PLACE"]


def test_completion_is_asked_with_a_message(wayan):
    report = a_report()
    wayan.post(f"/laporan/{report.ref}/kelengkapan/", {"missing": ["EVIDENCE"], "note": "Terima kasih."})
    assert Report.objects.get().state == State.COMPLETION_ASKED
    assert "Terima kasih." in ReportMessage.objects.get().body


def test_asking_for_nothing_is_refused_and_the_note_is_kept(wayan):
    report = a_report()
    refused = wayan.post(f"/laporan/{report.ref}/kelengkapan/", {"note": "Tolong dilengkapi"})
    assert refused.status_code == 422
    assert "Sebutkan sekurangnya satu syarat" in text(refused) and "Tolong dilengkapi" in text(refused)


def test_a_reply_pressed_twice_is_one_message_with_its_files(wayan):
    report = a_report()
    for _time in range(2):
        file = SimpleUploadedFile("undangan.png", PICTURE)
        wayan.post(f"/laporan/{report.ref}/balas/", {"body": "Siapa saksinya?", "token": "satu", "uploads": [file]})
    assert ReportMessage.objects.count() == 1
    assert "undangan.png" in text(wayan.get(f"/laporan/{report.ref}/"))


def test_a_refused_reply_keeps_its_words(wayan):
    report = a_report()
    refused = wayan.post(
        f"/laporan/{report.ref}/balas/",
        {"body": "Lihat lampiran", "token": "satu", "uploads": [SimpleUploadedFile("a.png", b"")]},
    )
    assert refused.status_code == 422
    assert "0 byte" in text(refused) and "Lihat lampiran" in text(refused)


def test_a_file_is_given_back_bit_by_bit_as_a_download_and_the_reading_is_recorded(wayan):
    sent = report_submit(
        submission=a_submission(), secret=SECRET, at=FRIDAY, files=[NewFile("foto\u202e.html", PICTURE)]
    )
    page = text(wayan.get(f"/laporan/{sent.report_ref}/"))
    address = page.split(f'action="/laporan/{sent.report_ref}/bukti/')[1].split('"')[0]
    given = wayan.post(f"/laporan/{sent.report_ref}/bukti/{address}")
    assert given.content == PICTURE
    assert given.headers["Content-Disposition"] == 'attachment; filename="foto.html"'
    assert given.headers["Content-Type"] == "image/png"
    assert verbs()[-1] == "trust.evidence_read"
    assert wayan.get(f"/laporan/{sent.report_ref}/bukti/{address}").status_code == 405


def test_another_reports_file_is_not_found(wayan):
    sent = report_submit(submission=a_submission(), secret=SECRET, at=FRIDAY, files=[NewFile("a.png", PICTURE)])
    page = text(wayan.get(f"/laporan/{sent.report_ref}/"))
    file = page.split(f'action="/laporan/{sent.report_ref}/bukti/')[1].split('"')[0]
    other = a_report(OTHER_SECRET)
    assert wayan.post(f"/laporan/{other.ref}/bukti/{file}").status_code == 404


def test_a_region_with_two_meanings_is_asked_back_before_a_report_moves(wayan):
    report = a_report()
    supervisor_office("32.73", "Bawaslu Kota Bandung")
    asked = wayan.post(f"/laporan/{report.ref}/alihkan/", {"region": "Bandung", "reason": "WRONG_REGION"})
    assert asked.status_code == 422 and 'value="32.73"' in text(asked)
    assert Report.objects.get().handler_region_code == "15.71"
    wayan.post(
        f"/laporan/{report.ref}/alihkan/",
        {"region": "Bandung", "region_choice": "32.73", "reason": "WRONG_REGION"},
    )
    assert Report.objects.get().handler_region_code == "32.73"


def test_a_closed_report_says_why(wayan):
    report = a_report()
    given = {"outcome": "NOT_REGISTERED", "reason": "NOT_NEUTRALITY", "explanation": "Bukan pegawai negeri."}
    wayan.post(f"/laporan/{report.ref}/tutup/", given)
    page = text(wayan.get(f"/laporan/{report.ref}/"))
    assert "Bukan dugaan pelanggaran netralitas" in page and "Bukan pegawai negeri." in page


def test_closing_without_an_explanation_is_refused_and_keeps_the_choices(wayan):
    report = a_report()
    refused = wayan.post(f"/laporan/{report.ref}/tutup/", {"outcome": "INFORMATION", "reason": "ANONYMOUS"})
    assert refused.status_code == 422
    assert "Tulis penjelasan untuk pelapor" in text(refused)
    assert Report.objects.get().state == State.RECEIVED


def test_a_step_that_the_state_forbids_is_refused_with_what_is_possible(wayan):
    report = in_state(a_report(), State.REGISTERED)
    refused = wayan.post(f"/laporan/{report.ref}/periksa/", {})
    assert refused.status_code == 422
    assert "Diregistrasi" in text(refused)


def test_the_receipt_is_issued_once_and_opened(wayan):
    supervisor_office()
    report = a_report()
    assert wayan.get(f"/laporan/{report.ref}/tanda-bukti.pdf").status_code == 404
    wayan.post(f"/laporan/{report.ref}/tanda-bukti/", {"name": "Wayan (contoh)", "position": "Petugas"})
    assert drawn(wayan.get(f"/laporan/{report.ref}/tanda-bukti.pdf").content).startswith(b"%PDF")
    again = wayan.post(f"/laporan/{report.ref}/tanda-bukti/", {"name": "Wayan (contoh)", "position": "Petugas"})
    assert again.status_code == 422 and "sudah terbit" in text(again)


def test_two_dates_say_which_election_each_belongs_to_while_nobody_knows(wayan):
    page = text(wayan.get(f"/laporan/{a_report(election_kind='').ref}/"))
    assert "<p>Pemilu: " in page and "<p>Pemilihan kepala daerah: " in page


def test_pressure_warns_the_officer_and_hides_from_the_superiors_agency(wayan):
    agency("JAMBI-KOTA")
    boss = Person(position="Kepala Dinas", agency_code="JAMBI-KOTA", is_superior=True)
    report = a_report(kind=Kind.SUPERIOR_PRESSURE, persons=(boss,))
    page = text(wayan.get(f"/laporan/{report.ref}/"))
    assert "Jangan perlihatkan laporan ini kepada instansi atasan" in page
    assert "<strong>Pemerintah Kota Jambi</strong>" in page


def recorded(secret: str = SECRET, **over: str) -> dict[str, str]:
    return {
        "channel": "PHONE",
        "received_date": "2024-10-18",
        "received_time": "09:30",
        "kind": "VIOLATION",
        "what": STORY,
        "region": "Kota Jambi",
        "mode": "CONFIDENTIAL",
        "reporter_name": "Sari Dewanti (contoh)",
        "secret": secret,
        **over,
    }


def test_a_call_is_written_down_and_the_caller_gets_a_code(wayan):
    page = wayan.post("/laporan/catat/", recorded())
    report = Report.objects.get()
    assert page.status_code == 200 and "Laporan tercatat" in text(page)
    assert (report.channel, report.received_at.isoformat()) == ("PHONE", "2024-10-18T02:30:00+00:00")
    assert "Sari" not in text(page)
    slip = wayan.post("/laporan/catat/tanda-terima/", {"secret": SECRET})
    assert slip.content.startswith(b"%PDF")


def test_an_officer_in_jayapura_types_the_hour_that_his_clock_shows():
    yohanis = signed_in(cast.grant(cast.make_user("yohanis"), Role.INTAKE_OFFICER, region="91.71"))
    assert "Pukul (WIT)" in text(yohanis.get("/laporan/catat/"))
    yohanis.post("/laporan/catat/", recorded(region="Kota Jayapura"))
    assert Report.objects.get().received_at.isoformat() == "2024-10-18T00:30:00+00:00"


def test_recording_pressed_twice_is_one_report_with_one_code(wayan):
    first, second = wayan.post("/laporan/catat/", recorded()), wayan.post("/laporan/catat/", recorded())
    code = text(first).split('big-code"')[1].split(">")[1].split("<")[0]
    assert code in text(second)
    assert Report.objects.count() == 1


@pytest.mark.parametrize(
    ("over", "says"),
    [
        ({"what": ""}, "Ceritakan apa yang terjadi"),
        ({"region": "Bandung"}, "Yang mana?"),
        ({"act_date": "besok"}, "tidak terbaca sebagai tanggal"),
        ({"reporter_name": ""}, "Tulis nama Anda"),
        ({"received_date": "2099-01-01"}, "saat itu belum tiba"),
        ({"received_date": "kemarin"}, "Diterima tanggal"),
        ({"person_1_name": "N" * 10_000}, "yang tertulis 10000"),
    ],
)
def test_what_cannot_be_recorded_is_said_and_nothing_typed_is_lost(wayan, over, says):
    refused = wayan.post("/laporan/catat/", recorded(place="Aula lantai dua", **over))
    assert refused.status_code == 422
    assert says in text(refused)
    assert STORY in text(refused) or over.get("what") == ""
    assert "Aula lantai dua" in text(refused)
    assert Report.objects.count() == 0


def test_another_person_can_be_added_while_writing_down(wayan):
    page = wayan.post("/laporan/catat/", recorded(person_1_name="Budi (contoh)", go="more"))
    assert 'name="person_2_name"' in text(page) and 'value="Budi (contoh)"' in text(page)


def test_the_second_of_two_people_erases_what_is_due(wayan):
    report = in_state(a_report(), State.NOT_REGISTERED, erase_date=FRIDAY.date())
    assert "Minta pemusnahan" in text(wayan.get(f"/laporan/{report.ref}/"))
    wayan.post(f"/laporan/{report.ref}/musnahkan/minta/", {"reason": "Jadwal retensi"})
    alone = wayan.post(f"/laporan/{report.ref}/musnahkan/")
    assert alone.status_code == 422 and "orang kedua" in text(alone)
    second = cast.grant(cast.make_user("komang"), Role.INTAKE_OFFICER, region="15.71")
    signed_in(second).post(f"/laporan/{report.ref}/musnahkan/")
    assert Report.objects.get().what == ""
    assert "Isi laporan sudah dimusnahkan" in text(wayan.get(f"/laporan/{report.ref}/"))


def test_a_refused_erasure_is_told_with_its_reason_and_can_be_asked_for_again(wayan):
    report = in_state(a_report(), State.NOT_REGISTERED, erase_date=FRIDAY.date())
    address = f"/laporan/{report.ref}/"
    wayan.post(f"{address}musnahkan/minta/", {"reason": "Jadwal retensi"})
    assert "Tarik permintaan pemusnahan" in text(wayan.get(address))
    second = signed_in(cast.grant(cast.make_user("komang"), Role.INTAKE_OFFICER, region="15.71"))
    assert "Jadwal retensi" in text(second.get(f"{address}musnahkan/tolak/"))
    second.post(f"{address}musnahkan/tolak/", {"reason": "Masih diperiksa BPK"})
    page = text(wayan.get(address))
    assert "<strong>Ditolak</strong>" in page and "<bdi>Masih diperiksa BPK</bdi>" in page
    assert "Minta pemusnahan" in page
    wayan.post(f"{address}musnahkan/minta/", {"reason": "Pemeriksaan selesai"})
    wayan.post(f"{address}musnahkan/tarik/")
    assert "Ditarik kembali" in text(wayan.get(address))
    assert Report.objects.get().what


class TestPressureBySuperiors:
    @pytest.fixture
    def nyoman(self) -> Client:
        """An officer of the province, where the report waits until the agency is known."""
        return signed_in(cast.grant(cast.make_user("nyoman"), Role.INTAKE_OFFICER, region="15"))

    @pytest.fixture
    def ref(self) -> str:
        agency()
        boss = Person(name="Atasan (contoh)", agency="Pemkot Jambi", is_superior=True)
        return a_report(kind=Kind.SUPERIOR_PRESSURE, persons=(boss,)).ref

    def test_the_officer_is_led_to_the_act_that_the_page_asks_for(self, nyoman, ref):
        assert f"/laporan/{ref}/instansi-atasan/" in text(nyoman.get(f"/laporan/{ref}/"))
        page = text(nyoman.get(f"/laporan/{ref}/instansi-atasan/"))
        assert "Pemerintah Kota Jambi (JAMBI-KOTA)" in page
        # What the machine finds is offered, never chosen.
        assert "checked" not in page

    def test_chosen_or_written_it_is_named_and_leads_back_to_the_report(self, nyoman, ref):
        agency("JAMBI-PROV", name="Pemerintah Provinsi Jambi")
        sent = {"known": ["JAMBI-KOTA"], "other_1": "Pemerintah Provinsi Jambi"}
        done = nyoman.post(f"/laporan/{ref}/instansi-atasan/", sent)
        assert done.headers["Location"] == f"/laporan/{ref}/"
        shown = text(nyoman.get(f"/laporan/{ref}/"))
        assert "Pemerintah Kota Jambi" in shown and "Pemerintah Provinsi Jambi" in shown
        assert "Pastikan lebih dulu" not in shown

    def test_nothing_chosen_is_told(self, nyoman, ref):
        assert "sekurangnya satu instansi" in text(nyoman.post(f"/laporan/{ref}/instansi-atasan/", {}))
