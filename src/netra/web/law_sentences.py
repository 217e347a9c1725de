"""Sentences and templates of the law room, for gathering them into the translations as `law_terms` does its labels.

A template is translated as it stands and then filled (see `netra.law.sentences`). Articles in it stay as they are.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

# Why a ruling of «Bolehkah saya?» answers as it does.
RULINGS = (
    _(
        "Setiap warga negara yang memenuhi syarat berhak memilih; PNS dan PPPK tidak dikecualikan. Rahasiakan "
        "pilihan Anda."
    ),
    _(
        "Hak memilih diatur undang-undang hari itu, yang naskahnya belum dimuat di sini. Bacalah naskahnya atau "
        "tanyakan kepada KPU daerah Anda."
    ),
    _("Yang dibatasi adalah keikutsertaan dalam kampanye, bukan mengetahui isinya."),
    _(
        "Yang dilarang adalah hadir dalam kampanye; membaca atau menonton di rumah tidak disebut. Menyukai, "
        "mengomentari, membagikan, atau mengikuti akun sudah bentuk lain."
    ),
    _("Yang dilarang adalah memberi dukungan kepada calon. Sebarkan apa adanya, tanpa gambar calon dan tanpa ajakan."),
    _(
        "Kegiatan yang mengarah kepada keberpihakan, juga ajakan, himbauan, atau seruan kepada PNS di unit kerjanya, "
        "adalah pelanggaran orang yang memerintah; perintah itu tidak mengikat Anda."
    ),
    _(
        "Mengerahkan PNS lain untuk mendukung calon adalah pelanggaran orang yang memerintah; perintah itu tidak "
        "mengikat Anda."
    ),
    _(
        "Mengerahkan PNS lain untuk mendukung calon adalah pelanggaran berat orang yang memerintah; perintah itu "
        "tidak mengikat Anda."
    ),
    _(
        "Hubungan keluarga bukan pelanggaran. Hindari benturan kepentingan: jangan memakai jabatan, unggahan, "
        "atau kehadiran untuk mendukungnya, dan minta tidak ditugasi dalam urusannya."
    ),
    _(
        "Dengan cuti di luar tanggungan negara, pendampingan tanpa peran aktif pernah dibolehkan surat MenPANRB; "
        "suratnya hanya terbaca dari berita. Mintalah jawaban tertulis PPK, jangan memakai atribut, dan jangan "
        "berorasi."
    ),
    _(
        "PNS menyatakan pengunduran diri tertulis sejak ditetapkan sebagai pasangan calon; pernyataan itu tidak "
        "dapat ditarik kembali. Sampai pemberhentian berlaku Anda tetap pegawai ASN dan tetap netral dalam tugas."
    ),
    _(
        "Mengundurkan diri sebagai aparatur sipil negara adalah syarat pencalonan; surat pengunduran diri tidak "
        "dapat ditarik kembali. Sampai pemberhentian berlaku Anda tetap pegawai ASN dan tetap netral dalam tugas."
    ),
    _(
        "Boleh hanya dengan mengundurkan diri tertulis sejak ditetapkan sebagai pasangan calon. Sebelum itu, "
        "mendekati partai atau mendeklarasikan diri tanpa cuti di luar tanggungan negara dinilai sebagai "
        "pelanggaran. Bicarakan dahulu dengan pengelola kepegawaian."
    ),
    _(
        "Menurut bunyi undang-undang PNS mengundurkan diri tertulis sejak mendaftarkan diri sebagai calon "
        "Presiden, DPR, atau DPD; calon DPRD tidak disebut. Syarat dalam undang-undang pemilu hari itu belum "
        "dibaca. Pernyataan itu tidak dapat ditarik kembali. Sampai pemberhentian berlaku Anda tetap pegawai ASN "
        "dan tetap netral dalam tugas."
    ),
    _(
        "Boleh hanya dengan mengundurkan diri tertulis; menurut bunyi undang-undang sejak mendaftarkan diri "
        "sebagai calon Presiden, DPR, atau DPD. Calon DPRD tidak disebut, dan syarat dalam undang-undang pemilu "
        "hari itu belum dibaca. Bicarakan dahulu dengan pengelola kepegawaian."
    ),
    _(
        "Dua peraturan menyebut saat yang berbeda: UU 5/2014 sejak mendaftarkan diri sebagai calon, PP 11/2017 "
        "pada saat ditetapkan sebagai calon; keduanya tentang Presiden, DPR, dan DPD. Pernyataan itu tidak dapat "
        "ditarik kembali. Sampai pemberhentian berlaku Anda tetap pegawai ASN dan tetap netral dalam tugas."
    ),
    _(
        "Boleh hanya dengan mengundurkan diri tertulis. Dua peraturan menyebut saat yang berbeda: UU 5/2014 sejak "
        "mendaftarkan diri sebagai calon, PP 11/2017 pada saat ditetapkan sebagai calon; keduanya tentang "
        "Presiden, DPR, dan DPD. Tanyakan dahulu kepada pengelola kepegawaian kapan surat itu diserahkan."
    ),
    _(
        "Boleh hanya dengan mengundurkan diri sebagai aparatur sipil negara. Sebelum itu, mendekati partai tanpa "
        "cuti di luar tanggungan negara dinilai sebagai pelanggaran. Bicarakan dahulu dengan pengelola "
        "kepegawaian."
    ),
    _(
        "Baris SKB menyebut orang yang tidak sedang cuti di luar tanggungan negara. Dengan cuti itu, minta "
        "kepastian tertulis dari pengelola kepegawaian sebelum bertindak."
    ),
    _(
        "Pengunduran diri belum mengakhiri status pada hari diajukan; sampai keputusan pemberhentian berlaku Anda "
        "masih pegawai ASN. Minta kepastian tertulis."
    ),
    _(
        "Mengundurkan diri dahulu adalah syarat; menjadi anggota sebelum pemberhentian berlaku berakibat "
        "pemberhentian tidak dengan hormat. Tunggu keputusan pemberhentian."
    ),
    _(
        "Tidak ada pengecualian tugas yang terbaca untuk kehadiran ini. Minta surat tugas tertulis yang menyebut "
        "acara dan peran Anda, tanpa atribut dan tanpa dukungan."
    ),
    _(
        "Tidak ada pengecualian tugas yang terbaca untuk kehadiran ini, dan kehadiran tanpa tugas dilarang. Minta "
        "surat tugas tertulis yang menyebut acara dan peran Anda, tanpa atribut dan tanpa dukungan."
    ),
    _("Surat B/71/2017 melarang menjadi pembicara tanpa menyebut pengecualian tugas."),
    _("SKB 2020 mengecualikan tugas kedinasan; minta surat tugas dahulu."),
    _(
        "Tidak ada baris tersendiri dalam SKB 2/2022; pengecualian tugas hanya terbaca dalam SKB 2020. Minta "
        "surat tugas dan jawaban tertulis dahulu."
    ),
    _(
        "Asas netralitas melarang memihak; membaca atau menonton tanpa menanggapi tidak memihak. Peraturan tentang "
        "PNS tidak mengikat PPPK, dan aturan disiplin PPPK instansi Anda tidak dimuat di sini: bacalah dahulu."
    ),
    _(
        "Asas netralitas melarang memihak; pengumuman resmi yang disebarkan apa adanya, tanpa gambar calon dan "
        "tanpa ajakan, tidak memihak. Peraturan tentang PNS tidak mengikat PPPK, dan aturan disiplin PPPK instansi "
        "Anda tidak dimuat di sini: bacalah dahulu."
    ),
    _(
        "Pegawai ASN harus bebas dari pengaruh dan intervensi semua golongan dan partai politik; perintah untuk "
        "mendukung calon bertentangan dengan itu dan tidak mengikat Anda. Peraturan tentang PNS tidak mengikat "
        "PPPK, dan aturan disiplin PPPK instansi Anda tidak dimuat di sini: bacalah dahulu."
    ),
    _(
        "Hubungan keluarga tidak melanggar asas netralitas. Hindari benturan kepentingan: jangan memakai jabatan, "
        "unggahan, atau kehadiran untuk mendukungnya, dan minta tidak ditugasi dalam urusannya. Peraturan tentang "
        "PNS tidak mengikat PPPK, dan aturan disiplin PPPK instansi Anda tidak dimuat di sini: bacalah dahulu."
    ),
    _(
        "PNS mengundurkan diri secara tertulis sejak mendaftarkan diri sebagai calon; pernyataan itu tidak dapat "
        "ditarik kembali. Sampai pemberhentian berlaku Anda tetap pegawai ASN dan tetap netral dalam tugas."
    ),
    _(
        "Menurut bunyi undang-undang PNS mengundurkan diri sejak mendaftarkan diri sebagai calon. Putusan MK "
        "46/PUU-XIII/2015, yang hanya terbaca dari berita, membacanya: sejak ditetapkan KPU sebagai calon. "
        "Pernyataan itu tidak dapat ditarik kembali. Sampai pemberhentian berlaku Anda tetap pegawai ASN dan tetap "
        "netral dalam tugas."
    ),
    _(
        "Boleh hanya dengan mengundurkan diri tertulis sejak mendaftarkan diri sebagai calon. Bicarakan dahulu "
        "dengan pengelola kepegawaian."
    ),
    _(
        "Menurut bunyi undang-undang PNS mengundurkan diri sejak mendaftarkan diri sebagai calon. Putusan MK "
        "46/PUU-XIII/2015, yang hanya terbaca dari berita, membacanya: sejak ditetapkan KPU sebagai calon. Tanyakan"
        " dahulu kepada KPU daerah Anda dan pengelola kepegawaian kapan surat itu diserahkan."
    ),
)

# Where two sources contradict each other.
CONFLICTS = (
    _(
        "BKN yang dikutip media (2024-09-27) menggolongkan suka/komentar/bagikan, spanduk, dan deklarasi untuk "
        "pasangan calon yang sudah ditetapkan sebagai pelanggaran kode etik; Lampiran II-B SKB 2/2022 menyebut "
        "calon: hukuman disiplin berat. Perlu penegasan manusia."
    ),
    _(
        "BKN yang dikutip media (2024-09-27) menggolongkan suka/komentar/bagikan, spanduk, dan deklarasi untuk "
        "pasangan calon yang sudah ditetapkan sebagai pelanggaran kode etik; itu dibaca bertentangan pula dengan "
        "baris ini. Lampiran II-B SKB 2/2022 menyebut calon: hukuman disiplin berat. Perlu penegasan manusia."
    ),
    _(
        "Judul SKB 2020 dan catatan sumber menyebut hanya Pilkada Serentak 2020, tetapi daftar kontes bentuk ini "
        "memuat pemilu juga. Di sini SKB 2020 dibaca hanya bagi pemilihan; menurut bacaan lain perbuatan ini "
        "pelanggaran kode etik pada pemilu pula, dengan sanksi yang tidak terbaca."
    ),
)

# What of a row nobody read, although its level stands.
UNREAD = (
    _(
        "Tingkat sedang hanya terbaca dari berita; kolom sanksi baris 3 belum terbaca dalam naskah SKB 2/2022. "
        "Menurut PP 94/2021 tingkatnya mengikuti dampaknya: ringan bila pada unit kerja (Pasal 9), sedang bila pada "
        "instansi (Pasal 10 ayat (1) huruf b dan huruf c), berat bila pada negara (Pasal 11 ayat (1) huruf c dan "
        "huruf d)."
    ),
)

# What a form of violation brings.
BRINGS = (
    _("sanksi moral: pernyataan tertutup atau pernyataan terbuka (PP 42/2004 Pasal 15 ayat (1)-(3))"),
    _("kolom sanksi tidak terbaca: sanksi moral (PP 42/2004) atau hukuman disiplin sedang/berat (PP 53/2010)"),
    _("hukuman disiplin sedang (PP 53/2010 Pasal 7 ayat (3))"),
    _("pejabat memilih angka yang dilanggar; semua angka selain angka 2 tergolong berat"),
    _("tidak dilarang selama tanpa atribut"),
    _("dilarang; tingkat hukuman tidak disebut dalam Pasal 9-14 (naskah lengkap sudah dibaca)"),
    _(
        "hukuman disiplin sedang (PP 94/2021 Pasal 8 ayat (3); sebelum PP Gaji dan Tunjangan berlaku: PP 53/2010 "
        "Pasal 7 ayat (3), menurut PP 94/2021 Pasal 42)"
    ),
    _("hukuman disiplin berat (PP 94/2021 Pasal 8 ayat (4))"),
    _("hukuman disiplin berat (PP 53/2010 Pasal 7 ayat (4))"),
    _("pemberhentian tidak dengan hormat (pemberhentian status, bukan hukuman disiplin)"),
    _("pemutusan hubungan perjanjian kerja tidak dengan hormat"),
    _("pemberhentian tidak dengan hormat (pemberhentian status, bukan hukuman disiplin PP 94/2021)"),
    _("dibahas dan diputus Satuan Tugas"),
    _("jenis hukuman yang sama dengan hukuman bawahannya"),
    _("hukuman disiplin yang lebih berat daripada hukuman bawahannya"),
    _("jenis hukuman yang sama, dijatuhkan oleh atasan pejabat itu"),
    _(
        "tidak menghukum: dihukum oleh atasannya, tingkat tidak disebut (Pasal 24 ayat (2)); hukuman tidak "
        "sesuai: lebih berat (Pasal 24 ayat (3))"
    ),
    _("kurungan paling lama 1 tahun dan denda paling banyak Rp12.000.000"),
    _("denda paling banyak kategori II (Rp10.000.000); pidana kurungan dihapus"),
    _("penjara paling lama 2 tahun dan denda paling banyak Rp24.000.000"),
    _("penjara paling lama 2 tahun dan/atau denda paling banyak kategori III (Rp50.000.000)"),
    _("penjara paling lama 3 tahun dan denda paling banyak Rp36.000.000"),
    _("penjara paling lama 3 tahun dan/atau denda paling banyak kategori III (Rp50.000.000)"),
    _("penjara paling lama 1 tahun dan denda paling banyak Rp12.000.000"),
    _("penjara paling lama 1 tahun dan/atau denda paling banyak kategori II (Rp10.000.000)"),
    _(
        "tidak diancam pidana; diteruskan sebagai pelanggaran hukum lainnya (UU 7/2017 Pasal 95 huruf e, 99 huruf "
        "d, 103 huruf d, 106 huruf c)"
    ),
    _("penjara 1-6 bulan dan/atau denda Rp600.000-Rp6.000.000"),
    _(
        "penjara paling lama 6 bulan dan/atau denda paling banyak kategori II (Rp10.000.000); pidana minimum "
        "khusus dihapus"
    ),
    _("penjara 1-6 bulan dan/atau denda Rp600.000-Rp6.000.000; petahana: pembatalan sebagai calon oleh KPU"),
    _("penjara 1-6 bulan dan/atau denda Rp100.000-Rp1.000.000"),
)

# What «Bolehkah saya?» says around them.
MAY_I = (
    _("Sampai pemberhentian berlaku Anda tetap pegawai ASN; larangan ini tetap berlaku bagi Anda."),
    _("Cuti di luar tanggungan negara tidak mengubah jawaban ini: Anda tetap pegawai ASN."),
    _("Tidak ada aturan khusus yang terbaca untuk hari itu; yang berlaku asas netralitas. Mintalah jawaban tertulis."),
    _("%(form)s: %(sanction)s."),
    _("%(form)s: %(sanction)s (%(sources)s)"),
    _("Bila yang Anda lakukan: «%(other)s»"),
    _('Niat "%(intention)s" tidak dikenal. Pilih dari daftar, atau "other".'),
    _("Halaman ini menjawab PNS, CPNS, dan PPPK. Bagi yang lain berlaku hukum lain."),
    _("Jabatan itu tidak dipilih dalam pemilihan yang Anda sebut. Periksa keduanya."),
    _("Hukum yang dimuat menjawab hari %(first)s sampai %(last)s; %(day)s di luarnya."),
    _("Penetapan pasangan calon yang dipakai: %(day)s, menurut daftar tahapan instansi ini (%(source)s; %(mark)s)."),
    _(
        "Penetapan pasangan calon yang dipakai: %(day)s, menurut daftar tahapan instansi ini (%(source)s; %(mark)s). "
        "Jadwal nasional menyebut %(national)s."
    ),
    _(
        "Tanggal penetapan menurut daftar tahapan instansi ini belum diverifikasi ke naskah asli, dan jawaban ini "
        "bergantung padanya; periksa keputusan KPU daerah itu."
    ),
    _("Bila calon belum ditetapkan KPU (masih bakal calon)"),
    _("Bila calon sudah ditetapkan KPU"),
    _("Bila Anda sedang cuti di luar tanggungan negara"),
    _("Bila Anda sudah mengundurkan diri secara tertulis"),
    _(
        "Tahap (bakal calon atau calon) tidak diketahui dan tidak dapat dibaca dari jadwal; bentuk kedua tahap "
        "ditampilkan."
    ),
    _(
        "Bagi PNS perbuatan ini diatur %(sources)s; itu tidak mengikat PPPK. Aturan disiplin PPPK instansi Anda "
        "tidak dimuat di sini: bacalah dahulu."
    ),
    _(
        "PP 42/2004, PP 53/2010, dan PP 94/2021 mengikat PNS dan CPNS; bagi PPPK barisnya hanya pembanding. Yang "
        "mengikatnya peraturan disiplin PPPK instansinya, yang harus dibaca (PP 49/2018 Pasal 51-52)."
    ),
    _(
        "PP 42/2004, PP 53/2010, dan PP 94/2021 mengikat PNS dan CPNS; bagi PPPK barisnya hanya pembanding. UU "
        "5/2014 Pasal 104 mewajibkan disiplin PPPK, tetapi PP 49/2018 tentangnya baru berlaku 28 November 2018; "
        "yang mengikatnya harus dicari dalam perjanjian kerja dan aturan instansi."
    ),
    _(
        "PPPK tidak dikenai hukuman PNS: sanksinya menurut PP 49/2018 dan peraturan disiplin PPPK instansi, yang "
        "harus dibaca (PP 49/2018 Pasal 52)."
    ),
    _(
        "PPPK tidak dikenai hukuman PNS: UU 5/2014 Pasal 104 mewajibkan disiplin PPPK, tetapi PP 49/2018 tentang "
        "hukumannya baru berlaku 28 November 2018; dasar sanksinya harus dicari dalam perjanjian kerja dan aturan "
        "instansi."
    ),
    _(
        'Larangan "%(form)s" menurut %(sources)s berlaku hanya selama masa kampanye; hari perbuatan tidak '
        "seluruhnya terbaca dalam masa kampanye, jadi penerapannya perlu ditelaah."
    ),
    _(
        "Tidak ada baris pidana atau administrasi pemilihan yang menjangkau perbuatan ini bagi kedudukan orang ini di "
        "antara yang dimuat di sini; itu tidak berarti tidak ada hukumnya."
    ),
    _(
        "Undang-undang pemilu yang dimuat di sini mulai dari UU 7/2017 (16 Agustus 2017). Pada hari itu berlaku "
        "UU 8/2012 (DPR, DPD, dan DPRD) dan UU 42/2008 (Presiden), yang belum diverifikasi ke naskah asli; larangan "
        "dan ancaman pidananya tidak dinilai di sini."
    ),
    _(
        "Undang-undang pemilihan kepala daerah yang dimuat di sini mulai dari UU 1/2015 (2 Februari 2015). Pada hari "
        "itu berlaku UU 32/2004, dan sejak 2 Oktober 2014 Perppu 1/2014, yang belum diverifikasi ke naskah "
        "asli; larangan dan ancaman pidananya tidak dinilai di sini."
    ),
    _("Tidak ada baris yang berlaku pada hari itu untuk perbuatan ini; itu tidak berarti boleh."),
    _(
        "Tidak ada baris yang berlaku pada hari itu untuk perbuatan ini; itu tidak berarti boleh. Pejabat memilih "
        "dasar dari %(articles)s."
    ),
)

# What is wrong with a team or a council.
COMPOSITION = (
    _("Pelanggaran dengan ancaman hukuman berat diperiksa oleh tim pemeriksa."),
    _("Atasan langsung terlibat dalam pelanggaran; gantilah dengan atasan yang lebih tinggi."),
    _("Tim belum memuat %(element)s."),
    _("Tim belum mempunyai %(role)s."),
    _("Majelis Kode Etik harus mempunyai satu %(role)s merangkap anggota."),
    _("Majelis Kode Etik memerlukan sekurang-kurangnya tiga anggota lain."),
    _("Majelis Kode Etik yang lebih dari lima orang harus berjumlah ganjil."),
    _("%(member)s lebih rendah jabatan atau pangkatnya dari yang diperiksa."),
    _("%(member)s lebih rendah jabatan dan pangkatnya dari yang diperiksa."),
    _("%(member)s lebih rendah jabatannya saja; Pasal 18 ayat (3) menyebut jabatan dan pangkat."),
    _("%(member)s lebih rendah pangkatnya saja; Pasal 18 ayat (3) menyebut jabatan dan pangkat."),
    _("atasan langsung"),
    _("unsur pengawasan"),
    _("unsur kepegawaian"),
    _("ketua"),
    _("sekretaris"),
    _("anggota"),
)

# What a grave breach of discipline means for a candidate PNS.
CANDIDATES = (
    _(
        "Calon PNS yang terbukti melakukan pelanggaran disiplin tingkat sedang atau berat diberhentikan sebagai calon "
        "PNS (%(source)s; %(mark)s). %(discipline)s Kedua peraturan tidak menyebut mana yang didahulukan; pejabat "
        "yang memutuskan, dengan alasan. PP 17/2020, yang mengubah PP 11/2017, belum dibaca."
    ),
    _(
        "Sebelum %(since)s berlaku hukum lain tentang calon PNS, yang belum dibaca; sejak hari itu calon PNS yang "
        "terbukti melakukan pelanggaran disiplin tingkat sedang atau berat diberhentikan sebagai calon PNS "
        "(%(source)s). %(discipline)s"
    ),
    _(
        "PP 53/2010, yang berlaku juga bagi calon PNS (Pasal 2), mengenakan hukuman disiplin untuk pelanggaran yang "
        "sama."
    ),
    _(
        "PP 94/2021, yang mutatis mutandis berlaku untuk calon PNS (Pasal 43), mengenakan hukuman disiplin untuk "
        "pelanggaran yang sama."
    ),
    _(
        "PP 53/2010 (Pasal 2) dan PP 94/2021 (Pasal 43), yang berlaku juga bagi calon PNS, mengenakan hukuman disiplin "
        "untuk pelanggaran yang sama."
    ),
)

ALL = frozenset((*RULINGS, *CONFLICTS, *UNREAD, *BRINGS, *MAY_I, *COMPOSITION, *CANDIDATES))
