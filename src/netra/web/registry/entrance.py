"""The entrance of the registry: where its pages are, for whoever asks."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from netra.web.doors import SignedInRequest, may_any, requires
from netra.web.registry.reach import VIEW


@dataclass(frozen=True, slots=True)
class Tile:
    """A page of the registry, the act that opens it, and what one finds there."""

    url_name: str
    act: str
    label: Promise
    hint: Promise


TILES = (
    Tile("agency_list", VIEW, _("Instansi"), _("Siapa pejabat pembina kepegawaiannya, sejak kapan, dan unit-unitnya.")),
    Tile("civil_servant_search", VIEW, _("Pegawai"), _("Cari menurut NIP atau nama; jabatan pada setiap hari.")),
    Tile("election_list", VIEW, _("Pemilihan"), _("Tahapan dengan sumbernya, dan pasangan calon menurut nomor urut.")),
    Tile("region_lookup", VIEW, _("Wilayah"), _("Nama dan kode menurut edisi, juga kode yang sudah berganti.")),
    Tile("import_run", "registry.import_run", _("Impor"), _("Instansi, unit, dan pegawai dari CSV atau XLSX.")),
)


@require_safe
@requires(VIEW)
def registry(request: SignedInRequest) -> HttpResponse:
    """The tiles of this reader."""
    tiles = [tile for tile in TILES if may_any(request.user, (tile.act,))]
    return render(request, "registry/registry.html", {"tiles": tiles})


urlpatterns: list[URLPattern] = [path("registri/", registry, name="registry")]
