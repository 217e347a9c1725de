"""The public form: one question per page, nothing lost, sent exactly once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from netra.intake.keys import code_of
from netra.intake.models import Report, ReportDraft
from netra.intake.operations import draft_save
from netra.intake.queries import draft
from netra.intake.tests.builders import FRIDAY, PICTURE, SENDER, STORY, supervisor_office
from netra.registry.models import Election
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db

HOSTILE = '<script>alert("x")</script>\u202egnp.exe\u200b'


def text(response) -> str:
    return str(response.content, "utf-8")


@pytest.fixture
def reporter() -> Client:
    """Sari on her own telephone."""
    return Client(enforce_csrf_checks=False)


def begin(client: Client, kind: str = "VIOLATION"):
    return client.post("/lapor/mulai/", {"kind": kind})


def fill(client: Client, **over: dict[str, str]) -> None:
    """Sari walks through all steps; she stays unnamed."""
    answers: dict[str, dict[str, str]] = {
        "apa": {"what": STORY, "conduct": "attend_declaration_or_campaign"},
        "siapa": {"person_1_name": "Budi Santoso (contoh)"},
        "di-mana": {"region": "Kota Jambi", "place": "Lapangan Contoh"},
        "kapan": {"act_date": "Oktober 2024", "known_date": "", "election_kind": "REGIONAL"},
        "dari-mana": {"how_known": "Saya hadir."},
        "bukti": {"other_evidence": "Rekaman di telepon saya."},
        "tentang-anda": {"mode": "ANONYMOUS", "capacity": "UNKNOWN"},
        **over,
    }
    begin(client)
    for step, given in answers.items():
        response = client.post(f"/lapor/{step}/", given)
        assert response.status_code == 302, (step, text(response))


def test_a_report_is_told_in_steps_and_sent(reporter):
    fill(reporter)
    review = reporter.get("/lapor/periksa/")
    assert "Laporan ini sudah dapat dikirim." in text(review)
    sent = reporter.post("/lapor/")
    assert sent.headers["Location"] == "/lapor/tanda-terima/"
    report = Report.objects.get()
    assert (report.what, report.region_code, report.mode) == (STORY, "15.71", "ANONYMOUS")
    page = text(reporter.get("/lapor/tanda-terima/"))
    assert code_of(reporter.cookies["netra_laporan"].value) in page


def test_the_receipt_says_which_election_each_date_belongs_to_while_nobody_knows(reporter):
    fill(reporter, kapan={"act_date": "Oktober 2024", "known_date": "", "election_kind": ""})
    supervisor_office()
    reporter.post("/lapor/")
    page = text(reporter.get("/lapor/tanda-terima/"))
    assert "<p>Pemilu: " in page and "<p>Pemilihan kepala daerah: " in page


def test_a_place_that_nobody_here_serves_is_told_before_and_after_the_sending(reporter):
    supervisor_office()
    fill(reporter, **{"di-mana": {"region": "Kota Surabaya", "place": "Balai Kota"}})
    before = text(reporter.get("/lapor/periksa/"))
    assert "Wilayah ini belum dilayani" in before
    assert "langsung kepada Bawaslu Kota Surabaya" in before
    reporter.post("/lapor/")
    assert Report.objects.get().handler_region_code == "35.78"
    after = text(reporter.get("/lapor/tanda-terima/"))
    assert "langsung kepada Bawaslu Kota Surabaya" in after
    assert "memeriksa laporan Anda" not in after


def test_a_place_that_is_served_is_promised_its_office(reporter):
    supervisor_office("15", "Bawaslu Provinsi Jambi")
    fill(reporter)
    assert "belum dilayani" not in text(reporter.get("/lapor/periksa/"))
    reporter.post("/lapor/")
    assert "Bawaslu Provinsi Jambi memeriksa laporan Anda." in text(reporter.get("/lapor/tanda-terima/"))


def test_each_step_leads_to_the_next_and_back(reporter):
    begin(reporter)
    assert reporter.post("/lapor/apa/", {"what": STORY}).headers["Location"] == "/lapor/siapa/"
    back = reporter.post("/lapor/siapa/", {"person_1_position": "Guru", "go": "back"})
    assert back.headers["Location"] == "/lapor/apa/"
    assert STORY in text(reporter.get("/lapor/apa/"))
    assert "Guru" in text(reporter.get("/lapor/siapa/"))


def test_the_name_is_asked_only_of_those_who_want_to_be_known(reporter):
    begin(reporter)
    named = reporter.post("/lapor/tentang-anda/", {"mode": "CONFIDENTIAL", "capacity": "VOTER"})
    assert named.headers["Location"] == "/lapor/nama/"
    unnamed = reporter.post("/lapor/tentang-anda/", {"mode": "ANONYMOUS", "capacity": "VOTER"})
    assert unnamed.headers["Location"] == "/lapor/periksa/"


def test_whoever_decides_to_stay_unnamed_leaves_no_name_in_the_draft(reporter):
    begin(reporter)
    reporter.post("/lapor/tentang-anda/", {"mode": "NAMED"})
    reporter.post("/lapor/nama/", {"reporter_name": "Sari Dewanti (contoh)"})
    reporter.post("/lapor/tentang-anda/", {"mode": "ANONYMOUS"})
    assert "Sari" not in text(reporter.get("/lapor/nama/"))


def test_a_region_with_two_meanings_is_asked_back_and_never_guessed(reporter):
    begin(reporter)
    asked = reporter.post("/lapor/di-mana/", {"region": "Bandung", "place": "Alun-alun"})
    assert asked.status_code == 422
    assert 'value="32.73"' in text(asked) and 'value="32.04"' in text(asked)
    assert "Alun-alun" in text(asked)
    chosen = reporter.post("/lapor/di-mana/", {"region": "Bandung", "region_choice": "32.73", "place": "Alun-alun"})
    assert chosen.headers["Location"] == "/lapor/kapan/"
    assert "Kota Bandung" in text(reporter.get("/lapor/di-mana/"))


def test_a_choice_that_does_not_fit_the_text_is_not_taken(reporter):
    begin(reporter)
    reporter.post("/lapor/di-mana/", {"region": "Kota Jambi", "region_choice": "32.73"})
    assert "Kota Jambi" in text(reporter.get("/lapor/di-mana/"))


@pytest.mark.parametrize(
    ("step", "given", "says"),
    [
        ("apa", {"what": ""}, "Ceritakan apa yang terjadi"),
        ("siapa", {"person_1_name": "Budi (contoh)", "person_1_nip": "123"}, "NIP tidak wajib"),
        ("di-mana", {"region": "Negeri Antah"}, "tidak dikenal"),
        ("kapan", {"act_date": "31-12-2013"}, "sejak tahun 2014"),
        ("kapan", {"act_date": "kemarin dulu"}, "tidak terbaca sebagai tanggal"),
        ("kapan", {"known_date": "kemarin"}, "tidak terbaca sebagai tanggal. Tulislah tanggal lengkap, misalnya 15-10"),
        ("kapan", {"known_date": "1-2-3"}, "empat angka. Tulislah tanggal lengkap"),
        ("kapan", {"act_date": "31-02-2024"}, "tidak ada dalam kalender"),
    ],
)
def test_what_cannot_be_used_is_said_beside_it_and_kept(reporter, step, given, says):
    begin(reporter)
    refused = reporter.post(f"/lapor/{step}/", given)
    assert refused.status_code == 422
    assert says in text(refused)
    for typed in given.values():
        assert typed in text(refused)
        assert typed in text(reporter.get(f"/lapor/{step}/"))


@pytest.mark.parametrize("step", ["apa", "siapa", "di-mana", "kapan", "dari-mana", "bukti", "nama"])
def test_hostile_text_is_shown_and_never_run(reporter, step):
    begin(reporter)
    names = {
        "apa": "what",
        "siapa": "person_1_name",
        "di-mana": "place",
        "kapan": "act_date",
        "dari-mana": "how_known",
        "bukti": "other_evidence",
        "nama": "reporter_name",
    }
    reporter.post(f"/lapor/{step}/", {names[step]: HOSTILE})
    page = text(reporter.get(f"/lapor/{step}/"))
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_hostile_text_is_inert_before_sending_and_loses_its_invisible_letters(reporter):
    fill(reporter, apa={"what": HOSTILE})
    page = text(reporter.get("/lapor/periksa/"))
    assert "<script>alert" not in page
    assert "\u202e" not in page and "\u200b" not in page


def test_a_name_of_ten_thousand_letters_is_refused_with_numbers_and_kept(reporter):
    begin(reporter)
    name = "N" * 10_000
    refused = reporter.post("/lapor/siapa/", {"person_1_name": name})
    assert refused.status_code == 422
    assert "paling panjang 200 huruf; yang tertulis 10000" in text(refused)
    assert name in text(refused)


def test_more_people_can_be_added_up_to_ten(reporter):
    begin(reporter)
    page = reporter.post("/lapor/siapa/", {"person_1_name": "Budi (contoh)", "go": "more"})
    assert 'name="person_2_name"' in text(page)
    assert 'value="Budi (contoh)"' in text(page)
    ten = {f"person_{number}_name": f"Orang {number} (contoh)" for number in range(1, 11)}
    reporter.post("/lapor/siapa/", {"person_1_name": "a", "go": "more"})
    for number in range(2, 11):
        reporter.post("/lapor/siapa/", {**dict(list(ten.items())[:number]), "go": "more"})
    assert 'name="person_10_name"' in text(reporter.get("/lapor/siapa/"))
    assert 'name="person_11_name"' not in text(reporter.get("/lapor/siapa/"))


def test_pressure_by_a_superior_is_a_way_of_its_own(reporter):
    begin(reporter, "SUPERIOR_PRESSURE")
    assert "Tekanan apa yang Anda alami?" in text(reporter.get("/lapor/apa/"))
    who = text(reporter.get("/lapor/siapa/"))
    assert "Siapa atasan yang menekan Anda?" in who
    assert 'name="person_1_superior"' in who and "checked" in who


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_files_are_listed_with_what_their_bytes_say(reporter):
    begin(reporter)
    reporter.post("/lapor/bukti/", {"uploads": [upload("a.png", PICTURE), upload("b.jpg", b"bukan gambar")]})
    page = text(reporter.get("/lapor/bukti/"))
    assert "a.png" in page and "Gambar (image/png)" in page
    assert "b.jpg" in page and "Jenis tidak dikenali" in page


def test_a_file_that_is_sent_twice_is_there_once(reporter):
    begin(reporter)
    for _time in range(2):
        reporter.post("/lapor/bukti/", {"uploads": [upload("a.png", PICTURE)], "go": "upload"})
    assert text(reporter.get("/lapor/bukti/")).count("<bdi>a.png</bdi></strong>") == 1


def test_a_file_can_be_taken_out(reporter):
    begin(reporter)
    reporter.post("/lapor/bukti/", {"uploads": [upload("a.png", PICTURE)], "go": "upload"})
    page = text(reporter.get("/lapor/bukti/"))
    ref = page.split('name="file" value="')[1].split('"')[0]
    reporter.post("/lapor/bukti/hapus/", {"file": ref})
    assert "a.png" not in text(reporter.get("/lapor/bukti/"))


def test_an_empty_file_is_refused_by_name_and_the_good_one_is_kept(reporter):
    begin(reporter)
    refused = reporter.post(
        "/lapor/bukti/", {"uploads": [upload("kosong.png", b""), upload("a.png", PICTURE)], "other_evidence": "Saksi"}
    )
    page = text(refused)
    assert refused.status_code == 422
    assert "kosong.png: Berkas ini kosong (0 byte)" in page
    assert "Gambar (image/png)" in page and "Saksi" in page


def test_a_file_beyond_the_limit_is_refused_with_the_limit(reporter, settings):
    settings.EVIDENCE_LIMIT_BYTES = 1024 * 1024
    begin(reporter)
    refused = reporter.post("/lapor/bukti/", {"uploads": [upload("besar.mp4", b"x" * (1024 * 1024 + 1))]})
    assert refused.status_code == 422
    assert "1 MB" in text(refused)


def test_sending_twice_is_one_report_with_one_code(reporter):
    fill(reporter)
    reporter.post("/lapor/")
    first = text(reporter.get("/lapor/tanda-terima/"))
    again = reporter.post("/lapor/")
    assert again.headers["Location"] == "/lapor/tanda-terima/"
    assert code_of(reporter.cookies["netra_laporan"].value) in first
    assert Report.objects.count() == 1


def test_what_was_sent_is_not_changed_by_a_late_step(reporter):
    fill(reporter)
    reporter.post("/lapor/")
    late = reporter.post("/lapor/apa/", {"what": "Lain"})
    assert late.headers["Location"] == "/lapor/tanda-terima/"
    assert Report.objects.get().what == STORY
    assert ReportDraft.objects.count() == 0


def test_a_new_report_after_a_sent_one_is_another(reporter):
    fill(reporter)
    reporter.post("/lapor/")
    fill(reporter)
    reporter.post("/lapor/")
    assert Report.objects.count() == 2


def test_an_unreadable_answer_leads_back_to_its_step_and_is_not_sent(reporter):
    fill(reporter)
    reporter.post("/lapor/kapan/", {"act_date": "besok", "go": "back"})
    page = text(reporter.get("/lapor/periksa/"))
    assert "Ini perlu diperbaiki dulu" in page and 'href="/lapor/kapan/"' in page
    assert reporter.post("/lapor/").headers["Location"] == "/lapor/periksa/"
    assert Report.objects.count() == 0


def test_the_reporting_term_is_shown_with_its_reason(reporter):
    fill(reporter, kapan={"act_date": "", "known_date": "15-10-2024", "election_kind": "REGIONAL"})
    page = text(reporter.get("/lapor/periksa/"))
    assert "Kenapa tanggal ini?" in page
    assert "UU 8/2015 Pasal 134 ayat (4)" in page


@pytest.mark.parametrize(
    ("day", "kind", "told"),
    [
        # Voting was on 27 November 2024; the last day of that contest here is 16 December 2024, and none follows yet.
        ("20-11-2025", "REGIONAL", ["setelah Pemilihan serentak 2024 (sampai 16 Desember 2024)"]),
        ("20-11-2025", "", ["setelah Pemilu 2024", "setelah Pemilihan serentak 2024"]),
        ("15-10-2024", "GENERAL", ["setelah Pemilu 2024"]),
        ("15-10-2024", "REGIONAL", []),
        ("15-10-2024", "", []),
        ("November 2025", "REGIONAL", []),
        ("", "REGIONAL", []),
    ],
)
def test_an_act_between_two_contests_is_said_to_be_so_and_may_be_sent(reporter, day, kind, told):
    fill(reporter, kapan={"act_date": day, "known_date": "", "election_kind": kind})
    for address in ("/lapor/kapan/", "/lapor/periksa/"):
        shown = text(reporter.get(address))
        assert ("tidak ada kontes yang sedang berjalan" in shown) is bool(told), address
        assert all(words in shown for words in told)
    assert "Laporan ini sudah dapat dikirim." in text(reporter.get("/lapor/periksa/"))
    assert reporter.post("/lapor/").headers["Location"] == "/lapor/tanda-terima/"


def test_an_election_that_only_the_registry_knows_is_under_way_too(reporter):
    Election.objects.create(
        code="PSU-KOTA-JAMBI",
        kind="REGIONAL",
        region_code="15.71",
        name="Pemungutan suara ulang (contoh)",
        start_date=date(2025, 11, 1),
        voting_date=date(2025, 11, 26),
        until_date=date(2025, 12, 1),
    )
    fill(reporter, kapan={"act_date": "20-11-2025", "known_date": "", "election_kind": "REGIONAL"})
    assert "tidak ada kontes" not in text(reporter.get("/lapor/periksa/"))


def test_the_requirements_name_their_articles(reporter):
    fill(reporter, kapan={"election_kind": "GENERAL"})
    page = text(reporter.get("/lapor/periksa/"))
    assert "UU 7/2017 Pasal 454 ayat (4) huruf a" in page
    assert "naskah asli dibaca" in page


def test_the_secret_stays_on_the_way_of_reporting_and_away_from_scripts(reporter):
    cookie = begin(reporter).cookies["netra_laporan"]
    assert (cookie["path"], cookie["samesite"], cookie["httponly"], cookie["max-age"]) == (
        "/lapor/",
        "Strict",
        True,
        "",
    )


def test_after_sending_the_browser_forgets_within_half_an_hour_or_at_once(reporter):
    fill(reporter)
    assert reporter.post("/lapor/").cookies["netra_laporan"]["max-age"] == 1800
    forgotten = reporter.post("/lapor/tanda-terima/lupakan/")
    assert forgotten.cookies["netra_laporan"].value == ""
    assert reporter.get("/lapor/tanda-terima/").headers["Location"] == "/lapor/"


def test_looking_at_the_receipt_does_not_make_the_half_hour_longer(reporter):
    fill(reporter)
    reporter.post("/lapor/")
    sent = Report.objects.get()
    with unlocked():
        Report.objects.update(entered_at=sent.entered_at - timedelta(minutes=20))
    assert int(reporter.get("/lapor/tanda-terima/").cookies["netra_laporan"]["max-age"]) <= 600
    with unlocked():
        Report.objects.update(entered_at=sent.entered_at - timedelta(minutes=31))
    over = reporter.get("/lapor/tanda-terima/")
    # From then on the code is the only way, and the page that asks for it is where one comes to.
    assert over.headers["Location"] == "/lacak/"
    assert over.cookies["netra_laporan"].value == ""


def test_the_slip_is_not_drawn_any_more_after_half_an_hour(reporter):
    fill(reporter)
    reporter.post("/lapor/")
    with unlocked():
        Report.objects.update(entered_at=Report.objects.get().entered_at - timedelta(minutes=31))
    assert reporter.post("/lapor/tanda-terima/unduh/").status_code == 404


def test_the_slip_is_a_paper_without_a_telling_name(reporter):
    fill(reporter)
    reporter.post("/lapor/")
    slip = reporter.post("/lapor/tanda-terima/unduh/")
    assert slip.content.startswith(b"%PDF")
    assert slip.headers["Content-Disposition"] == 'attachment; filename="tanda-terima.pdf"'
    assert slip.headers["Cache-Control"] == "no-store"


def test_a_draft_can_be_destroyed_by_its_writer(reporter):
    fill(reporter)
    assert reporter.get("/lapor/hapus/").status_code == 200
    reporter.post("/lapor/hapus/")
    assert ReportDraft.objects.count() == 0
    assert reporter.get("/lapor/periksa/").headers["Location"] == "/lapor/"


def test_text_kept_in_the_background_is_there_again(reporter):
    begin(reporter)
    assert reporter.post("/lapor/apa/", {"what": "Belum selesai menulis", "go": "keep"}).status_code == 204
    assert "Belum selesai menulis" in text(reporter.get("/lapor/apa/"))


def test_a_forged_secret_is_no_secret(reporter):
    reporter.cookies["netra_laporan"] = "pendek"
    assert reporter.get("/lapor/").status_code == 200
    assert reporter.get("/lapor/periksa/").headers["Location"] == "/lapor/"


def test_an_unknown_step_is_not_found(reporter):
    assert reporter.get("/lapor/entah/").status_code == 404


@pytest.mark.parametrize(
    "address", ["/lapor/mulai/", "/lapor/bukti/hapus/", "/lapor/tanda-terima/unduh/", "/lapor/tanda-terima/lupakan/"]
)
def test_what_changes_something_is_not_done_by_a_link(reporter, address):
    assert reporter.get(address).status_code == 405


def test_neither_code_nor_name_is_in_any_address(reporter):
    fill(reporter, **{"tentang-anda": {"mode": "CONFIDENTIAL"}}, nama={"reporter_name": "Sari Dewanti (contoh)"})
    sent = reporter.post("/lapor/")
    page = text(reporter.get("/lapor/tanda-terima/"))
    code = code_of(reporter.cookies["netra_laporan"].value)
    addresses = [part.split('"')[0] for mark in ('href="', 'action="') for part in page.split(mark)[1:]]
    assert not [address for address in (*addresses, sent.headers["Location"]) if code in address or "Sari" in address]


def test_a_page_of_the_form_asks_the_same_number_of_questions_however_long_the_report(
    reporter, django_assert_max_num_queries
):
    fill(reporter)
    for number in range(5):
        reporter.post("/lapor/bukti/", {"uploads": [upload(f"{number}.png", PICTURE + bytes([number]))]})
    with django_assert_max_num_queries(2):
        reporter.get("/lapor/bukti/")
    with django_assert_max_num_queries(4):  # the draft, its files, the offices of the place, their officers
        reporter.get("/lapor/periksa/")


@pytest.mark.django_db
def test_beginning_a_report_sweeps_up_drafts_that_were_left_for_two_weeks(client):
    left = "a-secret-of-a-form-left-lying-for-a-long-time"
    draft_save(sender=SENDER, secret=left, answers={"kind": "VIOLATION"}, at=FRIDAY)
    client.post("/lapor/mulai/", {"kind": "VIOLATION"})
    assert draft(left) is None
