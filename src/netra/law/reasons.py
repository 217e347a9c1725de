"""The sentences of an assessment: one function or constant per reason, in Indonesian a lawyer can check."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from netra.law.dated import Source, Verification
from netra.law.elections import RegionalDetermination
from netra.law.indonesian_dates import in_words
from netra.law.instruments import INSTRUMENTS
from netra.law.regime import Regime
from netra.law.sentences import Sentence
from netra.law.violations import Basis, Form, LevelReason
from netra.law.vocabulary import CIVIL_SERVANTS, LABELS, OFFICE_WORDS, OFFICES, ElectionKind, Employment, Phase

PHASE_UNKNOWN = (
    "Tahap (bakal calon atau calon) tidak diketahui dan tidak dapat dibaca dari jadwal; bentuk kedua tahap ditampilkan."
)
OWN_DETERMINATION = (
    "Penetapan pasangan calon yang dipakai: %(day)s, menurut daftar tahapan instansi ini (%(source)s; %(mark)s)."
)
OWN_DETERMINATION_DIFFERS = (
    "Penetapan pasangan calon yang dipakai: %(day)s, menurut daftar tahapan instansi ini (%(source)s; %(mark)s). "
    "Jadwal nasional menyebut %(national)s."
)
OWN_DETERMINATION_UNVERIFIED = (
    "Tanggal penetapan menurut daftar tahapan instansi ini belum diverifikasi ke naskah asli, dan jawaban ini "
    "bergantung padanya; periksa keputusan KPU daerah itu."
)
CHECKED = {
    Verification.SEEN: "naskah asli dibaca",
    Verification.SECONDARY: "dibaca dari sumber kedua",
    Verification.UNVERIFIED: "belum diverifikasi ke naskah asli",
    Verification.DERIVED: "disimpulkan dari sumber lain",
}
REGIME_OPEN = (
    "Rezim disiplin masih terbuka: tanggal pemeriksaan dan putusan menentukan PP 53/2010 atau PP 94/2021 "
    "(PP 94/2021 Pasal 40)."
)
HEAVIER_LAW_REACHES_BACK = (
    "Peraturan yang berbeda tingkat hukumannya menjangkau perbuatan lama (PP 94/2021 Pasal 40 ayat (3)-(4)); "
    "tingkatnya perlu ditelaah."
)
MAY_BE_COMBINED = (
    "Sanksi moral bukan hukuman disiplin; keduanya dapat dijatuhkan bersama atas rekomendasi Majelis Kode Etik "
    "(PP 42/2004 Pasal 16)."
)
CANDIDACY_MAY_BE_CANCELLED = (
    "Pencalonan petahana dapat dibatalkan KPU (%(article)s); di samping itu ada ancaman pidana."
)
PPPK_RULES_START = date(2018, 11, 28)
PPPK_SANCTIONS = (
    "PPPK tidak dikenai hukuman PNS: sanksinya menurut PP 49/2018 dan peraturan disiplin PPPK instansi, yang harus "
    "dibaca (PP 49/2018 Pasal 52)."
)
PPPK_SANCTIONS_BEFORE = (
    "PPPK tidak dikenai hukuman PNS: UU 5/2014 Pasal 104 mewajibkan disiplin PPPK, tetapi PP 49/2018 tentang "
    "hukumannya baru berlaku 28 November 2018; dasar sanksinya harus dicari dalam perjanjian kerja dan aturan instansi."
)
OTHER_REGIME = {
    Employment.VILLAGE_HEAD: (
        "Kepala desa bukan pegawai ASN: berlaku hukum desa (UU 6/2014 tentang Desa), yang tidak dinilai di sini. Bila "
        "ajakan atau tindakannya menguntungkan satu calon, periksa pula perbuatan village_head_partisan_decision."
    ),
    Employment.STATE_OFFICIAL: (
        "Pejabat negara atau kepala daerah bukan pegawai ASN: berlaku hukum pemerintahan daerah (UU 23/2014 tentang "
        "Pemerintahan Daerah) dan hukum pemilihan; hukum pemerintahan daerah tidak dinilai di sini."
    ),
    Employment.OTHER: (
        "Orang ini bukan pegawai ASN: berlaku hukum yang mengikatnya sendiri (antara lain hukum pemerintahan daerah, "
        "hukum desa, atau kontrak kerjanya), yang tidak dinilai di sini; kedudukannya menurut pasal pidana harus "
        "dipastikan."
    ),
}
NO_CONTEST_UNDER_WAY = (
    "Masa larangan tidak dapat dihitung: %(why)s Larangan berlangsung sampai %(ends_at)s (%(source)s), jadi perbuatan "
    "sesudah suatu pemilihan masih dapat di dalamnya. Yang kurang: hari pemungutan suara kontesnya (election_date) dan "
    "hari %(ends_at)s. Di luar masa larangan perbuatan ini bukan pelanggaran."
)
CONTEST_UNKNOWN = (
    "Masa larangan tidak dapat dihitung: %(why)s Yang kurang: hari penetapan pasangan calon kontes itu. Di luar masa "
    "larangan perbuatan ini bukan pelanggaran."
)
OUTSIDE_COVERAGE = "Hari perbuatan di luar masa yang dimuat lengkap (2014-2027); jawaban harus ditelaah."
EARLIER_ELECTION_LAW = {
    ElectionKind.GENERAL: (
        "Undang-undang pemilu yang dimuat di sini mulai dari UU 7/2017 (16 Agustus 2017). Pada hari itu berlaku "
        "UU 8/2012 (DPR, DPD, dan DPRD) dan UU 42/2008 (Presiden), yang belum diverifikasi ke naskah asli; larangan "
        "dan ancaman pidananya tidak dinilai di sini."
    ),
    ElectionKind.REGIONAL: (
        "Undang-undang pemilihan kepala daerah yang dimuat di sini mulai dari UU 1/2015 (2 Februari 2015). Pada hari "
        "itu berlaku UU 32/2004, dan sejak 2 Oktober 2014 Perppu 1/2014, yang belum diverifikasi ke naskah asli; "
        "larangan dan ancaman pidananya tidak dinilai di sini."
    ),
}
_FIRST_ELECTION_LAW = {ElectionKind.GENERAL: "UU 7/2017", ElectionKind.REGIONAL: "UU 1/2015"}
NO_OVERSIGHT_BODY = "Belum ada lembaga pengawas netralitas yang dimuat untuk hari itu."

OUTSIDE_CAMPAIGN = (
    'Larangan "%(form)s" menurut %(sources)s berlaku hanya selama masa kampanye; hari perbuatan tidak seluruhnya '
    "terbaca dalam masa kampanye, jadi penerapannya perlu ditelaah."
)
NOTHING_REACHES = (
    "Tidak ada baris pidana atau administrasi pemilihan yang menjangkau perbuatan ini bagi kedudukan orang ini di "
    "antara yang dimuat di sini; itu tidak berarti tidak ada hukumnya."
)
NOTHING_IN_FORCE = "Tidak ada baris yang berlaku pada hari itu untuk perbuatan ini; itu tidak berarti boleh."
NOTHING_IN_FORCE_CHOOSE = f"{NOTHING_IN_FORCE} Pejabat memilih dasar dari %(articles)s."

LEVEL_REASONS = {
    LevelReason.UNMAPPED: "dilarang, tetapi tidak ada pasal yang menyebut tingkat hukumannya",
    LevelReason.RESTS_ON_THE_OTHER_REGIME: "tingkatnya dibaca dari rezim disiplin lain daripada rezim perkara ini",
    LevelReason.SANCTION_NOT_READ: "kolom sanksinya belum diverifikasi ke naskah asli",
    LevelReason.NOT_VERIFIED: "belum diverifikasi ke naskah asli",
    LevelReason.HEAVIER_THAN_SUBORDINATE: "hukumannya lebih berat daripada hukuman bawahan, jadi menunggu hukuman itu",
    LevelReason.SAME_AS_SUBORDINATE: "jenis hukumannya sama dengan hukuman bawahan, jadi menunggu hukuman itu",
    LevelReason.DETERMINED_BY_TASK_FORCE: "dibahas dan diputus Satuan Tugas",
    LevelReason.NO_BREACH: "tidak dilarang",
    LevelReason.NO_CRIMINAL_PENALTY: "tidak diancam pidana",
}


def cited(basis: Basis) -> str:
    """The sources of a row in one line."""
    return "; ".join(str(source) for source in basis.sources)


PPPK_TERMINATION_BEFORE = (
    "Menjadi anggota/pengurus partai politik mengakhiri perjanjian kerja PPPK tidak dengan hormat (UU 5/2014 Pasal 105 "
    "ayat (3) huruf c); katalog sanksi PPPK baru ada sejak PP 49/2018 (28 November 2018), jadi tidak ada sanksi yang "
    "ditampilkan."
)


_HEAVIER_THAN_THE_LAST = {
    Regime.DISC_53: "PP 53/2010 Pasal 30 ayat (2)",
    Regime.DISC_94: "PP 94/2021 Pasal 35 ayat (2)",
}


REPEATED = "Pelanggaran berulang: batas bawah dinaikkan ke tingkat tertinggi bentuk disiplin yang berlaku."
REPEATED_BY_PPPK = (
    "Pelanggaran berulang: batas bawah dinaikkan ke tingkat tertinggi bentuk disiplin yang berlaku; bagi PPPK periksa "
    "peraturan disiplin instansinya (PP 49/2018 Pasal 52)."
)
REPEATED_HEAVIER = (
    "Pelanggaran berulang: batas bawah dinaikkan ke tingkat tertinggi bentuk disiplin yang berlaku; jenis hukumannya "
    "harus lebih berat daripada hukuman terakhir (%(article)s)."
)


def repeated(regime: Regime | None, employment: Employment) -> str:
    """A breach of the same nature after a penalty: the article asks for more than the last one, which nobody stated."""
    if employment is Employment.PPPK:
        return REPEATED_BY_PPPK
    return Sentence(REPEATED_HEAVIER, article=_HEAVIER_THAN_THE_LAST[regime]) if regime else REPEATED


def pppk_sanctions(day: date) -> str:
    """Where the sanctions of a contract employee stand on that day."""
    return PPPK_SANCTIONS if day >= PPPK_RULES_START else PPPK_SANCTIONS_BEFORE


NO_LEVEL = "%(form)s (%(era)s): %(sanction)s (%(sources)s) – %(why)s."
LEVEL_UNCERTAIN = "tingkatnya tidak pasti"
LEVEL_OPEN = "Tingkat %(form)s perlu ditelaah; tidak ada baris dengan tingkat pasti di sampingnya."
NO_SANCTION_HERE = "Tanpa sanksi pada baris ini: %(form)s (%(era)s): %(sanction)s (%(sources)s)."
CONFLICT = "Pertentangan yang tercatat pada %(form)s (%(era)s): %(conflict)s"
UNREAD = "Kolom sanksi belum terbaca pada %(form)s (%(era)s): %(unread)s"
OTHER_CONTEST = "%(form)s (%(era)s) hanya bagi %(contests)s (%(sources)s)."
OTHER_CONTEST_CONFLICT = f"{OTHER_CONTEST} %(conflict)s"
CONTEST_WORDS = {"GENERAL": "pemilu", "REGIONAL": "pemilihan", "GENERAL/DPD": "pemilu anggota DPD"}


def _named(form: Form, basis: Basis) -> dict[str, object]:
    return {"form": form.code, "era": basis.era, "sanction": basis.sanction, "sources": cited(basis)}


def no_level(form: Form, basis: Basis) -> str:
    """A row in force whose level software may not use, and why."""
    why = LEVEL_REASONS[basis.level_reason] if basis.level_reason else LEVEL_UNCERTAIN
    return Sentence(NO_LEVEL, **_named(form, basis), why=why)


def level_open(form: Form) -> str:
    return Sentence(LEVEL_OPEN, form=form.code)


def no_sanction(form: Form, basis: Basis) -> str:
    return Sentence(NO_SANCTION_HERE, **_named(form, basis))


def conflict(form: Form, basis: Basis) -> str:
    return Sentence(CONFLICT, form=form.code, era=basis.era, conflict=basis.conflict)


def unread(form: Form, basis: Basis) -> str:
    """The level stands in a secondary source, but the cell of the row that states it was not read."""
    return Sentence(UNREAD, form=form.code, era=basis.era, unread=basis.unread)


def other_contest(form: Form, basis: Basis) -> str:
    """A basis that was in force on that day, but for other contests; where the sources differ, with both readings."""
    which = " dan ".join(CONTEST_WORDS[contest] for contest in basis.contests)
    told = {"form": form.code, "era": basis.era, "contests": which, "sources": cited(basis)}
    if basis.contests_conflict:
        return Sentence(OTHER_CONTEST_CONFLICT, **told, conflict=basis.contests_conflict)
    return Sentence(OTHER_CONTEST, **told)


BEYOND_THE_LETTER = (
    "%(form)s: huruf yang dikutip hanya menyebut pemilihan %(offices)s (%(sources)s); penerapannya pada "
    "pemilihan ini perlu ditelaah."
)
OFFICE_MAY_BE_BEYOND = (
    "Jabatan yang dipilih tidak disebut; %(form)s: huruf yang dikutip hanya menyebut pemilihan %(offices)s "
    "(%(sources)s). Bila jabatannya lain, penerapannya perlu ditelaah."
)
OFFICE_NOT_NAMED = "Jabatan yang dipilih tidak disebut; %(form)s pada pemilu hanya dalam pemilihan DPD."
SUBJECT_DOES_NOT_FIT = (
    "%(form)s tidak menjangkau orang dengan kedudukan ini; dicantumkan sebagai bentuk perbuatan saja."
)
OTHER_STATUTE_SINCE = (
    "Pemberhentian status dibaca menurut hukum pada hari perbuatan (%(then)s). Sejak %(since)s, sebelum diputus, "
    "berlaku %(now)s; ketentuan peralihannya belum dibaca, jadi pejabat yang memilih dasarnya."
)


def _letter(form: Form, basis: Basis, kind: ElectionKind) -> dict[str, object]:
    """Read by officers and by whoever asks before acting, so without codes; of the offices those that such an
    election fills, for only their letters are cited.
    """
    named = basis.offices & OFFICES[kind] or basis.offices
    offices = ", ".join(words for office, words in OFFICE_WORDS.items() if office in named)
    return {"form": form.label, "offices": offices, "sources": cited(basis)}


def beyond_the_letter(form: Form, basis: Basis, kind: ElectionKind) -> str:
    """The letter names offices, and none of them is at stake."""
    return Sentence(BEYOND_THE_LETTER, **_letter(form, basis, kind))


def office_may_be_beyond(form: Form, basis: Basis, kind: ElectionKind) -> str:
    """The letter names an office of this kind of election, and the record names none."""
    return Sentence(OFFICE_MAY_BE_BEYOND, **_letter(form, basis, kind))


def outside_campaign(form: Form, basis: Basis) -> str:
    """Read by officers and by whoever asks before acting, so without codes."""
    return Sentence(OUTSIDE_CAMPAIGN, form=form.label, sources=cited(basis))


def office_not_named(form: Form) -> str:
    return Sentence(OFFICE_NOT_NAMED, form=form.code)


def subject_does_not_fit(form: Form) -> str:
    return Sentence(SUBJECT_DOES_NOT_FIT, form=form.code)


def other_statute_since(then: Source, now: Source, since: date) -> str:
    """The statute on the end of status was replaced between the act and the decision; both readings are shown."""
    return Sentence(OTHER_STATUTE_SINCE, then=then, now=now, since=in_words(since))


def nothing_in_force(kind: ElectionKind, regime: Regime | None, employment: Employment) -> str:
    """Without a row in force an act is not lawful by that alone; the sentence says where the officer looks next."""
    if employment not in CIVIL_SERVANTS:
        return NOTHING_REACHES
    if regime is None or employment is Employment.PPPK:
        return NOTHING_IN_FORCE
    choose = {
        Regime.DISC_94: "PP 94/2021 Pasal 5 huruf n",
        Regime.DISC_53: "PP 53/2010 Pasal 4 angka 15"
        if kind is ElectionKind.REGIONAL
        else "PP 53/2010 Pasal 4 angka 12-14",
    }
    return Sentence(NOTHING_IN_FORCE_CHOOSE, articles=choose[regime])


def earlier_election_law(kind: ElectionKind, day: date) -> list[str]:
    """What is said of a day before the first election law that was loaded; nothing from that law on."""
    return [EARLIER_ELECTION_LAW[kind]] if day < INSTRUMENTS[_FIRST_ELECTION_LAW[kind]].start else []


def candidacy_may_be_cancelled(basis: Basis) -> str:
    """UU 10/2016 moved the paragraph on the cancellation."""
    moved = basis.start >= INSTRUMENTS["UU 10/2016"].start
    article = "UU 10/2016 Pasal 71 ayat (5)" if moved else "UU 1/2015 Pasal 71 ayat (4)"
    return Sentence(CANDIDACY_MAY_BE_CANCELLED, article=article)


WINDOW_FROM_THE_END_OF_TERM = (
    "Masa larangan dihitung 6 bulan sebelum masa jabatan petahana berakhir (%(source)s); hari itu tidak ada dalam "
    "catatan, jadi periksa apakah perbuatan ini di dalamnya."
)
WINDOW_OPENED = "Masa larangan dibuka %(opens)s (%(source)s)."
SURELY_BEFORE_THE_WINDOW = (
    "Hari perbuatan lebih awal daripada pembukaan masa larangan, %(opens)s (%(source)s); periksa apakah perbuatan ini "
    "memang dalam masa larangan."
)
MAYBE_BEFORE_THE_WINDOW = (
    "Hari perbuatan dapat lebih awal daripada pembukaan masa larangan, %(opens)s (%(source)s); periksa apakah "
    "perbuatan ini memang dalam masa larangan."
)
END_OF_THE_WINDOW_UNKNOWN = (
    "Masa larangan berakhir pada %(ends_at)s (%(source)s), yang harinya tidak diketahui; hari perbuatan dapat jatuh "
    "setelah %(closes)s, jadi periksa apakah masa larangan masih berjalan."
)
STRADDLES = "Tanggal perbuatan hanya diketahui sebagian dan melintasi perubahan hukum. Jawabannya dapat: %(answers)s."
PARTIES_WERE_DETERMINED = (
    "Partai peserta %(contest)s sudah ditetapkan %(since)s (%(source)s), calonnya belum: bila yang dibantu partai, "
    "periksa %(form)s (%(sources)s: %(level)s)."
)
REGION_UNREAD = (
    "Wilayah dalam catatan tidak terbaca sebagai satu daerah, jadi tahap dan masa larangan dibaca dari jadwal nasional "
    "saja. %(why)s"
)
REGION_UNREAD_UNUSED = (
    "Wilayah dalam catatan tidak terbaca sebagai satu daerah; jawaban ini tidak bergantung padanya. %(why)s"
)
NATIONAL_SCHEDULE = "Tahap dibaca dari jadwal nasional %(contest)s; belum tentu daerah ini memilih pada hari itu."
PHASE_DIFFERS = (
    "Tahap yang disebut dalam catatan (%(given)s) berbeda dari jadwal yang diumumkan (%(published)s); yang dipakai "
    "tahap dalam catatan."
)


def window_from_the_end_of_term(source: Source) -> str:
    """Until UU 10/2016 the window hung on the incumbent's own term of office, which no record names."""
    return Sentence(WINDOW_FROM_THE_END_OF_TERM, source=source)


