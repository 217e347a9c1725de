"""States of a case and the steps between them, each with its article for general and for regional elections."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext_noop as _

from netra.cases.leaving import LAPSING, RESUMING
from netra.law.dated import Source, Verification
from netra.law.procedure import Basis, Step
from netra.law.vocabulary import Tier


class CaseState(StrEnum):
    """Where a case stands; the last five are ends."""

    REGISTERED = "REGISTERED"
    PRELIMINARY_STUDY = "PRELIMINARY_STUDY"
    STUDY = "STUDY"
    PLENARY = "PLENARY"
    TO_REFER = "TO_REFER"
    REFERRED = "REFERRED"
    RECOMMENDED = "RECOMMENDED"
    PROCEEDING = "PROCEEDING"
    NOT_PROVEN = "NOT_PROVEN"
    WITHDRAWN = "WITHDRAWN"
    EXPIRED = "EXPIRED"
    LAPSED = "LAPSED"
    CLOSED = "CLOSED"


STATE_LABELS: dict[str, str] = {
    CaseState.REGISTERED: _("Diregistrasi"),
    CaseState.PRELIMINARY_STUDY: _("Kajian awal"),
    CaseState.STUDY: _("Kajian"),
    CaseState.PLENARY: _("Menunggu pleno"),
    CaseState.TO_REFER: _("Diputus untuk diteruskan"),
    CaseState.REFERRED: _("Diteruskan"),
    CaseState.RECOMMENDED: _("Direkomendasikan"),
    CaseState.PROCEEDING: _("Ditangani instansi"),
    CaseState.NOT_PROVEN: _("Tidak terbukti"),
    CaseState.WITHDRAWN: _("Dicabut"),
    CaseState.EXPIRED: _("Kedaluwarsa"),
    CaseState.LAPSED: _("Berakhir tanpa putusan"),
    CaseState.CLOSED: _("Selesai"),
}

# How an act was done: one of the two axes of the founding studies' tables, beside the phase.
CHANNEL_LABELS: dict[str, str] = {
    "SOCIAL_MEDIA": _("Media sosial"),
    "MEETING": _("Tatap muka"),
    "OFFICE": _("Kantor atau kedinasan"),
    "OTHER": _("Lainnya"),
}


def channel_choices() -> list[tuple[str, str]]:
    return list(CHANNEL_LABELS.items())


# By what, beside a NIP, an officer saw that an accused is that person. The trail keeps which, never what it said.
ATTRIBUTE_LABELS: dict[str, str] = {
    "UNIT": _("Unit kerja"),
    "POSITION": _("Jabatan"),
    "BIRTH_DATE": _("Tanggal lahir"),
    "PHOTO": _("Foto pada kartu pegawai"),
    "AGENCY_LETTER": _("Surat dari instansinya"),
}


# From where an officer knows better than the case who an accused is.
SOURCE_LABELS: dict[str, str] = {
    "STAFF_RECORDS": _("Data kepegawaian"),
    "DECREE": _("Keputusan pengangkatan atau jabatan"),
    "AGENCY_LETTER": _("Surat dari instansinya"),
    "ACCUSED": _("Keterangan terlapor sendiri"),
}


# What an officer may say anew of an accused.
PARTY_FIELDS: dict[str, str] = {
    "name": _("nama"),
    "position_title": _("jabatan"),
    "position": _("jenjang jabatan"),
    "employment": _("kepegawaian"),
    "grade": _("pangkat"),
    "agency_code": _("instansi"),
    "unit_name": _("unit kerja"),
}

# What an officer may say anew of an act.
ACT_FIELDS: dict[str, str] = {
    "conduct": _("bentuk perbuatan"),
    "other_conducts": _("bacaan lain"),
    "act_date": _("tanggal"),
    "act_date_precision": _("ketelitian tanggal"),
    "phase": _("tahap pemilihan"),
    "place": _("tempat"),
    "channel": _("cara"),
    "narrative": _("uraian"),
}
PRECISION_LABELS: dict[str, str] = {
    "DAY": _("Harinya pasti"),
    "MONTH": _("Hanya bulannya"),
    "YEAR": _("Hanya tahunnya"),
}
PHASE_LABELS: dict[str, str] = {
    "": _("Menurut tahapan yang terdaftar"),
    "prospective": _("Bakal calon: sebelum KPU menetapkan calon"),
    "candidate": _("Calon: sejak KPU menetapkan calon"),
}


def precision_choices() -> list[tuple[str, str]]:
    return list(PRECISION_LABELS.items())


def phase_choices() -> list[tuple[str, str]]:
    return list(PHASE_LABELS.items())


def source_choices() -> list[tuple[str, str]]:
    return list(SOURCE_LABELS.items())


def attribute_choices() -> list[tuple[str, str]]:
    return list(ATTRIBUTE_LABELS.items())


# What a plenary has sent on: from here on nobody takes back alone what it decided.
SENT_ON = frozenset({CaseState.TO_REFER, CaseState.REFERRED, CaseState.RECOMMENDED, CaseState.PROCEEDING})
# Closing is not an act of its own for an officer: what ends last in a case closes it, and what is contested first after
# that opens it again.
BY_ITSELF = frozenset({"cases.case_close", "cases.case_reopen"})
# Ends without a proven breach: sealed at once and erased on their date.
SEALED_ENDS = frozenset({CaseState.NOT_PROVEN, CaseState.WITHDRAWN, CaseState.EXPIRED, CaseState.LAPSED})
ENDED = SEALED_ENDS | {CaseState.CLOSED}

SEEN, SECONDARY, UNVERIFIED, DERIVED = Verification

PEM_7 = date(2017, 8, 16)
PIL_1 = date(2015, 2, 2)
PIL_8 = date(2015, 3, 18)
PIL_10 = date(2016, 7, 1)
ASN_2023 = date(2023, 10, 31)
BKN = date(2024, 9, 4)


def _general(instrument: str, article: str, mark: Verification, start: date = PEM_7) -> Basis:
    return Basis(Source(instrument, article, mark), start, election_kind="GENERAL")


def _regional(instrument: str, article: str, mark: Verification, start: date, until: date | None = None) -> Basis:
    return Basis(Source(instrument, article, mark), start, until, election_kind="REGIONAL")


def _by(tier: Tier, *rows: Basis) -> tuple[Basis, ...]:
    return tuple(replace(row, tier=tier) for row in rows)


_REGISTER_REPORT = (
    _general("UU 7/2017", "Pasal 454 ayat (6)–(7)", SEEN),
    _regional("UU 1/2015", "Pasal 134 ayat (4)–(5)", SEEN, PIL_1, PIL_8),
    _regional("UU 1/2015 jo. UU 8/2015", "Pasal 134 ayat (4)–(5)", SEEN, PIL_8),
)
# The law of regional elections speaks of reports only; what a finding rests on there was not read.
_REGISTER_FINDING = (
    _general("UU 7/2017", "Pasal 454 ayat (5), (7)", SEEN),
    _regional("UU 1/2015", "Pasal 134 (hanya menyebut laporan; dasar temuan belum dibaca)", UNVERIFIED, PIL_1),
)
# The days on which these regulations began were not seen: each is cited from the first year in which it surely held.
_PRELIMINARY = (
    _general("Perbawaslu 7/2022", "Pasal 15 ayat (1)", SECONDARY, date(2023, 1, 1)),
    _general("Perbawaslu 7/2018", "kajian awal (pasal belum dibaca)", UNVERIFIED, date(2019, 1, 1)),
    _general("UU 7/2017", "Pasal 454 (peraturan tentang kajian awal belum dibaca)", UNVERIFIED),
    _regional("Perbawaslu 8/2020", "kajian awal (pasal belum dibaca)", UNVERIFIED, date(2021, 1, 1)),
    _regional("Perbawaslu 14/2017", "kajian awal (pasal belum dibaca)", UNVERIFIED, date(2018, 1, 1)),
    _regional("UU 1/2015", "Pasal 134 (peraturan tentang kajian awal belum dibaca)", UNVERIFIED, PIL_1),
)
_STUDY = (
    _general("UU 7/2017", "Pasal 454 ayat (7)–(8)", SEEN),
    _regional("UU 1/2015", "Pasal 134 ayat (5)–(6)", SEEN, PIL_1, PIL_8),
    _regional("UU 1/2015 jo. UU 8/2015", "Pasal 134 ayat (5)–(6)", SEEN, PIL_8),
)
_REFER = (
    *_by(
        Tier.NATIONAL,
        _general("UU 7/2017", "Pasal 95 huruf e", SEEN),
        # Ps 22B lets Bawaslu follow up reports; no article that was read speaks of its passing them on.
        _regional("UU 1/2015", "(kewajiban Bawaslu meneruskan tidak ditemukan)", UNVERIFIED, PIL_1, PIL_10),
        _regional(
            "UU 10/2016",
            "Pasal 22B huruf i (menindaklanjuti laporan; kewajiban meneruskan tidak disebut)",
            DERIVED,
            PIL_10,
        ),
    ),
    *_by(
        Tier.PROVINCE,
        _general("UU 7/2017", "Pasal 99 huruf d", SEEN),
        _regional("UU 1/2015", "Pasal 28 ayat (1) huruf e", SEEN, PIL_1, PIL_8),
        _regional("UU 1/2015 jo. UU 8/2015", "Pasal 28 ayat (1) huruf e", SEEN, PIL_8),
    ),
    *_by(
        Tier.REGENCY,
        _general("UU 7/2017", "Pasal 103 huruf d", SEEN),
        _regional("UU 1/2015", "Pasal 30 huruf e", SEEN, PIL_1, PIL_10),
        _regional("UU 10/2016", "Pasal 30 huruf e", SEEN, PIL_10),
    ),
)
_OVERSIGHT = (
    Basis(Source("UU 5/2014", "Pasal 32 ayat (2)–(3)", SEEN), date(2014, 1, 15), ASN_2023),
    Basis(Source("UU 20/2023", "Pasal 70 ayat (3) (KASN tetap bertugas)", UNVERIFIED), ASN_2023, BKN),
    Basis(Source("SE MenPANRB 4/2024", "pengalihan tugas KASN kepada BKN", SECONDARY), BKN),
)
# No article closes a file: what is owed was done, and the duty to follow up ends with it.
CLOSING = (
    Basis(Source("UU 5/2014", "Pasal 32 ayat (3) (tindak lanjut selesai)", DERIVED), date(2014, 1, 15), ASN_2023),
    Basis(Source("UU 20/2023", "Pasal 70 ayat (3) (tindak lanjut selesai)", UNVERIFIED), ASN_2023, BKN),
    Basis(Source("SE MenPANRB 4/2024", "pengawasan tindak lanjut oleh BKN (tindak lanjut selesai)", DERIVED), BKN),
)
# No article opens a closed file again: a right to contest that was used brings back the duty to follow up.
_TAKEN_UP = "(upaya hukum sesudah perkara ditutup; pembukaan kembali tidak disebut)"
_REOPENED = (
    Basis(Source("PP 24/2011", f"Pasal 7 {_TAKEN_UP}", DERIVED), date(2011, 4, 18), date(2021, 8, 10)),
    Basis(
        Source("PP 79/2021", f"Pasal 2 ayat (1), Pasal 6 ayat (3), dan Pasal 18 {_TAKEN_UP}", DERIVED),
        date(2021, 8, 10),
    ),
)
_DISCIPLINE = (
    Basis(Source("PP 53/2010", "Pasal 24", SEEN), date(2010, 6, 6), date(2021, 8, 31)),
    Basis(Source("PP 94/2021", "Pasal 26 ayat (1)", SEEN), date(2021, 8, 31)),
)
# No text that was read ends a case because its report was taken back. What speaks against it is named instead: whoever
# is suspected of a breach of discipline is summoned, complaint or not.
_PP_94 = date(2021, 8, 31)
_NOTHING_ENDS_IT = "(pasal yang mengakhiri perkara karena laporan dicabut tidak ditemukan; tetap terutang: {duty})"
_OWED_BEFORE = _NOTHING_ENDS_IT.format(duty="PP 53/2010 Pasal 23 ayat (1)")
_OWED = _NOTHING_ENDS_IT.format(duty="PP 94/2021 Pasal 26 ayat (1)")
_WITHDRAW = (
    Basis(Source("UU 7/2017", _OWED_BEFORE, UNVERIFIED), PEM_7, _PP_94, "GENERAL"),
    _general("UU 7/2017", _OWED, UNVERIFIED, _PP_94),
    _regional("UU 1/2015", _OWED_BEFORE, UNVERIFIED, PIL_1, _PP_94),
    _regional("UU 1/2015", _OWED, UNVERIFIED, _PP_94),
)
# The law bounds the supervisor; that a case ends with the term is nowhere said.
_BOUND = "(batas waktu bertindak; tidak ada kata bahwa perkara berakhir karenanya)"
_EXPIRE = (
    _general("UU 7/2017", f"Pasal 454 ayat (7)–(8) {_BOUND}", DERIVED),
    _regional("UU 1/2015", f"Pasal 134 ayat (5)–(6) {_BOUND}", DERIVED, PIL_1, PIL_8),
    _regional("UU 1/2015 jo. UU 8/2015", f"Pasal 134 ayat (5)–(6) {_BOUND}", DERIVED, PIL_8),
)

_BEFORE_REFERRAL = (
    CaseState.REGISTERED,
    CaseState.PRELIMINARY_STUDY,
    CaseState.STUDY,
    CaseState.PLENARY,
)

# The two lawful sources of a case, each with its own paragraphs.
REGISTER_REPORT = Step("cases.case_register", None, CaseState.REGISTERED, _REGISTER_REPORT)
REGISTER_FINDING = Step("cases.case_register", None, CaseState.REGISTERED, _REGISTER_FINDING)

STEPS: tuple[Step, ...] = (
    REGISTER_REPORT,
    REGISTER_FINDING,
    Step("cases.case_start_preliminary", CaseState.REGISTERED, CaseState.PRELIMINARY_STUDY, _PRELIMINARY),
    Step("cases.case_start_study", CaseState.PRELIMINARY_STUDY, CaseState.STUDY, _STUDY),
    Step("cases.case_finish_study", CaseState.STUDY, CaseState.PLENARY, _STUDY),
    Step("cases.plenary_decide", CaseState.PLENARY, CaseState.TO_REFER, _STUDY),
    Step("cases.plenary_decide", CaseState.PLENARY, CaseState.NOT_PROVEN, _STUDY),
    Step("cases.plenary_decide", CaseState.PLENARY, CaseState.STUDY, _STUDY),
    # Where nothing is left to refer after all: who decided to refer takes it back, in a meeting of its own.
    Step("cases.plenary_decide", CaseState.TO_REFER, CaseState.NOT_PROVEN, _STUDY),
    Step("cases.case_refer", CaseState.TO_REFER, CaseState.REFERRED, _REFER),
    Step("cases.case_recommend", CaseState.REFERRED, CaseState.RECOMMENDED, _OVERSIGHT),
    Step("cases.case_decline", CaseState.REFERRED, CaseState.NOT_PROVEN, _OVERSIGHT),
    # One case may carry several people; each gets a recommendation of his own.
    Step("cases.case_recommend", CaseState.RECOMMENDED, CaseState.RECOMMENDED, _OVERSIGHT),
    # The agency need not wait for a recommendation: a superior who knows must summon.
    Step("sanctions.proceeding_open", CaseState.REFERRED, CaseState.PROCEEDING, _DISCIPLINE),
    Step("sanctions.proceeding_open", CaseState.RECOMMENDED, CaseState.PROCEEDING, _DISCIPLINE),
    Step("cases.case_recommend", CaseState.PROCEEDING, CaseState.PROCEEDING, _OVERSIGHT),
    Step("sanctions.proceeding_open", CaseState.PROCEEDING, CaseState.PROCEEDING, _DISCIPLINE),
    Step("cases.case_close", CaseState.PROCEEDING, CaseState.CLOSED, CLOSING),
    Step("cases.case_reopen", CaseState.CLOSED, CaseState.PROCEEDING, _REOPENED),
    # Everybody was cleared in the examination or by a remedy: the case ends unproven, and is sealed like one.
    Step("cases.case_close", CaseState.PROCEEDING, CaseState.NOT_PROVEN, CLOSING),
    # A case that is only a crime ends with its handing over, or unproven where the plenary sees none after all; nothing
    # is left for an agency.
    Step("cases.case_close", CaseState.TO_REFER, CaseState.CLOSED, _STUDY),
    Step("cases.case_close", CaseState.TO_REFER, CaseState.NOT_PROVEN, _STUDY),
    Step("cases.case_close", CaseState.REFERRED, CaseState.CLOSED, CLOSING),
    Step("cases.case_close", CaseState.REFERRED, CaseState.NOT_PROVEN, CLOSING),
    # What was recommended on was dropped: nothing is left that the agency could open.
    Step("cases.case_close", CaseState.RECOMMENDED, CaseState.CLOSED, CLOSING),
    Step("cases.case_close", CaseState.RECOMMENDED, CaseState.NOT_PROVEN, CLOSING),
    *(Step("cases.case_withdraw", state, CaseState.WITHDRAWN, _WITHDRAW) for state in _BEFORE_REFERRAL),
    # Every accused is a civil servant no more, and nothing was decided of any: neither proven nor unproven. Where that
    # was written down by mistake, the case goes on where it stood.
    *(Step("cases.case_close", state, CaseState.LAPSED, LAPSING) for state in (*_BEFORE_REFERRAL, *sorted(SENT_ON))),
    *(Step("cases.case_reopen", CaseState.LAPSED, state, RESUMING) for state in (*_BEFORE_REFERRAL, *sorted(SENT_ON))),
    *(Step("cases.case_expire", state, CaseState.EXPIRED, _EXPIRE) for state in _BEFORE_REFERRAL),
)


def state_choices() -> list[tuple[str, str]]:
    return list(STATE_LABELS.items())
