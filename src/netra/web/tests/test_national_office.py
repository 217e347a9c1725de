"""The pages of the national office: the box of the public form, the role, its list, its form of a case."""

from __future__ import annotations

import pytest
from django.test import Client

from netra.cases.models import Case
from netra.cases.tests.test_national_office import MINISTRY, NATION, RI, make_nation, reported
from netra.intake.models import Report
from netra.intake.tests.builders import a_report, supervisor_office
from netra.trust.acts import Role
from netra.trust.models import RoleGrant
from netra.trust.tests import builders as trust
from netra.web.tests.cases_scene import page, signed_in
from netra.web.tests.test_intake_wizard import fill, text

pytestmark = pytest.mark.django_db
NOWHERE = {"region": "", "nationwide": "on", "place": "rapat daring di beberapa provinsi"}


def test_a_reporter_whose_matter_has_no_region_gets_through_and_reads_who_has_it():
    trust.grant(trust.make_user("banyu"), Role.INTAKE_OFFICER, region=NATION)
    sari = Client()
    fill(sari, **{"di-mana": NOWHERE})
    assert "checked" in text(sari.get("/lapor/di-mana/")).split('name="nationwide"')[1].split(">")[0]
    review = text(sari.get("/lapor/periksa/"))
    assert "Nasional" in review and "Wilayah ini belum dilayani" not in review
    sari.post("/lapor/")
    assert Report.objects.get().handler_region_code == NATION


def test_where_nobody_works_for_the_national_office_the_reporter_is_told_before():
    sari = Client()
    fill(sari, **{"di-mana": NOWHERE})
    review = text(sari.get("/lapor/periksa/"))
    assert "Wilayah ini belum dilayani" in review and "Bawaslu RI" in review


def test_a_region_and_the_box_contradict_each_other_and_both_are_kept():
    sari = Client()
    fill(sari)
    refused = sari.post("/lapor/di-mana/", {**NOWHERE, "region": "Kota Jambi"})
    assert refused.status_code == 422
    assert "hapus centangnya" in text(refused) and "Kota Jambi" in text(refused)


@pytest.mark.parametrize("typed", ["00", "nasional", "Bawaslu RI"])
def test_an_administrator_gives_the_role_of_the_national_office(typed):
    trust.make_user("nyoman")
    given = {"role": Role.INTAKE_OFFICER, "valid_from": "2024-01-01", "region_code": typed}
    assert signed_in(trust.lestari()).post("/pengguna/nyoman/peran/", given).status_code == 302
    assert RoleGrant.objects.get(user__username="nyoman").region_code == NATION


def test_no_officer_is_given_the_whole_country():
    trust.make_user("nyoman")
    given = {"role": Role.INTAKE_OFFICER, "valid_from": "2024-01-01"}
    refused = signed_in(trust.lestari()).post("/pengguna/nyoman/peran/", given)
    assert refused.status_code == 422 and "satu wilayah" in refused.content.decode()


def test_the_list_of_the_national_office_shows_its_report_and_hands_it_on():
    banyu, _citra = make_nation()
    report = a_report(region_code=NATION)
    supervisor_office("15", "Bawaslu Provinsi Jambi")
    shown = page(banyu, "/laporan/")
    assert report.ref in shown and "Nasional" in shown
    door = signed_in(banyu)
    door.post(f"/laporan/{report.ref}/alihkan/", {"region": "Provinsi Jambi", "reason": "HANDED_DOWN"})
    assert Report.objects.get().handler_region_code == "15"
    assert door.get(f"/laporan/{report.ref}/").status_code == 404


def test_it_registers_the_report_as_a_case_of_its_own():
    banyu, _citra = make_nation()
    report = reported(banyu)
    shown = page(banyu, f"/perkara/baru/{report.ref}/")
    assert f'value="{NATION}"' in shown and f'value="{RI}"' in shown
    given = {
        "title": "Dugaan penggalangan pegawai pusat",
        "election_kind": "REGIONAL",
        "region_code": "nasional",
        "handling_agency_code": RI,
        "agency_code": MINISTRY,
        "terlapor-1-name": "Bagas (contoh)",
        "terlapor-1-employment": "PNS",
        "terlapor-1-position": "JPT_PRATAMA",
        "perbuatan-conduct": "attend_declaration_or_campaign",
        "perbuatan-act_date": "2024-10-15",
        "perbuatan-act_date_precision": "DAY",
        "perbuatan-narrative": "Menggerakkan pegawai.",
        "perbuatan-channel": "MEETING",
    }
    answer = signed_in(banyu).post(f"/perkara/baru/{report.ref}/", given)
    assert answer.status_code == 302, answer.content.decode()
    assert Case.objects.get().region_code == NATION
    assert "Nasional" in page(banyu, "/perkara/")
