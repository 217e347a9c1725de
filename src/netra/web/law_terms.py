"""The labels of the law room, for gathering them into the translations: that room knows no Django, so it marks nothing.

A page shows a label of the law room through `words.translated`. A test holds this list to what the law room says: a new
label there asks for its line here, and then for its English in the catalogue. Articles and instruments are names and
stay as they are. Sentences stand in `law_sentences` and `law_reasons`; what is stored is found again by `law_speech`.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

# Categories, levels and phases.
ASSESSMENT = (
    _("pelanggaran kode etik"),
    _("pelanggaran disiplin"),
    _("pemberhentian status"),
    _("tindak pidana pemilu/pemilihan"),
    _("pelanggaran administrasi pemilihan"),
    _("tidak ada bentuk yang berlaku"),
    _("sanksi moral"),
    _("hukuman disiplin ringan"),
    _("hukuman disiplin sedang"),
    _("hukuman disiplin berat"),
    _("pidana"),
    _("perlu ditelaah"),
    _("bakal calon"),
    _("calon"),
    _("tanpa tingkat"),
    _("tidak diketahui"),
)

# Employment.
EMPLOYMENT = (
    _("PNS"),
    _("calon PNS"),
    _("PPPK"),
    _("kepala desa"),
    _("pejabat negara atau kepala daerah"),
    _("bukan pegawai ASN"),
)

# How a fact was checked.
VERIFICATION = (
    _("naskah terbaca"),
    _("sumber kedua"),
    _("belum diverifikasi ke naskah asli"),
    _("pembacaan"),
)

# Verdicts on a decision.
VERDICTS = (
    _("di bawah batas bawah"),
    _("sesuai"),
    _("di atas batas atas"),
    _("belum diputus"),
    _("tidak dapat dibandingkan"),
)

# Events from which a window is measured.
ANCHORS = (
    _("penetapan pasangan calon"),
    _("akhir masa jabatan"),
    _("penetapan pasangan calon terpilih"),
)

# Windows.
WINDOWS = (
    _("Larangan penggantian pejabat"),
    _("Larangan menggunakan kewenangan, program, dan kegiatan yang menguntungkan atau merugikan pasangan calon"),
)

# Units of terms.
UNITS = (
    _("hari kerja"),
    _("hari kalender"),
    _("jam"),
    _("bulan"),
)

# Answers of «Bolehkah saya?».
ANSWERS = (
    _("Boleh"),
    _("Tidak boleh"),
    _("Tanyakan dahulu"),
    _("tidak ada sanksi yang disebut"),
    _("tingkat sanksinya tidak disebut atau belum terbaca"),
    _("belum pasti: huruf yang dikutip tidak menyebut pemilihan ini"),
    # What is elected, within a sentence.
    _("Presiden dan Wakil Presiden"),
    _("anggota DPR"),
    _("anggota DPD"),
    _("anggota DPRD"),
    _("Gubernur dan Wakil Gubernur"),
    _("Bupati dan Wakil Bupati"),
    _("Wali Kota dan Wakil Wali Kota"),
)

# Conducts.
CONDUCTS = (
    _("Menyukai, mengomentari, membagikan, mengikuti akun, atau bergabung dalam grup pendukung"),
    _("Mengunggah atau menyebarluaskan ajakan, gambar, atau foto calon di media sosial"),
    _("Berfoto bersama (bakal) calon atau tim sukses dengan simbol keberpihakan dan menyebarkannya"),
    _("Memasang spanduk, baliho, atau alat peraga"),
    _("Menghadiri deklarasi, kampanye, atau pertemuan tatap muka dan memberi dukungan"),
    _("Hadir pada kampanye hanya untuk mendengar dan melihat, tanpa atribut dan tanpa dukungan"),
    _("Menjadi peserta kampanye dengan atribut partai atau atribut PNS"),
    _("Mengerahkan atau memerintahkan ASN lain atau bawahan untuk mendukung"),
    _("Menggunakan fasilitas negara atau fasilitas jabatan"),
    _("Membuat keputusan atau tindakan yang menguntungkan atau merugikan calon"),
    _("Mengadakan pertemuan, ajakan, himbauan, seruan, atau pemberian barang yang memihak"),
    _("Memberi atau mengumpulkan surat dukungan disertai fotokopi KTP"),
    _("Melakukan pendekatan kepada partai politik atau masyarakat untuk pencalonan diri atau orang lain"),
    _("Mendeklarasikan diri sebagai bakal calon tanpa cuti atau mundur"),
    _("Menjadi pembicara atau narasumber pada kegiatan partai politik"),
    _("Menjadi tim ahli, tim pemenangan, pelaksana, atau tim kampanye"),
    _("Menjadi anggota atau pengurus partai politik"),
    _("Mengikuti deklarasi atau kampanye suami/istri tanpa cuti di luar tanggungan negara"),
    _("Mengganti pejabat dalam masa larangan tanpa persetujuan tertulis Menteri"),
    _("Menggunakan kewenangan, program, atau kegiatan untuk menguntungkan calon (petahana)"),
    _("Atasan tidak memanggil, memeriksa, atau menghukum bawahan yang melanggar"),
    _("Pejabat yang berwenang menghukum tidak menghukum, atau menghukum tidak sesuai ketentuan"),
    _("(calon atau tim kampanye) Melibatkan ASN dalam kampanye"),
    _("(kepala desa) Membuat keputusan atau tindakan yang menguntungkan atau merugikan peserta"),
    _("Bentuk lain yang tidak tercantum"),
)

# Intentions and their groups.
INTENTIONS = (
    _("Hak saya sebagai warga negara"),
    _("Memberikan suara di TPS"),
    _("Membaca atau menonton visi, misi, dan program lewat media, tanpa menanggapi"),
    _("Menyebarkan pengumuman KPU atau Bawaslu tanpa memihak"),
    _("Menolak perintah atasan untuk mendukung calon, dan melaporkannya"),
    _("Keluarga dan pencalonan"),
    _("Tetap bekerja seperti biasa ketika keluarga saya menjadi calon"),
    _("Mendampingi suami atau istri saya yang menjadi calon dalam deklarasi atau kampanye"),
    _("Mencalonkan diri"),
    _("Mendekati partai politik atau masyarakat untuk pencalonan diri atau orang lain"),
    _("Mendeklarasikan diri sebagai bakal calon"),
    _("Memberi surat dukungan dengan fotokopi KTP kepada calon perseorangan"),
    _("Media sosial"),
    _("Menyukai, mengomentari, membagikan, atau mengikuti akun (bakal) calon"),
    _("Mengunggah gambar, foto, atau ajakan tentang (bakal) calon"),
    _("Berfoto bersama (bakal) calon dengan simbol keberpihakan dan menyebarkannya"),
    _("Kampanye dan acara"),
    _("Hadir pada kampanye hanya untuk mendengar visi, misi, dan program, tanpa atribut"),
    _("Ikut kampanye dengan atribut partai atau atribut PNS"),
    _("Menghadiri deklarasi, kampanye, atau pertemuan dan memberi dukungan"),
    _("Hadir pada acara kampanye karena tugas (pengamanan, protokol, kesehatan)"),
    _("Menjadi pembicara pada kegiatan partai politik"),
    _("Menjadi narasumber pada kegiatan partai politik karena tugas kedinasan"),
    _("Memasang spanduk, baliho, stiker, atau alat peraga"),
    _("Membantu tim ahli, tim pemenangan, atau tim kampanye"),
    _("Menyumbang atau mencari dana kampanye"),
    _("Jabatan dan kantor"),
    _("Mengajak orang memilih, mengadakan pertemuan, atau membagikan barang untuk calon"),
    _("Meminta bawahan atau rekan ASN mendukung calon"),
    _("Memakai kendaraan, ruang, atau fasilitas kantor untuk kampanye"),
    _("Mengambil keputusan atau tindakan jabatan yang menguntungkan calon"),
    _("Membiarkan bawahan yang melanggar netralitas"),
    _("Lainnya"),
    _("Hal lain yang tidak ada dalam daftar"),
)

# Forms of violation.
FORMS = (
    _("Memasang spanduk/baliho/alat peraga terkait bakal calon"),
    _("Sosialisasi/kampanye media sosial atau daring bagi bakal calon"),
    _("Menghadiri deklarasi/kampanye pasangan bakal calon dan memberi tindakan/dukungan aktif"),
    _("Posting, comment, share, like, atau bergabung/follow grup/akun pemenangan bakal calon"),
    _(
        "Mengunggah ke media publik foto bersama bakal calon, tim sukses dengan simbol/atribut keberpihakan, "
        "atau alat peraga"
    ),
    _("Ikut kegiatan kampanye/sosialisasi/pengenalan bakal calon atau partai politik"),
    _("Mengikuti deklarasi/kampanye suami/istri calon tanpa cuti di luar tanggungan negara"),
    _("Mendeklarasikan diri sebagai bakal calon kepala daerah (tanpa CLTN)"),
    _("Menjadi pembicara/narasumber kegiatan partai politik (kecuali tugas kedinasan)"),
    _("Mendekati partai politik terkait pengusulan diri/orang lain sebagai bakal calon"),
    _("Menjadi pelaksana kampanye, petugas atau tim sukses, tenaga ahli, penyandang atau pencari dana"),
    _("Hadir pada kampanye untuk mendengar dan melihat visi, misi, dan program, tanpa atribut"),
    _("Sebagai peserta kampanye mengerahkan PNS lain"),
    _("Sebagai peserta kampanye menggunakan fasilitas negara"),
    _("Menggunakan fasilitas terkait jabatan dalam kampanye kepala daerah"),
    _("Membuat keputusan/tindakan yang menguntungkan atau merugikan salah satu pasangan calon/partai"),
    _("Mengadakan kegiatan yang mengarah keberpihakan (pertemuan, ajakan, himbauan, seruan, pemberian barang)"),
    _("Memberi surat dukungan disertai/mengumpulkan fotokopi KTP bagi calon perseorangan (DPD/kepala daerah)"),
    _("Memasang spanduk/baliho/alat peraga terkait calon peserta pemilu/pemilihan"),
    _("Sosialisasi/kampanye media sosial atau daring bagi calon"),
    _("Mendekati partai politik atau masyarakat (perseorangan) sebagai bakal calon tanpa status CLTN"),
    _("Menghadiri deklarasi/kampanye pasangan calon dan memberi dukungan keberpihakan"),
    _("Menjadi anggota dan/atau pengurus partai politik"),
    _("Posting, comment, share, like, bergabung/follow grup/akun pemenangan calon"),
    _("Mengunggah foto bersama calon, tim sukses dengan simbol keberpihakan, atau alat peraga untuk memberi dukungan"),
    _("Menjadi tim ahli/tim pemenangan/konsultan bagi bakal calon sebelum penetapan peserta"),
    _("Menjadi tim ahli/tim pemenangan/konsultan bagi partai/calon setelah penetapan peserta"),
    _("Ikut sebagai pelaksana sebelum/sesudah kampanye atau mengerahkan orang"),
    _("Bentuk pelanggaran/dugaan lain yang tidak tercantum dalam matriks"),
    _("Atasan langsung tidak memanggil/memeriksa/melaporkan bawahan yang diduga melanggar"),
    _("Pejabat yang berwenang menghukum tidak menjatuhkan hukuman, atau menjatuhkan hukuman yang tidak sesuai"),
    _("ASN ikut sebagai pelaksana dan/atau tim kampanye Pemilu"),
    _("Pelaksana/tim kampanye mengikutsertakan ASN dan pihak terlarang lain"),
    _("Kampanye menggunakan fasilitas pemerintah, tempat ibadah, tempat pendidikan"),
    _("Pejabat negara sengaja membuat keputusan/tindakan menguntungkan/merugikan peserta dalam masa kampanye"),
    _("Kepala desa sengaja membuat keputusan/tindakan menguntungkan/merugikan peserta dalam masa kampanye"),
    _("ASN mengadakan kegiatan keberpihakan sebelum/selama/sesudah kampanye Pemilu"),
    _(
        "Pejabat negara/pejabat daerah/pejabat ASN/TNI-Polri/kades-lurah membuat keputusan/tindakan "
        "menguntungkan/merugikan paslon"
    ),
    _(
        "Kepala daerah/penjabat mengganti pejabat dalam 6 bulan sebelum penetapan paslon s.d. akhir masa "
        "jabatan tanpa persetujuan tertulis Menteri"
    ),
    _("Petahana memakai kewenangan, program, kegiatan yang menguntungkan/merugikan paslon"),
    _("Paslon melibatkan ASN, TNI/Polri, kades/lurah, pejabat BUMN/BUMD dalam kampanye"),
    _("Menggunakan fasilitas dan anggaran pemerintah/pemda dalam kampanye Pemilihan"),
)

# Sanctions, alone and with what stands beside them.
SANCTIONS = (
    _("Teguran lisan"),
    _("Teguran tertulis"),
    _("Pernyataan tidak puas secara tertulis"),
    _("Penundaan kenaikan gaji berkala selama 1 tahun"),
    _("Penundaan kenaikan pangkat selama 1 tahun"),
    _("Penurunan pangkat setingkat lebih rendah selama 1 tahun"),
    _("Penurunan pangkat setingkat lebih rendah selama 3 tahun"),
    _("Pemindahan dalam rangka penurunan jabatan setingkat lebih rendah"),
    _("Pembebasan dari jabatan"),
    _("Pemberhentian dengan hormat tidak atas permintaan sendiri sebagai PNS"),
    _("Pemberhentian tidak dengan hormat sebagai PNS"),
    # xgettext:no-python-format
    _("Pemotongan tunjangan kinerja 25% selama 6 bulan"),
    # xgettext:no-python-format
    _("Pemotongan tunjangan kinerja 25% selama 6 bulan (nominal: berlaku setelah PP tentang gaji dan tunjangan)"),
    # xgettext:no-python-format
    _("Pemotongan tunjangan kinerja 25% selama 9 bulan"),
    # xgettext:no-python-format
    _("Pemotongan tunjangan kinerja 25% selama 9 bulan (nominal: berlaku setelah PP tentang gaji dan tunjangan)"),
    # xgettext:no-python-format
    _("Pemotongan tunjangan kinerja 25% selama 12 bulan"),
    # xgettext:no-python-format
    _("Pemotongan tunjangan kinerja 25% selama 12 bulan (nominal: berlaku setelah PP tentang gaji dan tunjangan)"),
    _(
        "Penundaan kenaikan gaji berkala selama 1 tahun (sementara: dijatuhkan sampai PP tentang gaji dan "
        "tunjangan berlaku)"
    ),
    _("Penundaan kenaikan pangkat selama 1 tahun (sementara: dijatuhkan sampai PP tentang gaji dan tunjangan berlaku)"),
    _(
        "Penurunan pangkat setingkat lebih rendah selama 1 tahun (sementara: dijatuhkan sampai PP tentang "
        "gaji dan tunjangan berlaku)"
    ),
    _("Penurunan jabatan setingkat lebih rendah selama 12 bulan"),
    _("Pembebasan dari jabatannya menjadi jabatan pelaksana selama 12 bulan"),
    _("Pernyataan secara tertutup"),
    _("Pernyataan secara terbuka"),
    _("Pemberhentian tidak dengan hormat sebagai PNS karena menjadi anggota/pengurus partai politik"),
    _("Pemberhentian sebagai calon PNS karena pelanggaran disiplin tingkat sedang atau berat"),
    _("Pemberhentian tidak dengan hormat sebagai pegawai ASN karena menjadi anggota/pengurus partai politik"),
    _("Sanksi menurut peraturan instansi tentang kode etik dan disiplin PPPK"),
    _("Hukuman ringan menurut peraturan disiplin PPPK instansi"),
    _("Hukuman sedang menurut peraturan disiplin PPPK instansi"),
    _(
        "Pemutusan hubungan perjanjian kerja dengan hormat tidak atas permintaan sendiri (pelanggaran "
        "disiplin berat menurut peraturan instansi)"
    ),
    _("Pemutusan hubungan perjanjian kerja tidak dengan hormat karena menjadi anggota/pengurus partai politik"),
)

# Terms.
TERMS = (
    _("Batas menyampaikan laporan pelanggaran"),
    _("Batas menetapkan temuan pengawas"),
    _("Batas kajian awal laporan"),
    _("Batas melengkapi laporan"),
    _("Batas Bawaslu memutus hasil kajian"),
    _("Batas Bawaslu memutus bila memerlukan keterangan tambahan"),
    _("Batas meminta keterangan tambahan dari pelapor"),
    _("Batas meneruskan tindak pidana pemilihan kepada Kepolisian"),
    _("Batas verifikasi Satgas netralitas"),
    _("Batas keputusan pemberhentian PNS yang menjadi anggota atau pengurus partai politik"),
    _("Batas kajian Bawaslu atas pengaduan dari Satgas"),
    _("Batas PPK menindaklanjuti rekomendasi"),
    _("Pemanggilan pertama"),
    _("Pemanggilan kedua"),
    _("Batas penyampaian keputusan hukuman disiplin"),
    _("Batas mengirim keputusan kepada yang tidak hadir"),
    _("Mulai berlakunya hukuman disiplin"),
    _("Mulai berlakunya hukuman disiplin bagi yang tidak hadir"),
    _("Batas mengajukan keberatan"),
    _("Batas tanggapan pejabat atas keberatan"),
    _("Batas keputusan atas keberatan"),
    _("Batas mengajukan banding administratif"),
    _("Batas tanggapan PPK atas banding administratif"),
    _("Batas keputusan atas banding administratif"),
    _("Batas keputusan pemutusan hubungan kerja PPPK karena pelanggaran disiplin"),
    _("Batas keputusan pemberhentian PNS yang menjadi anggota atau pengurus partai politik"),
    _("Batas keputusan pemutusan hubungan kerja PPPK yang menjadi anggota atau pengurus partai politik"),
    _("Jadwal penghapusan berkas yang tidak terbukti, dicabut, atau kedaluwarsa"),
    _("Batas pemberitahuan kegagalan pelindungan data pribadi"),
    _("Batas memperbaiki data pribadi atas permintaan"),
    _("Batas memberi akses data pribadi atas permintaan"),
    _("Mulai larangan penggantian pejabat"),
    _("Mulai larangan penggunaan kewenangan, program, dan kegiatan"),
)

# Officials who may punish.
OFFICIALS = (
    _("Presiden"),
    _("Pejabat Pembina Kepegawaian (PPK)"),
    _("Gubernur selaku wakil Pemerintah"),
    _("Sekretaris Daerah kabupaten/kota"),
    _("Pejabat pimpinan tinggi madya"),
    _("Pejabat pimpinan tinggi pratama (eselon II)"),
    _("Pejabat administrator (eselon III)"),
    _("Pejabat pengawas (eselon IV)"),
    _("Pejabat struktural eselon V"),
    _("Pejabat fungsional ahli madya yang ditetapkan PPK"),
    _("Pejabat fungsional ahli muda yang ditetapkan PPK"),
)

ALL = frozenset(
    (
        *ASSESSMENT,
        *EMPLOYMENT,
        *VERIFICATION,
        *VERDICTS,
        *ANCHORS,
        *WINDOWS,
        *UNITS,
        *ANSWERS,
        *CONDUCTS,
        *INTENTIONS,
        *FORMS,
        *SANCTIONS,
        *TERMS,
        *OFFICIALS,
    )
)
