"""The acts of the room `sanctions`: what is done in the proceedings of a case and about its accused."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from netra.trust.acts_ground import (
    ANALYST,
    AUTHORITY,
    EXAMINER,
    INTAKE,
    PERSONNEL,
    PLENARY,
    Act,
    act,
)
from netra.trust.roles import Role


def _proceeding(code: str, label: str, roles: tuple[Role, ...], payload: str = "") -> Act:
    """What is done in one proceeding of a case; `date` is the day of what was done, where that is not the event's."""
    return act(code, label, roles, f"case proceeding {payload}")


# What the trail keeps of a remedy, by whichever of the two it is.
DELIVERED = "letter date in_force document"
DECIDED, FORMED = "deviation letter date document", "members letter document"
# `round` is told of a second examination only.
HEARD = "letter date round"
FILED, ANSWERED = "letter undid executed date in_force document", "outcome level executed date in_force"

# Whoever handles an accused learns of it; a sealed case is there for the supervisors and the oversight body alone.
_BOTH_SIDES, _SUPERVISE = (INTAKE, ANALYST, PERSONNEL), (INTAKE, ANALYST)

IN_PROCEEDINGS: tuple[Act, ...] = (
    _proceeding("sanctions.proceeding_open", _("Penanganan dibuka"), (PERSONNEL,), "route"),
    _proceeding("sanctions.summons_issue", _("Panggilan diterbitkan"), (PERSONNEL, EXAMINER), "ordinal letter round"),
    _proceeding("sanctions.summons_miss", _("Ketidakhadiran dicatat"), (PERSONNEL, EXAMINER), "ordinal round"),
    _proceeding("sanctions.team_form", _("Tim pemeriksa dibentuk"), (PERSONNEL, AUTHORITY), FORMED),
    _proceeding("sanctions.duty_release", _("Pembebasan sementara dari tugas"), (PERSONNEL, AUTHORITY), "document"),
    _proceeding("sanctions.examination_record", _("Berita acara pemeriksaan"), (PERSONNEL, EXAMINER), HEARD),
    _proceeding("sanctions.examination_report", _("Laporan hasil pemeriksaan"), (PERSONNEL, EXAMINER), "letter round"),
    _proceeding("sanctions.examination_reopen", _("Pemeriksaan dibuka kembali"), (PERSONNEL, EXAMINER), "date"),
    _proceeding("sanctions.decision_make", _("Keputusan ditetapkan"), (AUTHORITY,), f"kind level sanction {DECIDED}"),
    _proceeding("sanctions.decision_deliver", _("Keputusan diserahkan"), (PERSONNEL,), f"manner {DELIVERED}"),
    _proceeding("sanctions.decision_enforce", _("Keputusan mulai berlaku"), (PERSONNEL,), "rule in_force"),
    _proceeding("sanctions.objection_file", _("Keberatan diajukan"), (PERSONNEL,), FILED),
    _proceeding(
        "sanctions.objection_reject", _("Keberatan tidak dapat diterima"), (AUTHORITY,), "letter date document"
    ),
    _proceeding("sanctions.objection_decide", _("Keberatan diputus"), (AUTHORITY,), f"{ANSWERED} document"),
    _proceeding("sanctions.appeal_file", _("Banding administratif diajukan"), (PERSONNEL,), FILED),
    _proceeding(
        "sanctions.remedy_reply",
        _("Tanggapan atas upaya administratif diberikan"),
        (PERSONNEL, AUTHORITY),
        "document date",
    ),
    _proceeding("sanctions.suit_file", _("Gugatan ke pengadilan dicatat"), (PERSONNEL,), "date document executed"),
    _proceeding("sanctions.suit_decide", _("Putusan pengadilan dicatat"), (PERSONNEL, ANALYST), f"{ANSWERED} document"),
    _proceeding("sanctions.appeal_decide", _("Putusan banding dicatat"), (PERSONNEL, ANALYST), ANSWERED),
    _proceeding("sanctions.restoration_record", _("Pemulihan dicatat"), (PERSONNEL,), "document date"),
    _proceeding("sanctions.decision_finalise", _("Keputusan berkekuatan tetap"), (PERSONNEL,)),
    _proceeding("sanctions.decision_execute", _("Keputusan dilaksanakan"), (PERSONNEL,), "document"),
    _proceeding(
        "sanctions.proceeding_close", _("Penanganan ditutup"), (INTAKE, PERSONNEL, ANALYST), "outcome document"
    ),
    _proceeding("sanctions.proceeding_stop", _("Tidak terbukti dalam pemeriksaan"), (AUTHORITY,), "reason document"),
    _proceeding("sanctions.council_form", _("Majelis kode etik dibentuk"), (AUTHORITY, PERSONNEL), FORMED),
    _proceeding("sanctions.seat_replace", _("Anggota diganti"), (PERSONNEL, AUTHORITY), "seat date letter document"),
    _proceeding("sanctions.council_hear", _("Sidang majelis kode etik"), (EXAMINER, PERSONNEL), "defended letter date"),
    _proceeding("sanctions.council_summon", _("Dipanggil majelis kode etik"), (PERSONNEL, EXAMINER), "letter document"),
    _proceeding("sanctions.council_decide", _("Putusan majelis kode etik"), (EXAMINER, PERSONNEL), "outcome date"),
    _proceeding("sanctions.moral_impose", _("Sanksi moral dinyatakan"), (AUTHORITY,), f"mode {DECIDED}"),
    _proceeding("sanctions.action_decline", _("Tindakan administratif tidak diambil"), (AUTHORITY,)),
    _proceeding("sanctions.delivery_miss", _("Ketidakhadiran pada penyampaian dicatat"), (PERSONNEL,), "date"),
    _proceeding("sanctions.decision_send", _("Pengiriman keputusan dicatat"), (PERSONNEL,), "date"),
    _proceeding("sanctions.termination_decide", _("Pemberhentian diputuskan"), (AUTHORITY,), DECIDED),
    # The letter is the election supervisor's, in its register (UU 1/2015 Ps 135(2)): nobody else writes it.
    _proceeding("sanctions.crime_refer", _("Dugaan pidana diteruskan"), (INTAKE,), "letter"),
    act("sanctions.servant_left", _("Terlapor bukan lagi pegawai"), _BOTH_SIDES, "case party kind date document"),
    act("sanctions.servant_left_correct", _("Berhentinya terlapor dikoreksi"), _SUPERVISE, "case party sha256"),
    _proceeding("sanctions.proceeding_lapse", _("Penanganan berakhir karena berhentinya terlapor"), (), "outcome"),
    _proceeding("sanctions.proceeding_resume", _("Penanganan dilanjutkan"), (), "state"),
    act("sanctions.crime_decline", _("Tidak terlihat tindak pidana"), (PLENARY,), "case party date"),
    _proceeding("sanctions.reminder_issue", _("Pengingat dikirim"), (ANALYST,), "rule letter"),
    _proceeding("sanctions.duty_remind", _("Pengingat kewajiban tanpa tenggat dikirim"), (ANALYST,), "letter"),
    act("sanctions.data_block", _("Data kepegawaian diblokir"), (ANALYST,), "case party"),
    act("sanctions.data_unblock", _("Blokir data dibuka"), (ANALYST,), "case party"),
)