def no_contest_under_way(why: str, ends_at: str, source: Source) -> str:
    """No contest is named, and none was under way: a ban outlives its contest, so the act may still lie in one."""
    return Sentence(NO_CONTEST_UNDER_WAY, why=why, ends_at=ends_at, source=source)


def contest_unknown(why: str) -> str:
    """The contest is named by its day of voting, but nobody loaded its stages."""
    return Sentence(CONTEST_UNKNOWN, why=why)


def window_opened(opens: date, source: Source) -> str:
    return Sentence(WINDOW_OPENED, opens=in_words(opens), source=source)


def own_determination(own: RegionalDetermination, national: Collection[date]) -> str:
    """Which day of determination was used, by whose list, how checked, and what the nation's schedule says."""
    said = {"day": in_words(own.day), "source": own.source, "mark": CHECKED[own.source.verification]}
    if not national or own.day in national:
        return Sentence(OWN_DETERMINATION, **said)
    return Sentence(OWN_DETERMINATION_DIFFERS, **said, national=" dan ".join(in_words(day) for day in national))


def before_the_window(opens: date, source: Source, *, surely: bool) -> str:
    """`surely`: every day the act may lie on is before the opening."""
    return Sentence((MAYBE_BEFORE_THE_WINDOW, SURELY_BEFORE_THE_WINDOW)[surely], opens=in_words(opens), source=source)


