"""What the law room says to officers in whole sentences: reasons of an assessment, steps and notes of a date.

Gathered for translation as `law_sentences` does for the public page; a test holds both to what the law room says. What
is stored with a case is the Indonesian sentence: `law_speech` finds its template again and fills it anew.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

# Sentences with data in them; what has most words of its own is tried first when one is read back.
TEMPLATES = (
    _("%(amount)s %(unit)s"),
    _("%(amount)s %(unit)s sebelum %(event)s"),
    _("%(amount)s %(unit)s setelah %(event)s"),
    _("%(day)s berada sebelum %(after)s (mulai %(opens)s): tidak ada kontes yang sedang berjalan."),
    _(
        "%(day)s berada setelah %(before)s (sampai %(closed)s) dan sebelum %(after)s (mulai %(opens)s): tidak ada"
        " kontes yang sedang berjalan."
    ),
    _("%(day)s berada setelah %(before)s (sampai %(closed)s): tidak ada kontes yang sedang berjalan."),
    _("%(day)s, pada jam yang sama"),
    _("%(day)s: %(hours)s jam"),
    _("%(day)s: %(why)s"),
    _("%(day)s: awal penghitungan, tidak dihitung"),
    _("%(day)s: berlaku pada tanggal itu sendiri"),
    _("%(day)s: bulan ke-%(number)s"),
    _("%(day)s: bulan ke-%(number)s sebelumnya"),
    _("%(day)s: dilanjutkan setelah dijeda sejak %(since)s; tersisa %(left)s %(unit)s"),
    _("%(day)s: dilewati, %(why)s"),
    _("%(day)s: hari kalender ke-%(number)s"),
    _("%(day)s: hari kalender ke-%(number)s sebelumnya"),
    _("%(day)s: hari kerja ke-%(number)s"),
    _("%(day)s: hari kerja ke-%(number)s sebelumnya"),
    _("%(first)s; %(rest)s"),
    _("%(form)s (%(era)s) hanya bagi %(contests)s (%(sources)s)."),
    _("%(form)s (%(era)s) hanya bagi %(contests)s (%(sources)s). %(conflict)s"),
    _("%(form)s (%(era)s): %(sanction)s (%(sources)s) – %(why)s."),
    _(
        "%(form)s: huruf yang dikutip hanya menyebut pemilihan %(offices)s (%(sources)s); penerapannya "
        "pada pemilihan ini perlu ditelaah."
    ),
    _("%(form)s tidak menjangkau orang dengan kedudukan ini; dicantumkan sebagai bentuk perbuatan saja."),
    _("%(kind)s dengan pemungutan suara %(voting)s tidak ada dalam data; tahapannya tidak dikenal."),
    _(
        "Ancaman pidana %(form)s: pada hari perbuatan %(then)s; sejak %(since)s %(now)s. Bila belum diputus "
        "tetap, berlaku aturan baru kecuali yang lama menguntungkan pelaku (KUHP Pasal 3 ayat (1)). %(favour)s "
        "Hakim yang memilih."
    ),
    _("Belum diverifikasi ke naskah asli: %(source)s."),
    _(
        "Dari ancaman yang tercatat tidak dapat diputuskan mana yang lebih menguntungkan pelaku: pada aturan baru"
        " %(newer)s; pada aturan lama %(older)s. Yang kurang: %(missing)s."
    ),
    _(
        "Dari ancaman yang tercatat, yang lebih menguntungkan pelaku ialah %(law)s: %(why)s. Yang belum terbaca "
        "dan dapat mengubahnya: %(missing)s."
    ),
    _(
        "Dua bacaan bertentangan: %(conflict)s %(term)s menurut %(source)s jatuh pada %(due)s; %(other_term)s "
        "menurut %(other_source)s jatuh pada %(other_due)s."
    ),
    _(
        "Hari perbuatan dapat lebih awal daripada pembukaan masa larangan, %(opens)s (%(source)s); periksa apakah"
        " perbuatan ini memang dalam masa larangan."
    ),
    _(
        "Hari perbuatan lebih awal daripada pembukaan masa larangan, %(opens)s (%(source)s); periksa apakah "
        "perbuatan ini memang dalam masa larangan."
    ),
    _(
        "Jabatan yang dipilih tidak disebut; %(form)s: huruf yang dikutip hanya menyebut pemilihan "
        "%(offices)s (%(sources)s). Bila jabatannya lain, penerapannya perlu ditelaah."
    ),
    _("Jabatan yang dipilih tidak disebut; %(form)s pada pemilu hanya dalam pemilihan DPD."),
    _("Kolom sanksi belum terbaca pada %(form)s (%(era)s): %(unread)s"),
    _("Libur yang diperselisihkan, dihitung sebagai cuti. %(dispute)s."),
    _(
        "Masa larangan berakhir pada %(ends_at)s (%(source)s), yang harinya tidak diketahui; hari perbuatan dapat"
        " jatuh setelah %(closes)s, jadi periksa apakah masa larangan masih berjalan."
    ),
    _("Masa larangan dibuka %(opens)s (%(source)s)."),
    _(
        "Masa larangan dihitung 6 bulan sebelum masa jabatan petahana berakhir (%(source)s); hari itu tidak ada "
        "dalam catatan, jadi periksa apakah perbuatan ini di dalamnya."
    ),
    _(
        "Masa larangan tidak dapat dihitung: %(why)s Larangan berlangsung sampai %(ends_at)s (%(source)s), jadi "
        "perbuatan sesudah suatu pemilihan masih dapat di dalamnya. Yang kurang: hari pemungutan suara kontesnya "
        "(election_date) dan hari %(ends_at)s. Di luar masa larangan perbuatan ini bukan pelanggaran."
    ),
    _(
        "Masa larangan tidak dapat dihitung: %(why)s Yang kurang: hari penetapan pasangan calon kontes itu. Di "
        "luar masa larangan perbuatan ini bukan pelanggaran."
    ),
    _(
        "Partai peserta %(contest)s sudah ditetapkan %(since)s (%(source)s), calonnya belum: bila yang dibantu "
        "partai, periksa %(form)s (%(sources)s: %(level)s)."
    ),
    _(
        "Pelanggaran berulang: batas bawah dinaikkan ke tingkat tertinggi bentuk disiplin yang berlaku; jenis "
        "hukumannya harus lebih berat daripada hukuman terakhir (%(article)s)."
    ),
    _(
        "Pemberhentian status dibaca menurut hukum pada hari perbuatan (%(then)s). Sejak %(since)s, sebelum "
        "diputus, berlaku %(now)s; ketentuan peralihannya belum dibaca, jadi pejabat yang memilih dasarnya."
    ),
    _("Pencalonan petahana dapat dibatalkan KPU (%(article)s); di samping itu ada ancaman pidana."),
    _(
        "Perbuatan sebelum 31 Agustus 2021 dan %(known)s: dibaca sebagai diputus pada masanya, menurut PP "
        "53/2010. Bila belum diperiksa atau belum diputus pada hari itu, berlaku PP 94/2021 (Pasal 40 ayat "
        "(3)-(4))."
    ),
    _(
        "Perbuatan terjadi sebelum 31 Agustus 2021, tetapi %(step)s sejak hari itu: PP 94/2021 berlaku (PP "
        "94/2021 Pasal 40 ayat (3)-(4)); bahwa tingkat hukumannya ikut PP 94/2021 adalah pembacaan."
    ),
    _("Pertentangan yang tercatat pada %(form)s (%(era)s): %(conflict)s"),
    _("Tahap dibaca dari jadwal nasional %(contest)s; belum tentu daerah ini memilih pada hari itu."),
    _(
        "Tahap yang disebut dalam catatan (%(given)s) berbeda dari jadwal yang diumumkan (%(published)s); yang "
        "dipakai tahap dalam catatan."
    ),
    _("Tanggal perbuatan hanya diketahui sebagian dan melintasi perubahan hukum. Jawabannya dapat: %(answers)s."),
    _("Tanpa sanksi pada baris ini: %(form)s (%(era)s): %(sanction)s (%(sources)s)."),
    _("Tingkat %(form)s perlu ditelaah; tidak ada baris dengan tingkat pasti di sampingnya."),
    _(
        "Wilayah dalam catatan tidak terbaca sebagai satu daerah, jadi tahap dan masa larangan dibaca dari jadwal"
        " nasional saja. %(why)s"
    ),
    _("Wilayah dalam catatan tidak terbaca sebagai satu daerah; jawaban ini tidak bergantung padanya. %(why)s"),
    _("cuti bersama: %(name)s (%(source)s)"),
    _("hari pemungutan suara: %(name)s (%(source)s)"),
    _("libur nasional: %(name)s"),
    _("pada tanggal %(event)s"),
)

# Sentences that stand as they are.
WHOLE = (
    _("Ancaman yang tercatat sama beratnya."),
    _("Atasan pejabat memutus berdasarkan data yang ada."),
    _("BAPEK memutus berdasarkan bukti yang ada."),
    _("BPASN memutus berdasarkan bukti yang ada."),
    _(
        "Banding yang belum diputus pada 10 Agustus 2021: PP 79/2021 Pasal 31 huruf b dan PP 94/2021 Pasal 40 "
        "ayat (2) menunjuk aturan yang berbeda; periksa."
    ),
    _("Belum ada lembaga pengawas netralitas yang dimuat untuk hari itu."),
    _(
        "Berlaku untuk hukuman berat Pasal 7 ayat (4) huruf a, b, dan c. Untuk pemberhentian (huruf d dan e) "
        "pilih tingkat TERMINATION: hari ke-15 setelah keputusan diterima (Pasal 45)."
    ),
    _("Bila diajukan banding administratif, pemberhentian berlaku pada tanggal keputusan banding (Pasal 45 ayat (2))."),
    _("Bila diajukan keberatan, hukuman berlaku pada tanggal keputusan atas keberatan (Pasal 44 ayat (2))."),
    _(
        "Bila diajukan upaya administratif, keputusan berlaku sesuai dengan keputusan upaya administratifnya (PP "
        "94/2021 Pasal 38 ayat (2))."
    ),
    _("Diajukan kepada BAPEK; hanya atas pemberhentian."),
    _(
        "Diajukan kepada BPASN dengan tembusan kepada PPK; hanya atas pemberhentian sebagai PNS atau pemutusan "
        "hubungan kerja PPPK."
    ),
    _("Dihitung mundur: pemanggilan paling lambat 7 hari kerja sebelum tanggal pemeriksaan."),
    _("Empat belas hari kerja adalah jumlah seluruhnya, bukan tambahan."),
    _("Hanya untuk hukuman sedang Pasal 7 ayat (3) huruf a dan b (Pasal 34 ayat (1))."),
    _("Hari perbuatan di luar masa yang dimuat lengkap (2014-2027); jawaban harus ditelaah."),
    _("Hukuman diputus sebelum 31 Agustus 2021: tetap menurut PP 53/2010 (PP 94/2021 Pasal 40 ayat (1))."),
    _(
        "Keberatan diajukan kepada PPK itu sendiri (Pasal 3 ayat (2)); tidak untuk pemberhentian sebagai PNS atau"
        " pemutusan hubungan kerja PPPK."
    ),
    _("Keberatan diajukan kepada atasan Pejabat (Pasal 3 ayat (3))."),
    _(
        "Keberatan yang belum diputus pada 10 Agustus 2021: PP 79/2021 Pasal 31 huruf a dan PP 94/2021 Pasal 40 "
        "ayat (2) menunjuk aturan yang berbeda; periksa."
    ),
    _(
        "Kepala desa bukan pegawai ASN: berlaku hukum desa (UU 6/2014 tentang Desa), yang tidak dinilai di sini. "
        "Bila ajakan atau tindakannya menguntungkan satu calon, periksa pula perbuatan "
        "village_head_partisan_decision."
    ),
    _(
        "Keppres 17/2020 mencantumkan hari ini; SKB 3 Menteri Desember 2020 menghapusnya; Keppres perubahan belum"
        " dilihat"
    ),
    _(
        "Keppres 7/2021 mencantumkan hari ini bagi ASN; SKB 3 Menteri Juni 2021 menghapusnya; Keppres perubahan "
        "belum dilihat"
    ),
    _("Keputusan berlaku sejak tanggal yang bersangkutan dinyatakan bersalah oleh tim pemeriksa (Pasal 71 ayat (4))."),
    _("Keputusan berlaku sejak tanggal yang bersangkutan terbukti (Pasal 74 ayat (4))."),
    _(
        "Keputusan hukuman disiplin batal demi hukum; bila keberatan belum diputus pada 10 Agustus 2021, aturan "
        "peralihannya berbeda dan perlu diperiksa."
    ),
    _("Lewat 21 hari kerja tanpa keputusan, hukuman disiplin batal demi hukum (Pasal 37 ayat (4))."),
    _("Lewat 21 hari kerja tanpa keputusan, pegawai dapat ke Pengadilan Tata Usaha Negara (Pasal 5 ayat (3))."),
    _("Lewat 21 hari kerja tanpa keputusan, pegawai dapat ke Pengadilan Tata Usaha Negara (Pasal 8 ayat (7))."),
    _(
        "Menjadi anggota/pengurus partai politik mengakhiri perjanjian kerja PPPK tidak dengan hormat (UU 5/2014 "
        "Pasal 105 ayat (3) huruf c); katalog sanksi PPPK baru ada sejak PP 49/2018 (28 November 2018), jadi "
        "tidak ada sanksi yang ditampilkan."
    ),
    _(
        "Orang ini bukan pegawai ASN: berlaku hukum yang mengikatnya sendiri (antara lain hukum pemerintahan "
        "daerah, hukum desa, atau kontrak kerjanya), yang tidak dinilai di sini; kedudukannya menurut pasal "
        "pidana harus dipastikan."
    ),
    _("PP 17/2020, yang mengubah PP 11/2017, belum dibaca."),
    _(
        'PP 94/2021 Pasal 38 ayat (1) menulis "hari ke-15" tanpa kata "kerja"; PerBKN 6/2022 Pasal 50 ayat (1), '
        'yang baru terbit Maret 2022, menulis "hari kerja ke-15".'
    ),
    _("Pasal 270 berlaku bagi yang tidak mengundurkan diri; yang mengajukan berhenti mengikuti Pasal 269."),
    _('Pasal 35 menulis "14 hari" tanpa kata "kerja": dihitung hari kalender.'),
    _('Pasal 44 menulis "hari ke 15" tanpa kata "kerja": dihitung hari kalender.'),
    _('Pasal 45 menulis "hari ke 15" tanpa kata "kerja": dihitung hari kalender.'),
    _(
        'Pasal 454 ayat (5) menulis "7 hari" tanpa kata "kerja"; Perbawaslu, yang belum dibaca, disebut '
        "mendefinisikan hari sebagai hari kerja."
    ),
    _(
        'Pasal 454 ayat (7) menulis "7 hari" tanpa kata "kerja"; Perbawaslu, yang belum dibaca, disebut '
        "mendefinisikan hari sebagai hari kerja."
    ),
    _("Pasal 7 tidak terbaca pada salinan yang ada; jangka waktunya disamakan dengan Pasal 4 ayat (2)."),
    _("Pegawai dapat mengajukan upaya hukum kepada Pengadilan Tata Usaha Negara."),
    _(
        "Pejabat negara atau kepala daerah bukan pegawai ASN: berlaku hukum pemerintahan daerah (UU 23/2014 "
        "tentang Pemerintahan Daerah) dan hukum pemilihan; hukum pemerintahan daerah tidak dinilai di sini."
    ),
    _("Pelanggaran berulang: batas bawah dinaikkan ke tingkat tertinggi bentuk disiplin yang berlaku."),
    _(
        "Pelanggaran berulang: batas bawah dinaikkan ke tingkat tertinggi bentuk disiplin yang berlaku; bagi PPPK"
        " periksa peraturan disiplin instansinya (PP 49/2018 Pasal 52)."
    ),
    _(
        'PerBKN 6/2022 Pasal 50 ayat (1) menulis "hari kerja ke-15"; PP 94/2021 Pasal 38 ayat (1) menulis "hari '
        'ke-15" tanpa kata "kerja".'
    ),
    _(
        "Peraturan yang berbeda tingkat hukumannya menjangkau perbuatan lama (PP 94/2021 Pasal 40 ayat (3)-(4)); "
        "tingkatnya perlu ditelaah."
    ),
    _(
        'Perbawaslu 7/2022 Pasal 8 ayat (3), dari sumber sekunder, menulis "7 hari" tanpa kata "kerja"; '
        "undang-undang yang dipakai."
    ),
    _("Perbuatan sebelum 6 Juni 2010 (PP 53/2010) tidak dimuat; yang dimuat: PP 53/2010 dan PP 94/2021."),
    _("Perbuatan sejak 31 Agustus 2021: PP 94/2021."),
    _(
        "Rezim disiplin masih terbuka: tanggal pemeriksaan dan putusan menentukan PP 53/2010 atau PP 94/2021 (PP "
        "94/2021 Pasal 40)."
    ),
    _(
        "Sanksi moral bukan hukuman disiplin; keduanya dapat dijatuhkan bersama atas rekomendasi Majelis Kode "
        "Etik (PP 42/2004 Pasal 16)."
    ),
    _('Satuan "2 hari" belum dibaca pada naskah asli: hari kalender atau hari kerja.'),
    _(
        "Sementara: penghitungan melewati hari yang kalender liburnya belum ditetapkan atau masih perkiraan; "
        "hitung ulang setelah keputusan libur terbit."
    ),
    _('Sumber menulis "7 hari" tanpa satuan, sedangkan tahap berikutnya memakai hari kerja.'),
    _("Tanggal pemeriksaan paling lambat 7 hari kerja dari tanggal surat panggilan."),
    _("Tidak ada pasal yang menyebut dua tahun; jadwal retensi arsip instansi yang menentukan."),
    _(
        "Berjalan per jam sejak diputuskan. Yang tercatat harinya, bukan jamnya: serahkan sebelum jam rapat pleno itu "
        "dibuka."
    ),
    _("Tiga hari ditambah paling lama dua hari untuk keterangan tambahan pelapor."),
)

# Words that fill a sentence: events, days of the week, what is milder, how a level came about.
WORDS = (
    _("Lampiran I UU 1/2026"),
    _("Pemilihan kepala daerah"),
    _("Pemilu"),
    _("akhir masa jabatan petahana"),
    _("aturan baru"),
    _("aturan lama"),
    _("banding administratif diterima BAPEK"),
    _("banding administratif diterima BPASN"),
    _("denda paling banyaknya lebih rendah"),
    _("dibaca dari sumber kedua"),
    _("dilarang, tetapi tidak ada pasal yang menyebut tingkat hukumannya"),
    _("diperiksa"),
    _("diputus"),
    _("diputuskan oleh Bawaslu atau Panwas"),
    _("disimpulkan dari sumber lain"),
    _("hukumannya lebih berat daripada hukuman bawahan, jadi menunggu hukuman itu"),
    _("jenis hukumannya sama dengan hukuman bawahan, jadi menunggu hukuman itu"),
    _("jenis pidana yang akan dijatuhkan (penjara atau denda)"),
    _("keberatan diterima PPK"),
    _("keberatan diterima atasan pejabat"),
    _("keputusan diterima"),
    _("keputusan ditetapkan"),
    _("keterangan tambahan diminta"),
    _("kolom sanksinya belum diverifikasi ke naskah asli"),
    _("tingkatnya dibaca dari rezim disiplin lain daripada rezim perkara ini"),
    _("laporan disampaikan"),
    _("laporan diterima"),
    _("naskah ancaman yang lama"),
    _("naskah asli dibaca"),
    _("pelanggaran diketahui"),
    _("pelanggaran diketahui dan/atau ditemukan"),
    _("pelanggaran ditemukan"),
    _("pemberitahuan kekurangan diterima pelapor"),
    _("pemilihan"),
    _("pemilu"),
    _("pemilu anggota DPD"),
    _("pengaduan diterima Bawaslu dari Satgas"),
    _("pengaduan masuk melalui Sistem Berbagi Terintegrasi"),
    _("penjara dan denda tidak harus dijatuhkan bersama"),
    _("perkara berakhir"),
    _("permintaan akses diterima"),
    _("permintaan perbaikan diterima"),
    _("pidana minimumnya lebih rendah atau tidak ada"),
    _("pidana perampasan kemerdekaannya lebih ringan"),
    _("tanggal pemeriksaan"),
    _("tanggal penyampaian yang tidak dihadiri"),
    _("tanggal putusan tidak diketahui"),
    _("tanggal seharusnya diperiksa pada pemanggilan pertama"),
    _("tanggal surat panggilan"),
    _("tanggal yang diketahui hanya sebagian dan melintasi 31 Agustus 2021"),
    _("tanggal yang ditentukan untuk penyampaian keputusan"),
    _("tembusan banding administratif diterima PPK"),
    _("tembusan keberatan diterima pejabat"),
    _("temuan atau laporan diterima dan diregistrasi"),
    _("terbukti menjadi anggota atau pengurus partai politik"),
    _("terjadinya kegagalan pelindungan data pribadi"),
    _("tidak ada pidana perampasan kemerdekaan"),
    _("tidak diancam pidana"),
    _("tidak dilarang"),
    _("tingkatnya tidak pasti"),
    _("usul pemutusan hubungan perjanjian kerja diterima"),
    _("Sabtu"),
    _("Minggu"),
    _("; atau "),
)

ALL = frozenset((*TEMPLATES, *WHOLE, *WORDS))
