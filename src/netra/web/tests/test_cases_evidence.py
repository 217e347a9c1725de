"""Evidence that an officer adds on the page of a case: a finding in the field has none that came with a report."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from netra.cases.models import Case
from netra.trust import trail
from netra.trust.evidence import items_of
from netra.web.tests.cases_scene import Cast, Client, at, carry_to_referral, make_case, page, signed_in, the_clock_shows

pytestmark = pytest.mark.django_db

PICTURE = b"\x89PNG\r\n\x1a\n" + b"tangkapan layar" * 20
NOTE = "Tangkapan layar unggahan, diambil pengawas."


@pytest.fixture
def cast(monkeypatch) -> Cast:
    the_clock_shows(monkeypatch, at("2024-10-18", 12))
    return Cast()


@pytest.fixture
def case(cast) -> Case:
    return make_case(cast)


def address(case: Case) -> str:
    return f"/perkara/{case.ref}/bukti/tambah/"


def a_file(content: bytes = PICTURE, name: str = "layar.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="image/png")


class WhenAnOfficerBringsFiles:
    def it_offers_the_page_and_keeps_them_in_the_case(self, cast, case):
        assert address(case) in page(cast.wayan, f"/perkara/{case.ref}/")
        form = page(cast.wayan, address(case))
        assert 'enctype="multipart/form-data"' in form
        # The file is the point of the form; only the line about it may stay empty.
        assert form.count("(boleh kosong)") == 1

        done = signed_in(cast.wayan).post(
            address(case), {"evidence": [a_file(), a_file(PICTURE + b"2", "kedua.png")], "note": NOTE}
        )

        assert done.headers["Location"] == f"/perkara/{case.ref}/"
        kept = items_of(case.chain)
        assert [(item.media_type, item.note) for item in kept] == [("image/png", NOTE)] * 2
        assert [entry.verb for entry in trail.history(case.chain)][-2:] == ["trust.evidence_receive"] * 2
        shown = page(cast.wayan, f"/perkara/{case.ref}/")
        assert kept[0].sha256 in shown
        assert NOTE in shown
        opened = signed_in(cast.wayan).get(f"/perkara/{case.ref}/bukti/{kept[0].ref}/")
        assert opened.content == PICTURE

    def it_is_open_to_the_agency_that_handles_the_case(self, cast, case):
        carry_to_referral(cast, case)
        assert address(case) in page(cast.dewi, f"/perkara/{case.ref}/")
        assert signed_in(cast.dewi).post(address(case), {"evidence": a_file()}).status_code == 302

    def it_is_not_offered_to_whoever_only_reads_the_case(self, cast, case):
        assert address(case) not in page(cast.putu, f"/perkara/{case.ref}/")
        assert signed_in(cast.putu).post(address(case), {"evidence": a_file()}).status_code == 403


class WhenFilesCannotBeTaken:
    def refused(self, cast: Cast, case: Case, typed: dict[str, object]) -> str:
        response = signed_in(cast.wayan).post(address(case), typed)
        assert response.status_code == 422
        assert items_of(case.chain) == []
        return str(response.content.decode())

    def it_says_that_none_was_chosen_and_keeps_the_note(self, cast, case):
        text = self.refused(cast, case, {"note": NOTE})
        assert "Pilih sekurangnya satu berkas" in text
        assert NOTE in text

    def it_refuses_an_empty_file(self, cast, case):
        assert "kosong (0 byte)" in self.refused(cast, case, {"evidence": a_file(b"")})

    def it_names_the_limit_and_keeps_none_of_them(self, cast, case, settings):
        settings.EVIDENCE_LIMIT_BYTES = 1024 * 1024
        assert "1 MB" in page(cast.wayan, address(case))
        client = Client()
        client.force_login(cast.wayan)
        token = client.get(address(case)).context["csrf_token"]
        response = client.post(
            address(case),
            {"evidence": [a_file(), a_file(b"x" * (1024 * 1024 + 1))], "csrfmiddlewaretoken": str(token)},
        )
        assert response.status_code == 422
        assert "batasnya 1,0 MB" in response.content.decode()
        assert items_of(case.chain) == []

    def it_refuses_more_than_one_sending_holds(self, cast, case):
        files = [a_file(PICTURE + bytes([number])) for number in range(11)]
        assert "Paling banyak 10 berkas" in self.refused(cast, case, {"evidence": files})

    def it_refuses_after_the_end(self, cast, case):
        Case.objects.filter(pk=case.pk).update(state="CLOSED", ended_date=at("2024-10-18").date())
        assert "sudah berakhir" in self.refused(cast, case, {"evidence": a_file()})
        assert address(case) not in page(cast.wayan, f"/perkara/{case.ref}/")

    def it_is_not_there_for_maria(self, cast, case):
        assert signed_in(cast.maria).get(address(case)).status_code == 404
        assert signed_in(cast.maria).post(address(case), {"evidence": a_file()}).status_code == 404
