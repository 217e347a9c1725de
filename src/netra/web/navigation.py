"""The main menu: one line for each page that stands in it. A page appears to whoever may do its act somewhere today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from netra.trust import access
from netra.web.doors import today

if TYPE_CHECKING:
    from netra.trust.models import User


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the menu; the acts are those of `trust.acts`, none means everybody; the hint stands on the desk."""

    url_name: str
    label: Promise
    acts: tuple[str, ...] = ()
    hint: Promise | str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry as one reader sees it."""

    label: str
    url: str
    current: bool
    hint: str


PUBLIC = (
    Entry("report_submit", _("Laporkan")),
    Entry("report_follow", _("Ikuti laporan")),
    Entry("may_i", _("Bolehkah saya?")),
    Entry("advisory_ask", _("Tanya")),
    Entry("statistics", _("Statistik")),
    Entry("login", _("Masuk")),
)
OFFICER = (
    Entry("report_list", _("Laporan"), ("intake.report_view",), _("Laporan yang masuk: periksa, tanya, registrasi.")),
    Entry("case_list", _("Perkara"), ("cases.case_view",), _("Perkara di wilayah atau instansi Anda, dan tenggatnya.")),
    Entry("insight", _("Wawasan"), ("cases.case_view",), _("Bentuk, penyebab, sanksi, dan tindak lanjut dalam angka.")),
    Entry(
        "follow_up_board",
        _("Tindak lanjut"),
        ("cases.case_view",),
        _("Apa yang masih ditunggu dari setiap pejabat pembina kepegawaian."),
    ),
    Entry(
        "instrument_list",
        _("Pencegahan"),
        ("prevention.instrument_view",),
        _("Surat, rapat dan tugasnya, konsultasi: apa yang dilakukan agar pelanggaran tidak terjadi."),
    ),
    Entry(
        "visit_list",
        _("Pengawasan"),
        ("supervision.visit_view",),
        _("Rencana setiap bulan, surat tugas, hasil pengamatan, dan yang belum dikerjakan."),
    ),
    Entry(
        "registry",
        _("Registri"),
        ("registry.civil_servant_view",),
        _("Instansi, pegawai, pemilihan, dan wilayah; impor dari CSV atau XLSX."),
    ),
    Entry(
        "identity_request_list",
        _("Identitas"),
        ("trust.identity_request", "trust.identity_approve"),
        _("Permintaan membuka identitas pelapor atau penanya, dan keputusannya."),
    ),
    Entry(
        "trail_verify",
        _("Jejak"),
        ("trust.trail_verify",),
        _("Periksa bahwa tidak ada peristiwa yang diubah, dihapus, atau disisipkan."),
    ),
    Entry("user_list", _("Pengguna"), ("trust.user_create",), _("Akun, peran, dan cakupannya.")),
    Entry("may_i", _("Bolehkah saya?"), (), _("Jawaban hukum untuk pegawai, sebelum bertindak.")),
    Entry("account", _("Akun saya"), (), _("Peran Anda hari ini dan kata sandi.")),
)
# The parts of the room `prevention`, beside its letters.
PREVENTION = (
    Entry("instrument_list", _("Surat"), ("prevention.instrument_view",)),
    Entry("outreach_list", _("Sosialisasi"), ("prevention.outreach_view",)),
    Entry("meeting_list", _("Rapat"), ("prevention.meeting_view",)),
    Entry("action_item_list", _("Tugas"), ("prevention.meeting_view",)),
    Entry("reminder_list", _("Pengingat"), ("prevention.reminder_view",)),
    Entry("pact_list", _("Pakta"), ("prevention.pact_view",)),
    Entry("consultation_list", _("Konsultasi"), ("prevention.consultation_view",)),
    Entry("advisory_list", _("Meja tanya"), ("prevention.advisory_view",)),
)


def items(user: User | AnonymousUser, path: str) -> list[Item]:
    """The menu of whoever asks, on the page they are on."""
    entries = OFFICER if user.is_authenticated else PUBLIC
    return [_item(entry, path) for entry in entries if _is_for(entry, user)]


def sections(user: User | AnonymousUser, path: str) -> list[Item]:
    """The parts of the room `prevention` for whoever asks; the one they are on is the one with just this address."""
    shown = [_item(entry, path) for entry in PREVENTION if _is_for(entry, user)]
    return [Item(each.label, each.url, each.url == path, each.hint) for each in shown]


def _is_for(entry: Entry, user: User | AnonymousUser) -> bool:
    if not entry.acts:
        return True
    return any(not access.scope_of(user, act, on=today()).is_empty for act in entry.acts)


def _item(entry: Entry, path: str) -> Item:
    url = reverse(entry.url_name)
    return Item(str(entry.label), url, path.startswith(url), str(entry.hint))
