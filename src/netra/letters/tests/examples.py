"""Complete data for every kind of letter. All people are invented; their names say so."""

from __future__ import annotations

from datetime import date
from typing import Any

from netra.letters.kinds import LetterKind
from netra.letters.render import Head, Seal
from netra.letters.tests import example_decrees as opens
from netra.letters.tests.example_decrees import BUDI_NAMED, weighed

HEAD = Head(
    parent="Pemerintah Kota Jambi",
    name="Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    rows=("Jalan Contoh Nomor 1, Kota Jambi 36128", "Telepon (0741) 000000 · bkpsdm@contoh.example"),
    place="Jambi",
)
SEAL = Seal(number="014/KEP/BKPSDM/VII/2026", letter_date=date(2026, 7, 14), code="7K3Q-X9AB-CDEF-GHJK-M")

BUDI = {
    "name": "Budi Santoso, S.E. (contoh)",
    "nip": "198001012005011001",
    "rank": "Penata Tingkat I, III/d",
    "position": "Kepala Subbagian Umum",
    "unit": "Dinas Contoh Kota Jambi",
}
DEWI = {
    "name": "Dewi Lestari, S.H. (contoh)",
    "nip": "197903122003122002",
    "rank": "Pembina, IV/a",
    "position": "Kepala Bidang Disiplin",
}
RAHMAT = {"name": "Rahmat Hidayat (contoh)", "position": "Wali Kota Jambi"}
WAYAN = {"name": "Wayan Sudarma (contoh)", "position": "Ketua Bawaslu Kota Jambi"}
PROSE = (
    "Pada tanggal 15 Juni 2026 terlapor menghadiri pertemuan terbuka dan mengajak peserta memilih salah satu pasangan "
    "calon.\nPerbuatan itu terekam dalam video berdurasi dua menit."
)
RULES = ["Pasal 5 huruf n angka 6 jo. Pasal 14 huruf i angka 4 Peraturan Pemerintah Nomor 94 Tahun 2021"]
TEAM = [
    {**DEWI, "role": "Ketua"},
    {
        "name": "Agus Salim (contoh)",
        "nip": "198105052006041003",
        "rank": "Pembina, IV/a",
        "position": "Auditor Madya Inspektorat (unsur pengawasan)",
        "role": "Sekretaris",
    },
    {
        "name": "Rina Marlina (contoh)",
        "nip": "198207072007012004",
        "position": "Sekretaris Dinas Contoh",
        "role": "Anggota",
    },
]
MANDATE = (
    "Keputusan Wali Kota Jambi Nomor 012/KEP-TIM/BKPSDM/VII/2026 tanggal 3 Juli 2026 dan Surat Panggilan I Nomor "
    "011/PGL-I/BKPSDM/VII/2026 tanggal 6 Juli 2026"
)
_DECREE: dict[str, Any] = {
    "authority_title": "Wali Kota Jambi",
    "considering": weighed(BUDI_NAMED),
    "recalling": [
        "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;",
        "Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil;",
    ],
    "signer": RAHMAT,
    "copies": ["Kepala Badan Kepegawaian Negara di Jakarta;", "Inspektur Kota Jambi."],
}
_TEAM: dict[str, Any] = {**_DECREE, "examinee": BUDI, "allegation": PROSE, "members": TEAM}
_ADDRESSED: dict[str, Any] = {
    "addressee": {"position": "Wali Kota Jambi", "address": "Jambi"},
    "attachments": ["Salinan kajian", "Daftar bukti", "Salinan rekaman video"],
    "signer": WAYAN,
    "copies": ["Ketua Bawaslu Provinsi Jambi."],
}
_REMEDY_TEXT = (
    "Terhadap keputusan ini dapat diajukan keberatan kepada Wali Kota Jambi, paling lambat 14 hari kerja setelah "
    "keputusan diterima (Pasal 4 ayat (2) Peraturan Pemerintah Nomor 79 Tahun 2021)."
)
_PUNISHMENT: dict[str, Any] = {
    **_DECREE,
    "employee": BUDI,
    "act": PROSE,
    "violated_rules": RULES,
    "effect": "Keputusan ini mulai berlaku pada hari kerja ke-15 (kelima belas) sejak diterima oleh yang bersangkutan, "
    "bila tidak diajukan upaya administratif (Pasal 50 ayat (1) Peraturan Badan Kepegawaian Negara Nomor 6 Tahun "
    "2022).",
    "remedy": _REMEDY_TEXT,
}
_HEARING: dict[str, Any] = {
    "hearing_date": date(2026, 7, 20),
    "hearing_place": "Ruang Rapat BKPSDM Kota Jambi, Jalan Contoh Nomor 1",
}
_SUMMONS: dict[str, Any] = {
    **_HEARING,
    "examinee": BUDI,
    "examiner": DEWI,
    "hearing_time": "09.00 WIB",
    "allegation": PROSE,
    "rules": RULES,
    "signer": DEWI,
}
_MORAL: dict[str, Any] = {
    "employee": BUDI,
    "act": "Memasang tanda suka pada unggahan akun bakal calon.",
    "violated_rules": ["Pasal 11 huruf c Peraturan Pemerintah Nomor 42 Tahun 2004"],
    "sanction_rule": "Pasal 15 Peraturan Pemerintah Nomor 42 Tahun 2004",
    "council_number": "003/KEP-ETK/BKPSDM/VI/2026",
    "council_date": date(2026, 6, 30),
    "signer": RAHMAT,
}
_REMEDY: dict[str, Any] = {
    "applicant": BUDI,
    "decision": "Keputusan Wali Kota Jambi tentang Penjatuhan Hukuman Disiplin Tingkat Sedang",
    "decision_number": "010/KEP-HDS/BKPSDM/VI/2026",
    "decision_date": date(2026, 6, 22),
    "received_date": date(2026, 7, 14),
    "received_time": "10.30 WIB",
    "grounds": "Pemeriksaan tidak memberi kesempatan mengajukan saksi.",
    "deciding_body": "Wali Kota Jambi",
    "documents": ["Surat keberatan", "Salinan keputusan"],
    "answer_due": date(2026, 8, 12),
    "answer_rule": "Pasal 5 ayat (1) Peraturan Pemerintah Nomor 79 Tahun 2021",
    "signer": DEWI,
}
_TERMINATION: dict[str, Any] = {
    **_DECREE,
    "considering": weighed(BUDI_NAMED, "Pemberhentian sebagai Pegawai Negeri Sipil"),
    "recalling": [
        "Pasal 52 ayat (3) huruf j dan ayat (4) Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;"
    ],
    "employee": BUDI,
    "cause": "menjadi anggota dan/atau pengurus partai politik",
    "ground": "Yang bersangkutan terbukti menjadi anggota partai politik sejak 3 Maret 2026.",
    "ground_rules": ["Pasal 52 ayat (3) huruf j dan ayat (4) Undang-Undang Nomor 20 Tahun 2023"],
    "termination": "tidak dengan hormat",
    "effective_date": date(2026, 3, 31),
    "effective_rule": "Pasal 255 Peraturan Pemerintah Nomor 11 Tahun 2017",
    "remedy": _REMEDY_TEXT,
}

