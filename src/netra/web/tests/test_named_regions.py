"""A place written as people write it: the officer sees which regions it may mean, by which list, and confirms."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from netra.intake.models import Report
from netra.intake.states import State
from netra.intake.tests.builders import a_report, in_state, supervisor_office
from netra.trust.acts import Role
from netra.trust.tests import builders as cast
from netra.web.intake.regions import choices_in
from netra.web.tests.test_intake_officer import FRIDAY

pytestmark = pytest.mark.django_db
TODAY = FRIDAY.date()
HEADING = "Wilayah yang disebut"


@pytest.fixture
def nyoman() -> Client:
    """An officer of the province of Jambi."""
    client = Client()
    client.force_login(cast.grant(cast.make_user("nyoman"), Role.INTAKE_OFFICER, region="15"))
    return client


def placed(place: str) -> Report:
    return a_report(place=place, what="Lurah membagi amplop kepada warga.", persons=())


def shown(client: Client, report: Report) -> str:
    page = str(client.get(f"/laporan/{report.ref}/").content, "utf-8")
    part = re.search(r'<section aria-labelledby="wilayah-disebut">.*?</section>', page, re.S)
    return re.sub(r"\s+", " ", part[0]) if part else ""


class WhenThePlaceNamesAnotherRegion:
    def test_it_is_proposed_with_its_code_and_the_edition_of_the_list(self, nyoman: Client) -> None:
        part = shown(nyoman, placed("Pasar di Kab. Batanghari"))
        assert "<bdi>Kab. Batanghari</bdi>" in part
        assert "Kabupaten Batanghari, Provinsi Jambi (<code>15.04</code>), daftar wilayah 2025" in part

    def test_the_link_fills_the_form_of_handing_over_and_nothing_moves_by_itself(self, nyoman: Client) -> None:
        report = placed("Pasar di Kab. Batanghari")
        address = re.search(r'href="([^"]+alihkan[^"]+)"', shown(nyoman, report))
        assert address
        assert 'value="Kabupaten Batanghari"' in str(nyoman.get(address[1]).content, "utf-8")
        report.refresh_from_db()
        assert report.region_code == "15.71"

    def test_a_complete_report_is_registered_with_it_once_the_officer_sends_the_form(self, nyoman: Client) -> None:
        report = in_state(placed("Pasar di Kab. Batanghari"), State.COMPLETE)
        address = re.search(r'href="([^"]+baru[^"]+wilayah=15.04)"', shown(nyoman, report))
        assert address
        page = str(nyoman.get(address[1]).content, "utf-8")
        assert re.search(r'name="region_code"[^>]*value="(15.04|Kabupaten Batanghari)"', page)

    def test_only_what_the_report_names_fills_a_form(self, nyoman: Client) -> None:
        report = placed("Pasar di Kab. Batanghari")
        for code in ("32.04", "x", "<b>"):
            page = str(nyoman.get(f"/laporan/{report.ref}/alihkan/", {"wilayah": code}).content, "utf-8")
            assert "value=" not in re.findall(r'<input[^>]*name="region"[^>]*', page)[0]


class WhenTheWordsNeedExplaining:
    @pytest.mark.parametrize(
        ("place", "told"),
        [
            ("Lapangan di Bandung", "dapat berarti beberapa wilayah. Yang mana?"),
            ("Kantor di Kabupaten Mamuju Utara", "Tercetak sebagai Kabupaten Mamuju Utara (76.01) sampai edisi"),
            ("Hotel di Kota Sorong, Papua Barat", "Kode sebelumnya: 92.71."),
            ("Pasar di Tangsel", "Bentuk singkat yang dipakai warga dalam laporan; tidak tercetak"),
            ("Pasar di Jaktim", "Bentuk singkat menurut kebiasaan, BELUM DIPERIKSA; tidak tercetak"),
            ("Pasar di Kab. Batanghary", "tidak tertulis begitu dalam daftar. Inikah yang dimaksud?"),
        ],
    )
    def test_the_officer_is_told(self, nyoman: Client, place: str, told: str) -> None:
        assert told in shown(nyoman, placed(place))

    def test_a_name_borne_twice_shows_both(self, nyoman: Client) -> None:
        part = shown(nyoman, placed("Lapangan di Bandung"))
        assert "Kabupaten Bandung, Provinsi Jawa Barat" in part
        assert "Kota Bandung, Provinsi Jawa Barat" in part


class WhenThereIsNothingToTell:
    @pytest.mark.parametrize("place", ["", "Kota Jambi", "Provinsi Jambi", "Warung kopi", "🔥", "Jalan Bandung"])
    def test_no_part_is_shown(self, nyoman: Client, place: str) -> None:
        assert shown(nyoman, placed(place)) == ""

    def test_a_district_of_the_region_is_told_and_leads_nowhere(self, nyoman: Client) -> None:
        part = shown(nyoman, placed("Kec. Jelutung"))
        assert "di dalam wilayah laporan" in part
        assert "href" not in part


def test_hostile_words_stay_words(nyoman: Client) -> None:
    part = shown(nyoman, placed('Kab. Batanghari <script>alert("x")</script>'))
    assert "<script>" not in part


def test_who_may_not_register_there_is_not_led_there(nyoman: Client) -> None:
    supervisor_office("36.74", "Bawaslu Kota Tangerang Selatan")
    report = in_state(placed("Pasar di Tangsel"), State.COMPLETE)
    part = shown(nyoman, report)
    assert "alihkan" in part
    assert "perkara/baru" not in part


@pytest.mark.parametrize(
    ("text", "codes"),
    [("tangsel", ["36.74"]), ("OKI", ["16.02"]), ("bandung", ["32.04", "32.73"]), ("warung kopi", []), ("", [])],
)
def test_a_field_is_read_for_short_forms_in_small_letters_too(text: str, codes: list[str]) -> None:
    assert [code for code, _words in choices_in(text, TODAY)] == codes


def test_where_only_the_place_was_written_the_officer_who_writes_a_report_down_is_asked(nyoman: Client) -> None:
    typed = {"what": "Lurah membagi amplop.", "place": "Pasar di Tangsel", "region": "", "go": "send"}
    page = str(nyoman.post("/laporan/catat/", typed).content, "utf-8")
    assert "Kota Tangerang Selatan, Provinsi Banten (Bentuk singkat yang dipakai warga" in page
    assert Report.objects.count() == 0
