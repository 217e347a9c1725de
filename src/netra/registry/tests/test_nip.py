"""The eighteen digits of a NIP, read by hand."""

from __future__ import annotations

from datetime import date

import pytest

from netra.registry.nip import InvalidNip, Sex, masked, parse


class WhenTheNumberIsWhole:
    def it_says_birth_appointment_sex_and_serial(self):
        nip = parse("198609262015051001")
        assert nip.birth_date == date(1986, 9, 26)
        assert nip.appointment_month == date(2015, 5, 1)
        assert nip.sex is Sex.MALE
        assert nip.serial == 1
        assert not nip.is_pppk

    @pytest.mark.parametrize("text", ["19860926 201505 1 001", "19860926.201505.1.001", " 198609262015051001 "])
    def it_may_be_written_in_groups(self, text):
        assert parse(text).digits == "198609262015051001"

    def it_knows_a_woman(self):
        assert parse("198609262015052001").sex is Sex.FEMALE

    def it_reads_a_pppk_number_with_its_contract_instead_of_a_month(self):
        first, second = parse("199001012022211001"), parse("199001012022221001")
        assert (first.is_pppk, first.contract, first.appointment_month.year) == (True, 1, 2022)
        assert second.contract == 2

    def it_is_written_in_groups_on_letters(self):
        assert parse("198609262015051001").formatted() == "19860926 201505 1 001"

    def it_hides_the_birthday_when_masked(self):
        assert parse("198609262015051001").masked() == masked("198609262015051001") == "1986•••• •••••• • 001"


class WhenTheNumberIsWrong:
    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("", "18 angka"),
            ("19860926201505100", "tertulis 17 angka"),
            ("1986092620150510011", "tertulis 19 angka"),
            ("19860926201505100A", "ditemukan A"),
            ("١٩٨٦٠٩٢٦٢٠١٥٠٥١٠٠١", "hanya boleh berisi angka"),
            ("1.98609E+17", "tersimpan sebagai angka"),
            ("198613262015051001", "tanggal lahir"),
            ("198602302015051001", "tanggal lahir"),
            ("198609262015131001", "bulan pengangkatan"),
            ("198609262015001001", "bulan pengangkatan"),
            ("198609262015053001", "jenis kelamin"),
            ("198609262015051000", "Nomor urut"),
            ("198609261999051001", "tidak cocok"),
            ("194009262015051001", "tidak cocok"),
            ("000101010020011001", "Tahun lahir 0001"),
            ("185001011870011001", "Tahun lahir 1850"),
            ("185001011870011001", "Tahun pengangkatan 1870"),
            ("200601012021011001", "tidak cocok"),
            # Sixteen only in November of that year.
            ("200511012021101001", "tidak cocok"),
            ("198001012010211001", "PPPK paling awal 2014"),
        ],
    )
    def it_is_refused_with_the_reason(self, text, reason):
        with pytest.raises(InvalidNip, match=reason):
            parse(text)

    def it_names_every_fault_at_once(self):
        with pytest.raises(InvalidNip) as caught:
            parse("198613262015139000")
        assert len(caught.value.reasons) == 4
