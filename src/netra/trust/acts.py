"""The acts of the house, one line each: its name, its Indonesian label, who may do it, what the trail may keep of it.

One act, one name: the code here is the operation (`cases.operations.case_refer`), the permission and the trail verb; a
page of its own is called so too, and a test names it. The payload is a white list: a key that is not listed is
refused, so that no name, number or address of a person can slip into the trail.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.translation import gettext_noop as _

from netra.trust.roles import ROLE_LABELS as ROLE_LABELS
from netra.trust.roles import Role as Role


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done: `code` is `room.act`; `payload` lists the keys the trail may keep."""

    code: str
    label: str
    roles: frozenset[Role]
    payload: frozenset[str]


INTAKE, PLENARY, ANALYST, PERSONNEL, UNIT_HEAD, EXAMINER, AUTHORITY, CUSTODIAN, AUDITOR, ADMIN = Role
# Acts of people without an account: whoever holds a report's code or a personal link.
NOBODY: tuple[Role, ...] = ()
HANDLERS = (INTAKE, PLENARY, ANALYST, PERSONNEL, EXAMINER, AUTHORITY)
CASE_READERS = (*HANDLERS, AUDITOR)
# Who follows whom a letter reached; the head of a unit sees his own people and nobody else.
PREVENTION_READERS = (*CASE_READERS, UNIT_HEAD)
# Who writes the letters by which an agency prevents: its own people, and the supervisors for theirs.
WRITERS = (INTAKE, ANALYST, PERSONNEL)
LISTERS = (*WRITERS, UNIT_HEAD)
# Who sits in a meeting or answers for its tasks; an examiner is there for single matters.
MEETING_READERS = (INTAKE, PLENARY, ANALYST, PERSONNEL, AUTHORITY, AUDITOR)
# Who answers what a civil servant asks before acting: the body that oversees, and the own personnel agency.
ADVISERS = (ANALYST, PERSONNEL)
ADVISERS_READ = (*ADVISERS, AUDITOR)
OPENERS = (INTAKE, *ADVISERS)
# Who erases a report: one asks, another does it or refuses, and who asked may take it back.
ERASERS = (INTAKE, ADMIN)
KEEPERS = (ADMIN, PERSONNEL)
# Who watches all year: the personnel agency its own units, the supervisors of elections their place.
WATCHERS = (INTAKE, PERSONNEL)


def _act(code: str, label: str, roles: tuple[Role, ...], payload: str = "") -> Act:
    return Act(code, label, frozenset(roles), frozenset(payload.split()))


def _proceeding(code: str, label: str, roles: tuple[Role, ...], payload: str = "") -> Act:
    """What is done in one proceeding of a case; `date` is the day of what was done, where that is not the event's."""
    return _act(code, label, roles, f"case proceeding {payload}")


# What the trail keeps of a report, by whichever way it came, and of a remedy, by whichever of the two it is.
ARRIVED = "report channel mode election evidence persons region agency"
DELIVERED = "letter date in_force document"
DECIDED, FORMED = "deviation letter date document", "members letter document"
# `round` is told of a second examination only.
HEARD = "letter date round"
FILED, ANSWERED = "letter undid executed date in_force document", "outcome level executed date in_force"