def end_of_the_window_unknown(closes: date, ends_at: str, source: Source) -> str:
    return Sentence(END_OF_THE_WINDOW_UNKNOWN, ends_at=ends_at, source=source, closes=in_words(closes))


def straddles(values: list[str]) -> str:
    return Sentence(STRADDLES, answers="; atau ".join(values))


def parties_were_determined(contest: str, since: date, source: Source, form: Form) -> str:
    """A party takes part from its own determination on; the phase of a record is that of the candidates."""
    basis = form.bases[-1]
    return Sentence(
        PARTIES_WERE_DETERMINED,
        contest=contest,
        since=in_words(since),
        source=source,
        form=form.code,
        sources=cited(basis),
        level=LABELS[basis.level],
    )


def region_unread(why: str) -> str:
    """A region that may have had days of its own, and nobody knows which region it is."""
    return Sentence(REGION_UNREAD, why=why)


def region_unread_unused(why: str) -> str:
    return Sentence(REGION_UNREAD_UNUSED, why=why)


def national_schedule(contest: str) -> str:
    """The law room has national stages only: whether this region votes then, it does not know."""
    return Sentence(NATIONAL_SCHEDULE, contest=contest)


def phase_differs(given: Phase, published: Phase) -> str:
    return Sentence(PHASE_DIFFERS, given=LABELS[given], published=LABELS[published])
