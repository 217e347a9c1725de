"""Whom one can be in the demo: everybody with an account, and what they do there."""

from __future__ import annotations

from dataclasses import dataclass

from netra.registry.regions import NATION
from netra.trust.acts import Role

PASSWORD = "netral sejak 2018"  # noqa: S105 -- printed at every start; the demo holds invented people only


@dataclass(frozen=True, slots=True)
class Place:
    """Where a role is held: a region, an agency, a unit of it, or the whole country."""

    region_code: str = ""
    agency_code: str = ""
    unit_code: str = ""


EVERYWHERE = Place()


@dataclass(frozen=True, slots=True)
class Member:
    """One of the cast: `task` is what the roles page says of them."""

    username: str
    full_name: str
    role: Role | None
    places: tuple[Place, ...]
    task: str


def _region(*codes: str) -> tuple[Place, ...]:
    return tuple(Place(region_code=code) for code in codes)


def _agency(code: str) -> tuple[Place, ...]:
    return (Place(agency_code=code),)


ADMINISTRATOR = Member(
    "lestari",
    "Lestari Handayani (contoh)",
    Role.ADMINISTRATOR,
    (EVERYWHERE,),
    "Administrator: akun, peran, instansi, pegawai; tidak melihat isi perkara.",
)
EXAMINER = Member(
    "gita",
    "Gita Permatasari (contoh)",
    None,
    (),
    "Pemeriksa: hanya melihat penanganan yang ditugaskan kepadanya.",
)
OTHERS = (
    Member(
        "wayan",
        "Wayan Suardana (contoh)",
        Role.INTAKE_OFFICER,
        _region("15.71"),
        "Petugas Bawaslu Kota Jambi: memeriksa laporan, menyusun kajian, meneruskan perkara.",
    ),
    Member(
        "sinta",
        "Sinta Marlina (contoh)",
        Role.INTAKE_OFFICER,
        _region("15.05", "15"),
        "Petugas Bawaslu Muaro Jambi dan Provinsi Jambi; penyetuju kedua penghapusan.",
    ),
    Member(
        "putu",
        "Putu Anggraini (contoh)",
        Role.PLENARY_MEMBER,
        _region("15.71"),
        "Anggota pleno Bawaslu Kota Jambi: memutus hasil kajian.",
    ),
    Member(
        "ratna",
        "Ratna Juwita (contoh)",
        Role.PLENARY_MEMBER,
        _region("15"),
        "Anggota pleno Bawaslu Provinsi Jambi, juga untuk Muaro Jambi.",
    ),
    Member(
        "banyu",
        "Banyu Aji (contoh)",
        Role.INTAKE_OFFICER,
        _region(NATION),
        "Petugas Bawaslu RI: pejabat kementerian, luar negeri, lintas provinsi; tidak melihat perkara provinsi.",
    ),
    Member(
        "citra",
        "Citra Maharani (contoh)",
        Role.PLENARY_MEMBER,
        _region(NATION),
        "Anggota pleno Bawaslu RI: memutus hasil kajian kantor nasional.",
    ),
    Member(
        "ani",
        "Ani Kusumawati (contoh)",
        Role.OVERSIGHT_ANALYST,
        (EVERYWHERE,),
        "Analis KASN, kini BKN: rekomendasi, papan tindak lanjut, pengingat, blokir data.",
    ),
    Member(
        "dewi",
        "Dewi Lestari Ningsih (contoh)",
        Role.PERSONNEL_OFFICER,
        _agency("JAMBI-KOTA"),
        "BKPSDM Kota Jambi: memanggil, memeriksa, menyerahkan keputusan.",
    ),
    Member(
        "rahmat",
        "Rahmat Hidayat (contoh)",
        Role.APPOINTING_AUTHORITY,
        _agency("JAMBI-KOTA"),
        "Atas nama Wali Kota Jambi (PPK): memutus dengan batas hukum di depan mata.",
    ),
    Member(
        "nurul",
        "Nurul Aini (contoh)",
        Role.PERSONNEL_OFFICER,
        _agency("MUARO-JAMBI"),
        "BKD Muaro Jambi: memanggil, memeriksa, menyerahkan keputusan.",
    ),
    Member(
        "hendra",
        "Hendra Gunawan (contoh)",
        Role.APPOINTING_AUTHORITY,
        _agency("MUARO-JAMBI"),
        "Atas nama Bupati Muaro Jambi (PPK): memutus.",
    ),
    Member(
        "fitri",
        "Fitri Handayani (contoh)",
        Role.PERSONNEL_OFFICER,
        _agency("JAMBI-PROV"),
        "BKD Provinsi Jambi: memanggil, memeriksa, menyerahkan keputusan.",
    ),
    Member(
        "arman",
        "Arman Siregar (contoh)",
        Role.APPOINTING_AUTHORITY,
        _agency("JAMBI-PROV"),
        "Atas nama Gubernur Jambi (PPK): memutus.",
    ),
    Member(
        "bustami",
        "Bustami Arif (contoh)",
        Role.UNIT_HEAD,
        (Place(agency_code="JAMBI-KOTA", unit_code="DISHUB"),),
        "Kepala Dinas Perhubungan Kota Jambi: melihat siapa di dinasnya yang belum mengaku, mencatat yang hadir.",
    ),
    EXAMINER,
    Member(
        "ketut",
        "Ketut Mahendra (contoh)",
        Role.IDENTITY_CUSTODIAN,
        (EVERYWHERE,),
        "Penjaga identitas: menyetujui atau menolak pembukaan identitas pelapor.",
    ),
    Member(
        "nyoman",
        "Nyoman Sulastri (contoh)",
        Role.IDENTITY_CUSTODIAN,
        (EVERYWHERE,),
        "Penjaga identitas kedua.",
    ),
    Member(
        "hasan",
        "Hasan Basri (contoh)",
        Role.AUDITOR,
        (EVERYWHERE,),
        "Auditor: membaca semua kecuali identitas tersegel, memeriksa jejak.",
    ),
    Member(
        "maria",
        "Maria Bere (contoh)",
        Role.INTAKE_OFFICER,
        _region("53"),
        "Petugas Bawaslu provinsi lain: tidak boleh melihat satu pun perkara Jambi.",
    ),
)
CAST = (*OTHERS, ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Desk:
    """Who works on the matters of one region or one agency."""

    officer: str
    decider: str
    office_code: str = ""


# Who studies and who sits in the plenary; the province's people also work for the regions around the city.
CITY = "15.71"
_SUPERVISORS = {CITY: ("wayan", "putu"), NATION: ("banyu", "citra")}
# Who handles and who decides, by agency; the other agencies of the demo have nobody and owe an answer.
HANDLERS = {
    "JAMBI-KOTA": Desk("dewi", "rahmat"),
    "MUARO-JAMBI": Desk("nurul", "hendra"),
    "JAMBI-PROV": Desk("fitri", "arman"),
}
# To whom an authority delegates a moral statement, by agency: the secretary of the region.
SECRETARIES = {
    "JAMBI-KOTA": "Samsul Anwar (contoh)",
    "MUARO-JAMBI": "Abdul Gani (contoh)",
    "JAMBI-PROV": "Indrawati Lubis (contoh)",
}
ANALYST = "ani"
CUSTODIANS = ("ketut", "nyoman")


def supervisor_of(region_code: str) -> Desk:
    """The officer, the plenary member and the office of a region."""
    officer, decider = _SUPERVISORS.get(region_code, ("sinta", "ratna"))
    return Desk(officer, decider, f"BAWASLU-{region_code}")
