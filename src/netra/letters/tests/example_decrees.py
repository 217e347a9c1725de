"""How the example decrees open: in the clauses that the operations write (`sanctions/tests/test_issued_papers`)."""

from __future__ import annotations

BUDI_NAMED = "Saudara Budi Santoso, S.E. (contoh), NIP 198001012005011001, Kepala Subbagian Umum"
SEVERE = "Penjatuhan Hukuman Disiplin Tingkat Berat"
ON_THE_SERVICE = "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;"
ON_DISCIPLINE = "Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil;"
ON_REMEDIES = (
    "Peraturan Pemerintah Nomor 79 Tahun 2021 tentang Upaya Administratif dan Badan Pertimbangan Aparatur Sipil Negara;"
)
ON_ETHICS = (
    "Pasal 17 dan Pasal 18 Peraturan Pemerintah Nomor 42 Tahun 2004 tentang Pembinaan Jiwa Korps dan Kode Etik Pegawai "
    "Negeri Sipil;"
)


def considering(about: str, *clauses: str) -> list[str]:
    """The clauses and the closing one."""
    letters = [f"huruf {chr(ord('a') + place)}" for place in range(len(clauses))]
    weighed_of = {1: letters[0], 2: " dan ".join(letters[:2])}.get(len(clauses), f"huruf a sampai dengan {letters[-1]}")
    closing = (
        f"berdasarkan pertimbangan sebagaimana dimaksud dalam {weighed_of}, perlu menetapkan Keputusan tentang {about}"
    )
    return [f"bahwa {each};" for each in (*clauses, closing)]


def weighed(person: str, about: str = SEVERE, verdict: str = "terbukti") -> list[str]:
    """What a decision considers: the report, and that it is therefore to be decided."""
    report = "Laporan Hasil Pemeriksaan Nomor 013/LHP/BKPSDM/VII/2026 tanggal 9 Juli 2026"
    return considering(about, f"menurut {report}, dugaan pelanggaran oleh {person}, dinyatakan {verdict}")


_OBJECTED = (
    f"{BUDI_NAMED}, pada tanggal {{}} mengajukan keberatan terhadap Keputusan Nomor 014/KEP-HDB/BKPSDM/VII/2026 "
    "tanggal 14 Juli 2026"
)
TEAM_OPENS = {
    "considering": considering(
        "Pembentukan Tim Pemeriksa",
        f"{BUDI_NAMED}, diduga melakukan pelanggaran disiplin",
        "dugaan pelanggaran disiplin tersebut perlu diperiksa oleh tim pemeriksa",
    )
}
COUNCIL_OPENS = {
    "considering": considering(
        "Pembentukan Majelis Kode Etik",
        f"{BUDI_NAMED}, diduga melanggar kode etik",
        "dugaan pelanggaran kode etik tersebut perlu diperiksa dan diputus oleh majelis kode etik",
    ),
    "recalling": [ON_THE_SERVICE, ON_ETHICS],
}
TEAM_CHANGE_OPENS = {
    "changed": "Keputusan Wali Kota Jambi Nomor 012/KEP-TIM/BKPSDM/VII/2026 tanggal 3 Juli 2026",
    "considering": considering(
        "Perubahan Susunan Tim Pemeriksa",
        f"{BUDI_NAMED}, diperiksa oleh Tim Pemeriksa yang dibentuk dengan Keputusan Wali Kota Jambi Nomor "
        "012/KEP-TIM/BKPSDM/VII/2026 tanggal 3 Juli 2026",
        "Ratna Dewi (contoh), Ketua Tim Pemeriksa, perlu diganti: dikecualikan dari perkara",
        "penggantinya Dewi Lestari, S.H. (contoh)",
    ),
}
COUNCIL_CHANGE_OPENS = {
    "changed": "Keputusan Wali Kota Jambi Nomor 014/KEP-MKE/BKPSDM/VII/2026 tanggal 10 Juli 2026",
    "considering": considering(
        "Perubahan Susunan Majelis Kode Etik",
        f"{BUDI_NAMED}, diperiksa oleh Majelis Kode Etik yang dibentuk dengan Keputusan Wali Kota Jambi Nomor "
        "014/KEP-MKE/BKPSDM/VII/2026 tanggal 10 Juli 2026",
        "Ratna Dewi (contoh), Sekretaris Majelis Kode Etik, perlu diganti: meninggal dunia",
        "penggantinya Agus Salim (contoh)",
    ),
    "recalling": [ON_THE_SERVICE, ON_ETHICS],
}
RELEASE_OPENS = {
    "considering": considering(
        "Pembebasan Sementara dari Tugas Jabatan",
        f"{BUDI_NAMED}, diperiksa atas dugaan pelanggaran disiplin",
        "pemeriksaan berlangsung",
    )
}
OBJECTION_OPENS = {
    "considering": considering(
        "Keberatan atas Hukuman Disiplin",
        _OBJECTED.format("24 Juli 2026"),
        "keberatan diajukan dalam tenggang waktu dan telah ditimbang alasannya",
    ),
    "recalling": [ON_THE_SERVICE, f"Pasal 5 dan Pasal 6 {ON_REMEDIES}", ON_DISCIPLINE],
}
REJECTION_OPENS = {
    "considering": considering(
        "Penetapan Keberatan Tidak Dapat Diterima",
        _OBJECTED.format("5 Agustus 2026"),
        "keputusan diterima pada tanggal 16 Juli 2026",
        "keberatan dapat diajukan paling lambat tanggal 4 Agustus 2026 (Pasal 4 ayat (2) Peraturan Pemerintah Nomor 79 "
        "Tahun 2021)",
        "keberatan diajukan pada tanggal 5 Agustus 2026, setelah tenggang waktu itu berakhir",
    ),
    "recalling": [ON_THE_SERVICE, f"Pasal 4 ayat (3) {ON_REMEDIES}", ON_DISCIPLINE],
}
