from __future__ import annotations

import pytest

from netra.trust.models import SignInThrottle
from netra.trust.operations import (
    SignInRefused,
    sign_in,
)
from netra.trust.tests import builders
from netra.trust.tests.builders import MORNING, PASSWORD, later

pytestmark = pytest.mark.django_db
OFFICE, STRANGER = "192.0.2.7", "198.51.100.9"


class WhenSomebodyComesIn:
    @pytest.mark.parametrize(
        ("username", "password"), [("wayan", "keliru"), ("siapa", PASSWORD), ("", ""), ("wayan\x00", "x" * 10_000)]
    )
    def it_never_says_which_of_the_two_was_wrong(self, username, password):
        builders.wayan()
        with pytest.raises(SignInRefused, match="Nama pengguna atau kata sandi tidak cocok"):
            sign_in(username=username, password=password, sender=OFFICE, at=MORNING)
        assert builders.verbs() == []

    def _fail(self, count: int, username: str = "wayan", sender: str = OFFICE) -> None:
        for _ in range(count):
            with pytest.raises(SignInRefused, match="tidak cocok"):
                sign_in(username=username, password="keliru", sender=sender, at=MORNING)

    def it_slows_down_after_five_failures_even_for_the_right_password(self):
        builders.wayan()
        self._fail(5)
        with pytest.raises(SignInRefused, match=r"setelah pukul 09\.15"):
            sign_in(username="wayan", password=PASSWORD, sender=OFFICE, at=later(minutes=14))
        assert sign_in(username="wayan", password=PASSWORD, sender=OFFICE, at=later(minutes=15))

    @pytest.mark.parametrize("username", ["wayan", "siapa"])
    def it_waits_twice_as_long_after_each_further_failure_whether_the_account_exists_or_not(self, username):
        """Five failures at 09.00, then one at the end of every wait: 15, 30, 60, 120, 240 and again 240 minutes."""
        builders.wayan()
        self._fail(5, username)
        ends = [(15, "09.15"), (45, "09.45"), (105, "10.45"), (225, "12.45"), (465, "16.45"), (705, "20.45")]
        for end, told in ends:
            with pytest.raises(SignInRefused, match=f"setelah pukul {told}; gagal lagi sesudahnya"):
                sign_in(username=username, password="keliru", sender=OFFICE, at=later(minutes=end - 1))
            with pytest.raises(SignInRefused, match="tidak cocok"):
                sign_in(username=username, password="keliru", sender=OFFICE, at=later(minutes=end))

    def it_begins_with_the_shortest_wait_again_after_a_success(self):
        builders.wayan()
        self._fail(5)
        with pytest.raises(SignInRefused, match="tidak cocok"):
            sign_in(username="wayan", password="keliru", sender=OFFICE, at=later(minutes=15))
        assert sign_in(username="wayan", password=PASSWORD, sender=OFFICE, at=later(minutes=45))
        for _ in range(5):
            with pytest.raises(SignInRefused, match="tidak cocok"):
                sign_in(username="wayan", password="keliru", sender=OFFICE, at=later(minutes=46))
        assert sign_in(username="wayan", password=PASSWORD, sender=OFFICE, at=later(minutes=61))

    def it_does_not_make_the_officer_wait_longer_for_what_a_stranger_does_to_his_name(self):
        """A hundred failures from everywhere close the name for a quarter of an hour, and never for longer."""
        builders.wayan()
        for minutes in (0, 15, 30):
            for number in range(20):
                for _ in range(5):
                    with pytest.raises(SignInRefused, match="tidak cocok"):
                        sign_in(
                            username="wayan",
                            password="keliru",
                            sender=f"198.51.{minutes}.{number}",
                            at=later(minutes=minutes),
                        )
            with pytest.raises(SignInRefused, match="Sudah 100 kali"):
                sign_in(username="wayan", password=PASSWORD, sender=OFFICE, at=later(minutes=minutes + 14))
        assert sign_in(username="wayan", password=PASSWORD, sender=OFFICE, at=later(minutes=45))

    def it_starts_afresh_after_a_success(self):
        builders.wayan()
        self._fail(4)
        sign_in(username="wayan", password=PASSWORD, sender=OFFICE, at=MORNING)
        self._fail(5)

    def it_slows_down_unknown_names_the_same_way(self):
        self._fail(5, "siapa")
        with pytest.raises(SignInRefused, match="Sudah 5 kali"):
            sign_in(username="siapa", password=PASSWORD, sender=OFFICE, at=MORNING)

    def it_does_not_punish_others(self):
        builders.wayan()
        builders.dewi()
        self._fail(5)
        assert sign_in(username="dewi", password=PASSWORD, sender=OFFICE, at=MORNING)

    def it_keeps_no_name_that_was_typed_and_forgets_old_failures(self):
        self._fail(1, "kata-sandi-saya-di-kolom-yang-salah")
        kept = "".join(SignInThrottle.objects.values_list("fingerprint", flat=True))
        assert "kata" not in kept and OFFICE not in kept
        with pytest.raises(SignInRefused):
            sign_in(username="lain", password="keliru", sender=OFFICE, at=later(minutes=16))
        assert set(SignInThrottle.objects.values_list("since_at", flat=True)) == {later(minutes=16)}

    def it_does_not_let_a_stranger_lock_an_officer_out(self):
        builders.wayan()
        self._fail(5, sender=STRANGER)
        with pytest.raises(SignInRefused, match="Sudah 5 kali"):
            sign_in(username="wayan", password=PASSWORD, sender=STRANGER, at=MORNING)
        assert sign_in(username="wayan", password=PASSWORD, sender=OFFICE, at=MORNING)

    def it_stops_a_stranger_who_tries_one_name_after_the_other(self):
        builders.dewi()
        for number in range(20):
            self._fail(1, f"nama-{number}", sender=STRANGER)
        with pytest.raises(SignInRefused, match="dari sambungan ini"):
            sign_in(username="dewi", password=PASSWORD, sender=STRANGER, at=MORNING)
        assert sign_in(username="dewi", password=PASSWORD, sender=OFFICE, at=MORNING)

    def it_stops_many_machines_that_guess_one_name_together(self):
        for number in range(20):
            self._fail(5, "dewi", sender=f"198.51.100.{number}")
        with pytest.raises(SignInRefused, match="Sudah 100 kali"):
            sign_in(username="dewi", password="keliru", sender="203.0.113.1", at=MORNING)

    def it_lets_one_machine_that_was_refused_fill_no_other_count(self):
        builders.wayan()
        self._fail(5, sender=STRANGER)
        for _ in range(100):
            with pytest.raises(SignInRefused, match="Sudah 5 kali"):
                sign_in(username="wayan", password="keliru", sender=STRANGER, at=MORNING)
        assert sign_in(username="wayan", password=PASSWORD, sender=OFFICE, at=MORNING)

    def it_does_not_count_the_officers_of_one_office_who_come_in_rightly(self):
        builders.wayan()
        for _ in range(25):
            assert sign_in(username="wayan", password=PASSWORD, sender=OFFICE, at=MORNING)