_PREVENTION: dict[str, Any] = {
    "matter": "Netralitas Pegawai ASN dalam Pemilihan 27 Juni 2018",
    "recipients": ["Pegawai ASN, Dinas Pendidikan, Pemerintah Kota Jambi", "PPPK, Pelaksana, Pemerintah Kota Jambi"],
    "basis": ["Undang-Undang Nomor 5 Tahun 2014 Pasal 2 huruf f"],
    "points": [
        "Setiap pegawai menjaga netralitas, di dalam dan di luar jam kerja, juga di media sosial.",
        "Kepala unit mengingatkan pegawainya pada setiap apel dan rapat.",
    ],
    "valid_from": date(2017, 11, 30),
    "signer": RAHMAT,
}

_MEETING: dict[str, Any] = {
    "title": "Penyelarasan pengawasan netralitas pegawai",
    "day": date(2018, 2, 9),
    "time": "09.00 WIB",
    "venue": "Ruang Rapat Sekretaris Daerah",
    "agenda": ["Cara mengawasi netralitas menjelang kampanye", "Pembagian tugas antarunit"],
    "signer": RAHMAT,
}

DATA: dict[LetterKind, dict[str, Any]] = {
    LetterKind.NEUTRALITY_APPEAL: _PREVENTION | {"signer": WAYAN},
    LetterKind.NEUTRALITY_CIRCULAR: _PREVENTION | {"valid_until": date(2018, 6, 28)},
    LetterKind.NEUTRALITY_INSTRUCTION: _PREVENTION,
    LetterKind.ACKNOWLEDGEMENT_REMINDER: {
        "addressee": {"position": "Kepala Dinas Pendidikan Kota Jambi", "agency": "Pemerintah Kota Jambi"},
        "instrument_kind": "Surat edaran",
        "instrument_number": "800/211/Org",
        "instrument_date": date(2017, 11, 30),
        "issuer": "Pemerintah Kota Jambi",
        "matter": "Netralitas PNS dalam pemilihan 27 Juni 2018",
        "unit": "Dinas Pendidikan beserta unit di bawahnya",
        "asked": "42",
        "pending": "12",
        "since": date(2017, 11, 30),
        "breakdown": ["Dinas Pendidikan: 2 dari 12 pegawai", "SD Negeri 7: 10 dari 30 pegawai"],
        "earlier": ["Nomor 003/PGK/PEMKOT-JAMBI/XII/2017 tanggal 4 Desember 2017"],
        "signer": {"name": "Dewi Lestari (contoh)", "position": "Pengelola Kepegawaian Pemerintah Kota Jambi"},
        "copies": ["Sekretaris Daerah Kota Jambi", "Wali Kota Jambi"],
    },
    LetterKind.SUPERVISION_ASSIGNMENT: {
        "officers": ["Wayan (contoh), petugas pengawasan", "Made (contoh), petugas pengawasan"],
        "target": "Dinas Perhubungan, Pemerintah Kota Jambi",
        "subject_watched": "Fasilitas negara",
        "day": date(2018, 3, 14),
        "reasons": ["Masa kampanye berlangsung.", "Belum pernah diawasi sejak Januari 2018."],
        "signer": RAHMAT,
    },
    LetterKind.MEETING_INVITATION: _MEETING | {"recipients": ["Bawaslu Kota Jambi", "Pemerintah Kota Jambi"]},
    LetterKind.MEETING_MINUTES: _MEETING
    | {
        "parties": ["Pemerintah Kota Jambi", "Bawaslu Kota Jambi"],
        "present": "12 orang",
        "text": "Rapat dibuka pukul 09.00.\nPeserta menyepakati cara pengawasan (contoh).",
        "decisions": ["Setiap unit melaporkan pengawasannya sebulan sekali."],
        "correction": "Jumlah yang hadir keliru ditulis.",
    },
    LetterKind.INTEGRITY_PACT: {
        "title": "Ikrar netralitas dalam pemilihan 27 Juni 2018",
        "points": ["Saya menjaga netralitas.", "Saya tidak mengajak orang lain memihak."],
        "basis": ["UU 5/2014 Pasal 2 huruf f"],
        "version": "PKT-2018-7K3QX9M2AB, versi 2",
        "signed": date(2018, 1, 15),
        "manner": "pada upacara, dicatat dari daftar penanda tangan",
        "signer": {"name": "Budi Santoso (contoh)", "nip": "198001012005011001", "position": "Guru Ahli Pertama"},
    },
    LetterKind.NEUTRALITY_ADVICE: {
        "asker": "PNY-2018-7K3QX9M2AB",
        "asked": date(2018, 3, 5),
        "planned": date(2018, 3, 20),
        "matter": "Seorang PNS hendak memasang foto kerabatnya, bakal calon wali kota, sebagai foto profil WhatsApp.",
        "verdict": "Tidak boleh",
        "text": "Memasang foto calon pada akun pribadi menunjukkan keberpihakan, juga bila calon itu kerabat.",
        "articles": ["Asas netralitas pegawai ASN: UU 5/2014 Pasal 2 huruf f"],
        "law_date": date(2018, 3, 20),
        "condition": "Berlaku selama fakta tetap: calonnya kerabat, dan akunnya dapat dilihat orang lain.",
        "replaces": "800/12/JWB/2018 tanggal 6 Maret 2018",
        "reason": "Calonnya sudah ditetapkan KPU.",
        "signer": {"name": "Dewi (contoh)", "position": "Pengelola Kepegawaian Pemerintah Kota Jambi"},
    },
    LetterKind.OUTREACH_CERTIFICATE: {
        "holder": "Budi Santoso (contoh)",
        "holder_agency": "Pemerintah Kota Jambi",
        "title": "Sosialisasi netralitas PNS",
        "day": date(2018, 3, 7),
        "venue": "Ruang Pola, Kantor Wali Kota",
        "organiser": "Pemerintah Kota Jambi",
        "speakers": ["Narasumber (contoh), Asisten Komisioner, KASN"],
        "signer": WAYAN,
    },
    LetterKind.RECEIPT: {
        "report_ref": "LAP-2026-7K3QX9M2AB",
        "reporter_designation": "PLP-2026-9M2ABX7K3Q",
        "received_date": date(2026, 7, 14),
        "received_time": "09.15 WIB",
        "channel": "Datang langsung",
        "summary": PROSE,
        "evidence": ["Rekaman video (2 menit)", "Tangkapan layar"],
        "next_steps": "Kelengkapan syarat diperiksa paling lama 2 (dua) hari.",
        "signer": WAYAN,
    },
    LetterKind.REPORTER_NOTICE: {
        "report_ref": "LAP-2026-7K3QX9M2AB",
        "reporter_designation": "PLP-2026-9M2ABX7K3Q",
        "outcome": "Diregistrasi dan diteruskan",
        "explanation": "Laporan memenuhi syarat formal dan materiel, lalu diteruskan kepada instansi yang berwenang.",
        "basis": ["Pasal 455 Undang-Undang Nomor 7 Tahun 2017"],
        "next_steps": "Perkembangan dapat dilihat dengan kode laporan.",
        "signer": WAYAN,
    },
    LetterKind.CLARIFICATION_INVITATION: {
        **_ADDRESSED,
        **_HEARING,
        "addressee": {**BUDI, "address": "Jambi"},
        "attachments": [],
        "invited_as": "terlapor",
        "case_ref": "PKR-2026-7K3QX9M2AB",
        "matter": PROSE,
        "hearing_time": "09.00 WIB",
        "basis": ["Pasal 454 Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum"],
        "contact": "Sekretariat Bawaslu Kota Jambi, (0741) 000000",
    },
    LetterKind.STUDY: {
        "case_ref": "PKR-2026-7K3QX9M2AB",
        "source": "Laporan",
        "reporter_designation": "PLP-2026-9M2ABX7K3Q",
        "reported": [BUDI],
        "matter": PROSE,
        "facts": PROSE,
        "evidence": ["Rekaman video", "Keterangan dua saksi"],
        "rules": RULES,
        "analysis": "Unsur mengajak dan unsur selama masa kampanye terpenuhi.",
        "conclusion": "Perbuatan patut diduga melanggar ketentuan netralitas.",
        "proposal": "Diteruskan kepada instansi yang berwenang.",
        "plenary": [
            {**WAYAN, "role": "Ketua"},
            {"name": "Sinta Dewi (contoh)", "role": "Anggota"},
            {"name": "Joko Susilo (contoh)", "role": "Anggota"},
        ],
        "signer": WAYAN,
    },
    LetterKind.REFERRAL: {
        **_ADDRESSED,
        "addressee": {"position": "Kepala Badan Kepegawaian Negara", "address": "Jakarta"},
        "case_ref": "PKR-2026-7K3QX9M2AB",
        "reported": [BUDI],
        "matter": PROSE,
        "findings": PROSE,
        "violated_rules": RULES,
        "basis": ["Pasal 103 huruf d Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum"],
        "study_number": "021/KJN/BAWASLU-JAMBI/VII/2026",
        "study_date": date(2026, 7, 10),
    },
    LetterKind.CRIME_REFERRAL: {
        **_ADDRESSED,
        "addressee": {"position": "Kepala Kepolisian Resor Kota Jambi", "address": "Jambi"},
        "case_ref": "PKR-2026-7K3QX9M2AB",
        "reported": [BUDI, {"name": "Andi Wijaya (contoh)", "position": "Lurah Contoh"}],
        "matter": PROSE,
        "facts": PROSE,
        "suspected_crimes": ["Pasal 188 jo. Pasal 71 Undang-Undang Nomor 10 Tahun 2016"],
        "evidence": ["Rekaman video"],
    },
    LetterKind.RECOMMENDATION: {
        **_ADDRESSED,
        "case_ref": "PKR-2026-7K3QX9M2AB",
        "reported": [BUDI],
        "findings": PROSE,
        "violated_rules": RULES,
        "recommended": "menjatuhkan hukuman disiplin tingkat berat sesuai dengan ketentuan.",
        "penalty_rule": "Pasal 8 ayat (4) Peraturan Pemerintah Nomor 94 Tahun 2021",
        "basis": ["Pasal 32 Undang-Undang Nomor 5 Tahun 2014"],
        "referral_number": "022/PNR/BAWASLU-JAMBI/VII/2026",
        "referral_date": date(2026, 7, 13),
        "follow_up_term": "14 (empat belas) hari kerja",
        "follow_up_due": date(2026, 8, 3),
    },
    LetterKind.REMINDER: {
        **_ADDRESSED,
        "attachments": ["Salinan rekomendasi"],
        "case_ref": "PKR-2026-7K3QX9M2AB",
        "owed": "Penetapan keputusan atas rekomendasi hukuman disiplin tingkat berat.",
        "owed_since": date(2026, 6, 1),
        "rule": "Pasal 24 ayat (1) Peraturan Pemerintah Nomor 94 Tahun 2021",
        "reference_number": "005/REK/BKN/V/2026",
        "reference_date": date(2026, 5, 11),
        "due": date(2026, 7, 28),
        "consequence": "Pejabat yang tidak menjatuhkan hukuman disiplin dijatuhi hukuman oleh atasannya.",
    },
    LetterKind.SUMMONS_1: _SUMMONS,
    LetterKind.SUMMONS_2: {
        **_SUMMONS,
        "first_number": "011/PGL-I/BKPSDM/VII/2026",
        "first_date": date(2026, 7, 6),
    },
    LetterKind.TEAM_DECREE: {**_TEAM, **opens.TEAM_OPENS},
    LetterKind.TEAM_CHANGE: {**_TEAM, **opens.TEAM_CHANGE_OPENS},
    LetterKind.DUTY_RELEASE: {
        **_DECREE,
        **opens.RELEASE_OPENS,
        "examinee": BUDI,
        "allegation": PROSE,
        "from_date": date(2026, 7, 15),
        "substitute": DEWI,
    },
    LetterKind.EXAMINATION_RECORD: {
        **_HEARING,
        "examinee": BUDI,
        "examiners": TEAM,
        "mandate": MANDATE,
        "allegation": PROSE,
        "rules": RULES,
        "dialogue": [
            {"question": "Apakah Saudara sehat dan bersedia diperiksa?", "answer": "Ya, saya sehat dan bersedia."},
            {
                "question": "Apakah Saudara hadir pada pertemuan tanggal 15 Juni 2026?",
                "answer": "Ya, saya hadir karena diajak atasan saya.",
            },
        ],
        "note": "Yang diperiksa menyerahkan satu lembar surat keterangan.",
    },
    LetterKind.EXAMINATION_REPORT: {
        "addressee": {"position": "Wali Kota Jambi", "address": "Jambi"},
        "examinee": BUDI,
        "examiners": TEAM,
        "mandate": MANDATE,
        "allegation": PROSE,
        "findings": PROSE,
        "evidence": ["Rekaman video", "Berita acara pemeriksaan"],
        "analysis": "Unsur kegiatan yang mengarah kepada keberpihakan terpenuhi.",
        "violated_rules": RULES,
        "aggravating": ["Memakai seragam dinas."],
        "mitigating": ["Mengakui perbuatannya.", "Belum pernah dijatuhi hukuman disiplin."],
        "conclusion": "Pelanggaran terbukti.",
        "proposal": "Hukuman disiplin tingkat berat berupa penurunan jabatan setingkat lebih rendah selama 12 bulan.",
        "signer": DEWI,
    },
    LetterKind.DECISION_LIGHT: {
        **_PUNISHMENT,
        "considering": weighed(BUDI_NAMED, "Penjatuhan Hukuman Disiplin Tingkat Ringan"),
        "penalty": "teguran tertulis",
        "penalty_rule": "Pasal 8 ayat (2) huruf b Peraturan Pemerintah Nomor 94 Tahun 2021",
    },
    LetterKind.DECISION_MODERATE: {
        **_PUNISHMENT,
        "considering": weighed(BUDI_NAMED, "Penjatuhan Hukuman Disiplin Tingkat Sedang"),
        "penalty": "penundaan kenaikan gaji berkala selama 1 (satu) tahun",
        "penalty_rule": "Pasal 42 ayat (2) Peraturan Pemerintah Nomor 94 Tahun 2021 jo. Pasal 7 ayat (3) huruf a "
        "Peraturan Pemerintah Nomor 53 Tahun 2010",
    },
    LetterKind.DECISION_SEVERE: {
        **_PUNISHMENT,
        "penalty": "penurunan jabatan setingkat lebih rendah selama 12 (dua belas) bulan",
        "penalty_rule": "Pasal 8 ayat (4) huruf a Peraturan Pemerintah Nomor 94 Tahun 2021",
    },
    LetterKind.DECISION_STOP: {
        **_DECREE,
        "employee": BUDI,
        "considering": weighed(
            BUDI_NAMED, "Penghentian Pemeriksaan karena Pelanggaran Tidak Terbukti", "tidak terbukti"
        ),
        "allegation": PROSE,
        "reason": "Orang dalam rekaman bukan yang bersangkutan.",
    },
    LetterKind.STATUS_TERMINATION: _TERMINATION,
    LetterKind.PPPK_TERMINATION: {
        **_TERMINATION,
        "employee": {"name": "Rina Marlina (contoh)", "ni_pppk": "199003032022212001", "position": "Guru"},
        "effective_rule": "Pasal 74 ayat (4) Peraturan Pemerintah Nomor 49 Tahun 2018",
        "contract": "Nomor 45/PK/2024 tanggal 2 Januari 2024",
    },
    LetterKind.DELIVERY_RECORD: {
        "document": "Keputusan Wali Kota Jambi tentang Penjatuhan Hukuman Disiplin Tingkat Berat",
        "document_number": "014/KEP-HDB/BKPSDM/VII/2026",
        "document_date": date(2026, 7, 14),
        "deliverer": {"name": "Dewi Lestari (contoh)", "position": "Petugas kepegawaian"},
        "recipient": BUDI,
        "delivered_date": date(2026, 7, 16),
        "delivered_time": "10.00 WIB",
        "delivered_place": "Ruang Kepala Bidang Disiplin BKPSDM Kota Jambi",
        "manner": "diserahkan langsung",
        "note": "Hari mulai berlaku dihitung sebagai hari kerja ke-15 (kelima belas) sejak diterima (Pasal 50 ayat (1) "
        "Peraturan Badan Kepegawaian Negara Nomor 6 Tahun 2022). Pasal 38 ayat (1) Peraturan Pemerintah Nomor 94 Tahun "
        "2021 menulis hari ke-15 (kelima belas); kedua bacaan itu tercatat pada perkara.",
        "witnesses": [{"name": "Agus Salim (contoh)", "position": "Auditor Madya"}],
        "signer": {"name": "Hendra Gunawan (contoh)", "position": "Kepala BKPSDM Kota Jambi"},
    },
    LetterKind.COUNCIL_DECREE: {
        **_DECREE,
        **opens.COUNCIL_OPENS,
        "examinee": BUDI,
        "allegation": PROSE,
        "members": TEAM,
    },
    LetterKind.COUNCIL_CHANGE: {**_TEAM, **opens.COUNCIL_CHANGE_OPENS},
    LetterKind.COUNCIL_SUMMONS: {
        **_ADDRESSED,
        **_HEARING,
        "addressee": BUDI,
        "attachments": [],
        "allegation": PROSE,
        "rules": ["Pasal 11 huruf c Peraturan Pemerintah Nomor 42 Tahun 2004"],
        "hearing_time": "09.00 WIB",
    },
    LetterKind.COUNCIL_DECISION: {
        "employee": BUDI,
        "members": TEAM,
        "mandate": "Keputusan Wali Kota Jambi Nomor 002/KEP-MKE/BKPSDM/VI/2026",
        "hearing_date": date(2026, 6, 29),
        "allegation": PROSE,
        "facts": PROSE,
        "defence": "Terlapor menerangkan bahwa tanda suka dipasang tanpa sengaja.",
        "deliberation": "Tanda suka dipasang pada tujuh unggahan berturut-turut.",
        "rules": ["Pasal 11 huruf c Peraturan Pemerintah Nomor 42 Tahun 2004"],
        "ruling": ["Menyatakan pelanggaran kode etik terbukti.", "Merekomendasikan sanksi moral secara tertutup."],
    },
    LetterKind.MORAL_STATEMENT_CLOSED: _MORAL,
    LetterKind.MORAL_STATEMENT_OPEN: {
        **_MORAL,
        "forum": "upacara bendera di halaman Kantor Wali Kota Jambi",
        "circumstances": ["Sebagai hal yang meringankan, yang bersangkutan mengikuti jawaban tertulis."],
    },
    LetterKind.OBJECTION_RECEIPT: _REMEDY,
    LetterKind.APPEAL_RECEIPT: {
        **_REMEDY,
        "deciding_body": "Badan Pertimbangan Aparatur Sipil Negara",
        "answer_rule": "Pasal 13 Peraturan Pemerintah Nomor 79 Tahun 2021",
    },
    LetterKind.OBJECTION_DECISION: {
        **_DECREE,
        **opens.OBJECTION_OPENS,
        "employee": BUDI,
        "decision_number": "014/KEP-HDB/BKPSDM/VII/2026",
        "decision_date": date(2026, 7, 14),
        "filed_date": date(2026, 7, 24),
        "grounds": PROSE,
        "ruling": "Keputusan tersebut diperingan menjadi: Penurunan pangkat setingkat lebih rendah selama 1 tahun.",
        "reason": "Yang bersangkutan mengakui perbuatannya pada hari pertama.",
        "effect": "Hukuman disiplin yang diajukan upaya administratif mulai berlaku sesuai dengan putusan upaya "
        "administratifnya (Pasal 38 ayat (2) Peraturan Pemerintah Nomor 94 Tahun 2021).",
        "way_on": "Dalam hal yang bersangkutan tidak puas terhadap keputusan ini, ia dapat mengajukan upaya hukum "
        "kepada Pengadilan Tata Usaha Negara (Pasal 6 ayat (3) Peraturan Pemerintah Nomor 79 Tahun 2021).",
    },
    LetterKind.OBJECTION_REJECTION: {
        **_DECREE,
        **opens.REJECTION_OPENS,
        "employee": BUDI,
        "decision_number": "014/KEP-HDB/BKPSDM/VII/2026",
        "decision_date": date(2026, 7, 14),
        "filed_date": date(2026, 8, 5),
    },
}