_ACTS = (
    # trust
    _act("trust.user_create", _("Akun dibuat"), (ADMIN,), "user"),
    _act("trust.user_deactivate", _("Akun dinonaktifkan"), (ADMIN,), "user"),
    _act("trust.user_rename", _("Nama akun diperbaiki"), (ADMIN,), "user"),
    _act("trust.user_reactivate", _("Akun diaktifkan lagi"), (ADMIN,), "user"),
    _act("trust.user_password_reset", _("Tautan kata sandi dibuat"), (ADMIN,), "user"),
    _act("trust.role_grant", _("Peran diberikan"), (ADMIN,), "user role agency unit region matter until"),
    _act("trust.role_revoke", _("Peran dicabut"), (ADMIN,), "user role agency unit region matter until"),
    _act("trust.examiner_assign", _("Pemeriksa ditugaskan"), (PERSONNEL, AUTHORITY), "user matter"),
    _act("trust.examiner_release", _("Penugasan pemeriksa diakhiri"), (PERSONNEL, AUTHORITY), "user matter sha256"),
    _act("trust.login", _("Masuk"), (), "user"),
    _act("trust.password_change", _("Kata sandi diganti"), (), "user"),
    _act("trust.password_set", _("Kata sandi dibuat lewat tautan"), NOBODY, "user"),
    _act("trust.identity_request", _("Permintaan membuka identitas"), OPENERS, "designation request reason"),
    _act("trust.identity_approve", _("Pembukaan identitas disetujui"), (CUSTODIAN,), "designation request reason"),
    _act("trust.identity_refuse", _("Pembukaan identitas ditolak"), (CUSTODIAN,), "designation request reason"),
    _act("trust.identity_open", _("Identitas dibuka"), OPENERS, "designation request"),
    _act("trust.day_close", _("Akar harian dibuat"), (), "day root"),
    _act("trust.evidence_receive", _("Bukti diterima"), (), "evidence sha256 size media_type"),
    _act("trust.evidence_read", _("Bukti dibuka"), PREVENTION_READERS, "evidence"),
    _act("trust.evidence_hand_over", _("Bukti diserahterimakan"), (), "evidence sha256"),
    _act("trust.evidence_destroy", _("Bukti dimusnahkan"), (), "evidence sha256 reason"),
    _act("trust.trail_verify", _("Jejak diperiksa"), (AUDITOR, ADMIN), "events"),
    _act("trust.trail_export", _("Jejak diekspor"), (AUDITOR,), "events"),
    _act("trust.link_issue", _("Tautan pribadi diterbitkan"), (INTAKE, PERSONNEL, EXAMINER), "link purpose"),
    _act("trust.link_revoke", _("Tautan pribadi dicabut"), (INTAKE, PERSONNEL, EXAMINER), "link purpose"),
    # registry
    _act("registry.agency_save", _("Instansi disimpan"), (ADMIN,), "agency"),
    _act("registry.appointing_authority_set", _("Pejabat pembina kepegawaian ditetapkan"), (ADMIN,), "agency"),
    _act(
        "registry.retention_set",
        _("Jadwal retensi arsip dicatat"),
        (ADMIN,),
        "agency start document active inactive fate",
    ),
    _act("registry.unit_save", _("Unit kerja disimpan"), KEEPERS, "agency unit"),
    _act("registry.civil_servant_view", _("Data pegawai dilihat"), (*HANDLERS, AUDITOR, ADMIN), "person"),
    _act("registry.civil_servant_save", _("Data pegawai disimpan"), KEEPERS, "person"),
    _act("registry.position_start", _("Jabatan dimulai"), KEEPERS, "person agency unit position start"),
    _act("registry.position_end", _("Jabatan berakhir"), KEEPERS, "person agency unit position until"),
    _act("registry.election_save", _("Pemilihan disimpan"), (ADMIN,), "election"),
    _act("registry.election_stage_set", _("Tahapan daerah ditetapkan"), (ADMIN,), "election stage region start until"),
    _act("registry.import_run", _("Data diimpor"), KEEPERS, "kind created changed unchanged rejected sha256 rows"),
    _act("registry.tie_record", _("Hubungan dicatat"), KEEPERS, "agency tie kind known_by start until"),
    _act("registry.tie_end", _("Hubungan berakhir"), KEEPERS, "agency tie until sha256"),
    _act("registry.tie_strike", _("Hubungan dicoret"), KEEPERS, "agency tie sha256"),
    # letters
    _act("letters.letter_draft", _("Konsep surat dibuat"), HANDLERS, "letter kind"),
    _act("letters.letter_revise", _("Konsep surat diubah"), HANDLERS, "letter kind"),
    _act("letters.letter_finalise", _("Surat ditetapkan"), HANDLERS, "letter kind number sha256"),
    _act("letters.letter_certify", _("Salinan surat disahkan"), HANDLERS, "letter kind number sha256"),
    # Erasing is part of `cases.erasure_approve`, which asks who may do it.
    _act("letters.letter_erase", _("Isi surat dimusnahkan"), (), "letter kind number sha256"),
    _act("letters.number_format_save", _("Format nomor surat disimpan"), (ADMIN,), "agency pattern"),
    # prevention
    _act("prevention.instrument_view", _("Surat pencegahan dibuka"), PREVENTION_READERS, "instrument"),
    _act("prevention.instrument_pending", _("Yang belum mengaku dilihat"), PREVENTION_READERS, "instrument"),
    _act("prevention.instrument_draft", _("Konsep surat pencegahan dibuat"), WRITERS, "instrument kind"),
    _act("prevention.instrument_revise", _("Konsep surat pencegahan diubah"), WRITERS, "instrument kind"),
    _act("prevention.instrument_issue", _("Surat pencegahan ditetapkan"), WRITERS, "instrument kind number sha256"),
    _act("prevention.instrument_withdraw", _("Surat pencegahan dicabut"), WRITERS, "instrument kind date"),
    _act("prevention.instrument_open", _("Surat pencegahan dibuka penerima"), NOBODY, "instrument channel"),
    _act("prevention.instrument_acknowledge", _("Surat pencegahan diakui"), NOBODY, "instrument channel understood"),
    _act(
        "prevention.attendance_record",
        _("Daftar hadir apel dicatat"),
        (PERSONNEL, UNIT_HEAD),
        "instrument date recorded rejected evidence sha256",
    ),
    _act("prevention.instrument_remind", _("Kepala unit diingatkan"), (PERSONNEL,), "instrument unit pending letter"),
    _act("prevention.instrument_links", _("Tautan pribadi diunduh"), (PERSONNEL,), "instrument agency"),
    _act("prevention.reminder_view", _("Pengingat rutin dibuka"), PREVENTION_READERS, "routine"),
    _act("prevention.reminder_start", _("Pengingat rutin dimulai"), WRITERS, "routine occasion start unit"),
    _act("prevention.reminder_end", _("Pengingat rutin diakhiri"), WRITERS, "routine until"),
    _act(
        "prevention.reminder_give",
        _("Pengingat disampaikan"),
        (PERSONNEL, UNIT_HEAD),
        "routine reminder unit date beneath evidence sha256",
    ),
    _act("prevention.reminder_retract", _("Pengingat ditarik"), (PERSONNEL, UNIT_HEAD), "routine reminder unit date"),
    _act("prevention.pact_view", _("Pakta integritas dibuka"), PREVENTION_READERS, "pact"),
    _act(
        "prevention.pact_open",
        _("Pakta integritas dibuka untuk ditandatangani"),
        WRITERS,
        "pact version earlier unit sha256",
    ),
    _act("prevention.pact_withdraw", _("Pakta integritas dicabut"), WRITERS, "pact date"),
    _act("prevention.pact_links", _("Tautan pakta diunduh"), WRITERS, "pact"),
    _act("prevention.pact_code_open", _("Kode pakta diterbitkan"), WRITERS, "pact link"),
    _act("prevention.pact_sign", _("Pakta integritas ditandatangani"), NOBODY, "pact"),
    _act("prevention.pact_refuse", _("Pakta integritas ditolak"), NOBODY, "pact sha256"),
    _act(
        "prevention.pact_record",
        _("Penanda tangan pakta dicatat"),
        (PERSONNEL, UNIT_HEAD),
        "pact date recorded rejected evidence sha256",
    ),
    _act(
        "prevention.pact_refusal_record",
        _("Penolakan pakta dicatat"),
        (PERSONNEL, UNIT_HEAD),
        "pact person date evidence sha256",
    ),
    _act("prevention.pact_letter", _("Pakta bertanda tangan dicetak"), (PERSONNEL,), "pact person letter"),
    _act("prevention.roll_call_open", _("Kode apel diterbitkan"), (PERSONNEL,), "instrument link"),
    _act("prevention.meeting_view", _("Rapat dibuka"), (*MEETING_READERS, UNIT_HEAD), "meeting"),
    _act("prevention.meeting_plan", _("Rapat direncanakan"), WRITERS, "meeting date agency"),
    _act("prevention.meeting_revise", _("Rencana rapat diubah"), WRITERS, "meeting date agency"),
    _act("prevention.meeting_invite", _("Undangan rapat diterbitkan"), WRITERS, "meeting letter number"),
    _act("prevention.meeting_hold", _("Rapat terlaksana"), WRITERS, "meeting date"),
    _act("prevention.meeting_cancel", _("Rapat dibatalkan"), WRITERS, "meeting"),
    _act(
        "prevention.meeting_attendance_record",
        _("Daftar hadir rapat dicatat"),
        WRITERS,
        "meeting recorded rejected evidence",
    ),
    _act("prevention.meeting_attendance_strike", _("Yang hadir rapat dicoret"), WRITERS, "meeting ordinal sha256"),
    _act("prevention.minutes_draft", _("Konsep notulen ditulis"), WRITERS, "meeting version"),
    _act("prevention.minutes_adopt", _("Notulen disahkan"), WRITERS, "meeting version letter"),
    _act("prevention.action_item_assign", _("Tugas diberikan"), WRITERS, "meeting item agency due"),
    _act("prevention.action_item_finish", _("Tugas diselesaikan"), WRITERS, "meeting item evidence"),
    _act("prevention.action_item_drop", _("Tugas dilepas"), WRITERS, "meeting item"),
    _act("prevention.meeting_series_start", _("Rangkaian rapat dimulai"), WRITERS, "series start agency"),
    _act("prevention.meeting_series_end", _("Rangkaian rapat diakhiri"), WRITERS, "series until"),
    _act("prevention.consultation_view", _("Konsultasi dibuka"), MEETING_READERS, "consultation"),
    _act("prevention.consultation_ask", _("Konsultasi diajukan"), WRITERS, "consultation date"),
    _act("prevention.consultation_answer", _("Jawaban konsultasi dicatat"), WRITERS, "consultation date evidence"),
    _act("prevention.consultation_withdraw", _("Konsultasi ditarik"), WRITERS, "consultation"),
    _act("prevention.outreach_view", _("Sosialisasi dibuka"), (*MEETING_READERS, UNIT_HEAD), "outreach"),
    _act("prevention.outreach_plan", _("Sosialisasi direncanakan"), WRITERS, "outreach date"),
    _act("prevention.outreach_revise", _("Rencana sosialisasi diubah"), WRITERS, "outreach date"),
    _act("prevention.outreach_postpone", _("Sosialisasi ditunda"), WRITERS, "outreach date"),
    _act("prevention.outreach_cancel", _("Sosialisasi dibatalkan"), WRITERS, "outreach"),
    _act("prevention.outreach_hold", _("Sosialisasi terlaksana"), WRITERS, "outreach date"),
    _act("prevention.outreach_test_set", _("Tes sosialisasi disusun"), WRITERS, "outreach count"),
    _act("prevention.outreach_code_open", _("Kode hadir sosialisasi diterbitkan"), WRITERS, "outreach link"),
    _act("prevention.outreach_links", _("Tautan pribadi sosialisasi diunduh"), WRITERS, "outreach"),
    _act("prevention.outreach_attend", _("Peserta sosialisasi hadir"), NOBODY, "outreach"),
    _act("prevention.outreach_answer", _("Tes sosialisasi dijawab"), NOBODY, "outreach moment"),
    _act(
        "prevention.outreach_attendance_record",
        _("Daftar hadir sosialisasi dicatat"),
        LISTERS,
        "outreach date recorded rejected evidence sha256",
    ),
    _act("prevention.outreach_attendance_strike", _("Peserta dicoret"), LISTERS, "outreach person sha256"),
    _act(
        "prevention.outreach_guests_record",
        _("Tamu sosialisasi dicatat"),
        WRITERS,
        "outreach recorded rejected evidence",
    ),
    _act("prevention.outreach_guest_strike", _("Tamu sosialisasi dicoret"), WRITERS, "outreach ordinal sha256"),
    _act("prevention.outreach_file_add", _("Berkas sosialisasi ditambahkan"), WRITERS, "outreach kind evidence"),
    _act("prevention.outreach_certify", _("Sertifikat sosialisasi diterbitkan"), WRITERS, "outreach letters"),
    _act("prevention.advisory_view", _("Pertanyaan dibuka"), ADVISERS_READ, "advisory"),
    _act("prevention.advisory_ask", _("Pertanyaan diajukan"), NOBODY, "advisory agency named verdict sha256"),
    _act("prevention.advisory_write", _("Penanya menulis"), NOBODY, "advisory sha256"),
    _act("prevention.advisory_reply", _("Petugas menulis kepada penanya"), ADVISERS, "advisory sha256"),
    _act(
        "prevention.advisory_answer", _("Pertanyaan dijawab"), ADVISERS, "advisory ordinal verdict letter number sha256"
    ),
    _act("prevention.advisory_turn_away", _("Pertanyaan tidak dijawab di sini"), ADVISERS, "advisory reason"),
    _act(
        "prevention.advisory_publish", _("Jawaban diterbitkan tanpa nama"), ADVISERS, "advisory advice version sha256"
    ),
    _act("prevention.advisory_unpublish", _("Terbitan jawaban ditarik"), ADVISERS, "advisory advice version date"),
    _act("prevention.advisory_erase_request", _("Penghapusan penanya diminta"), ADVISERS, "advisory reason"),
    _act("prevention.advisory_erase_approve", _("Penghapusan penanya dilakukan"), ADVISERS, "advisory reason"),
    _act("prevention.advisory_erase_refuse", _("Penghapusan penanya ditolak"), ADVISERS, "advisory reason"),
    _act("prevention.advisory_erase_withdraw", _("Permintaan penghapusan penanya ditarik"), ADVISERS, "advisory"),
    # supervision
    _act("supervision.visit_view", _("Pengawasan dibuka"), (*WATCHERS, PLENARY, AUDITOR), "visit"),
    _act(
        "supervision.visit_plan",
        _("Pengawasan direncanakan"),
        WATCHERS,
        "visit agency unit subject date observation sha256",
    ),
    _act("supervision.visit_cancel", _("Pengawasan dibatalkan"), WATCHERS, "visit"),
    _act("supervision.visit_assign", _("Surat tugas pengawasan diterbitkan"), WATCHERS, "visit letter number"),
    _act("supervision.checklist_write", _("Daftar periksa ditulis"), WATCHERS, "agency subject version sha256"),
    _act(
        "supervision.observation_record",
        _("Hasil pengawasan dicatat"),
        WATCHERS,
        "visit observation version date result evidence sha256",
    ),
    # No article that was read says how an agency hands on what it saw; the supervisors then look for themselves.
    _act("supervision.observation_pass", _("Dugaan disampaikan kepada pengawas"), (PERSONNEL,), "observation agency"),
    # intake
    _act("intake.report_submit", _("Laporan dikirim"), NOBODY, ARRIVED),
    _act("intake.report_record", _("Laporan dicatat petugas"), (INTAKE,), ARRIVED),
    _act("intake.report_message_add", _("Pelapor menulis"), NOBODY, "report evidence"),
    _act("intake.report_reply", _("Petugas menulis kepada pelapor"), (INTAKE,), "report evidence"),
    _act("intake.report_check", _("Syarat formal dan materiel diperiksa"), (INTAKE,), "report formal material missing"),
    _act("intake.report_ask_completion", _("Kelengkapan diminta"), (INTAKE,), "report missing due"),
    _act("intake.report_reroute", _("Laporan dialihkan"), (INTAKE,), "report region reason"),
    _act("intake.report_bypass_set", _("Instansi atasan ditetapkan"), (INTAKE,), "report agency region"),
    _act("intake.report_close", _("Laporan ditutup tanpa registrasi"), (INTAKE,), "report outcome reason"),
    _act("intake.report_withdraw", _("Laporan dicabut pelapor"), NOBODY, "report"),
    _act("intake.report_withdraw_record", _("Surat pencabutan laporan dicatat"), (INTAKE,), "report document"),
    _act("intake.report_link_duplicate", _("Laporan ditandai serupa"), (INTAKE,), "report other reason"),
    _act("intake.report_tell_apart", _("Laporan ditandai berbeda"), (INTAKE,), "report other reason"),
    _act("intake.report_view", _("Laporan dibuka"), (INTAKE, PLENARY, AUDITOR), "report"),
    _act("intake.report_identify", _("Pelapor menyusulkan identitas"), NOBODY, "report mode"),
    _act("intake.receipt_issue", _("Tanda bukti penyampaian diterbitkan"), (INTAKE,), "report letter number"),
    _act("intake.report_erase_request", _("Penghapusan laporan diminta"), ERASERS, "report reason"),
    _act("intake.report_erase_approve", _("Penghapusan laporan dilakukan"), ERASERS, "report reason evidence letters"),
    _act("intake.report_erase_refuse", _("Penghapusan laporan ditolak"), ERASERS, "report reason"),
    _act("intake.report_erase_withdraw", _("Permintaan penghapusan laporan ditarik"), ERASERS, "report"),
    # cases
    _act("cases.case_view", _("Perkara dibuka"), CASE_READERS, "case"),
    _act("cases.case_register", _("Perkara diregistrasi"), (INTAKE,), "case report observation election case_agency"),
    _act("cases.party_add", _("Terlapor ditambahkan"), (INTAKE,), "case party"),
    _act("cases.party_identify", _("Identitas terlapor dipastikan"), (INTAKE, ANALYST), "case party attribute changed"),
    _act("cases.party_correct", _("Data terlapor diperbaiki"), (INTAKE, ANALYST), "case party changed source"),
    _act("cases.act_add", _("Perbuatan ditambahkan"), (INTAKE,), "case act conduct act_date"),
    # Of what was said before and what is said now: codes and days; of words only a fingerprint.
    _act(
        "cases.act_correct",
        _("Perbuatan diperbaiki"),
        (INTAKE, ANALYST),
        "case act version changed document sha256 conduct former_conduct other_conducts former_other_conducts "
        "act_date former_act_date act_date_precision former_act_date_precision phase former_phase channel "
        "former_channel",
    ),
    _act(
        "cases.allegation_assess",
        _("Dugaan dinilai menurut hukum"),
        (INTAKE,),
        "case allegation category floor ceiling",
    ),
    _act(
        "cases.allegation_confirm",
        _("Penilaian dikonfirmasi"),
        (INTAKE, ANALYST),
        "case allegation category floor ceiling repeat reason",
    ),
    _act(
        "cases.allegation_change",
        _("Penilaian diubah"),
        (INTAKE, ANALYST, PLENARY),
        "case allegation category floor ceiling repeat reason date",
    ),
    _act("cases.case_start_preliminary", _("Kajian awal dimulai"), (INTAKE,), "case"),
    _act("cases.case_start_study", _("Kajian dimulai"), (INTAKE,), "case"),
    _act("cases.clarification_invite", _("Undangan klarifikasi"), (INTAKE,), "case invitation letter"),
    _act("cases.clarification_record", _("Klarifikasi dicatat"), (INTAKE,), "case invitation attended"),
    _act("cases.case_finish_study", _("Kajian selesai"), (INTAKE,), "case proposal letter"),
    _act("cases.plenary_decide", _("Pleno memutuskan"), (PLENARY,), "case outcome reason date"),
    _act("cases.case_refer", _("Perkara diteruskan"), (INTAKE,), "case body letter"),
    _act("cases.case_recommend", _("Rekomendasi diterbitkan"), (ANALYST,), "case level letter agency case_agency"),
    _act("cases.case_decline", _("Tidak direkomendasikan"), (ANALYST,), "case reason letter"),
    _act("cases.case_withdraw", _("Laporan dicabut, perkara diakhiri"), (PLENARY,), "case reason date"),
    _act("cases.case_expire", _("Perkara kedaluwarsa"), (PLENARY,), "case reason date"),
    _act("cases.case_close", _("Perkara ditutup"), (INTAKE, ANALYST, PERSONNEL), "case outcome"),
    _act("cases.case_reopen", _("Perkara dibuka kembali"), (PERSONNEL,), "case"),
    _act("cases.answer_give", _("Terlapor menjawab"), NOBODY, "case party advice"),
    _act("cases.answer_record", _("Jawaban terlapor dicatat"), (INTAKE, PERSONNEL, EXAMINER), "case party advice"),
    _act("cases.deadline_extend", _("Tenggat diperpanjang"), HANDLERS, "case rule due reason document"),
    _act("cases.deadline_pause", _("Tenggat dijeda"), HANDLERS, "case rule reason document"),
    _act("cases.deadline_resume", _("Tenggat dilanjutkan"), HANDLERS, "case rule due"),
    # Asked under this name, told as trust.evidence_receive: CONTRIBUTING says why.
    _act("cases.evidence_add", _("Bukti ditambahkan"), (INTAKE, PERSONNEL, EXAMINER), "case evidence"),
    _act("cases.evidence_release", _("Bukti laporan dibuka bagi instansi"), (INTAKE,), "case evidence agency"),
    _act("cases.advice_cite", _("Jawaban tertulis dikutip"), HANDLERS, "case party advice sha256"),
    _act("cases.cause_code", _("Faktor penyebab dikode"), (INTAKE, ANALYST, PERSONNEL), "case causes"),
    # Whether one may keep another from a case depends on whose side he is of; `cases` asks that.
    _act("cases.handler_recuse", _("Petugas mengundurkan diri atau dikecualikan"), HANDLERS, "case user"),
    _act("cases.erasure_request", _("Penghapusan diminta"), (INTAKE, PLENARY), "case reason"),
    _act("cases.erasure_approve", _("Penghapusan dilakukan"), (INTAKE, PLENARY), "case reason letters evidence"),
    _act("cases.erasure_refuse", _("Penghapusan ditolak"), (INTAKE, PLENARY), "case"),
    _act("cases.erasure_withdraw", _("Permintaan penghapusan ditarik"), (INTAKE, PLENARY), "case"),
    # sanctions
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
    _act("sanctions.crime_decline", _("Tidak terlihat tindak pidana"), (PLENARY,), "case party date"),
    _proceeding("sanctions.reminder_issue", _("Pengingat dikirim"), (ANALYST,), "rule letter"),
    _proceeding("sanctions.duty_remind", _("Pengingat kewajiban tanpa tenggat dikirim"), (ANALYST,), "letter"),
    _act("sanctions.data_block", _("Data kepegawaian diblokir"), (ANALYST,), "case party"),
    _act("sanctions.data_unblock", _("Blokir data dibuka"), (ANALYST,), "case party"),
    # insight
    _act("insight.publication_make", _("Statistik bulanan terbit"), NOBODY, "month revision sha256"),
    _act("insight.publication_correct", _("Statistik bulanan dikoreksi"), (ADMIN,), "month revision sha256 reason"),
)

ACTS: Mapping[str, Act] = MappingProxyType({act.code: act for act in _ACTS})
