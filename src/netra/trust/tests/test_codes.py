from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netra.trust import codes, crockford, refs
from netra.trust.codes import InvalidCode
from netra.trust.tests.builders import MORNING, later

WORDS = st.text(alphabet=crockford.ALPHABET, min_size=16, max_size=16)


def it_makes_codes_of_eighty_bits_in_groups_of_four():
    code = codes.new_code()
    assert [len(group) for group in code.split("-")] == [4, 4, 4, 4, 1]
    assert len({codes.new_code() for _ in range(1000)}) == 1000


def it_never_uses_letters_that_hands_confuse():
    assert set("ILOU").isdisjoint(crockford.ALPHABET)
    assert len(crockford.ALPHABET) == 32


@given(WORDS)
def it_reads_a_code_however_it_was_written_down(body):
    code = codes.normalise(body + crockford.check_character(body))
    sloppy = " " + code.lower().replace("-", " ").replace("0", "o").replace("1", "l") + "\n"
    assert codes.normalise(sloppy) == code
    assert codes.fingerprint(sloppy) == codes.fingerprint(code)


@given(WORDS, st.integers(0, 16), st.sampled_from(crockford.ALPHABET))
def it_notices_every_single_wrong_character(body, place, wrong):
    word = body + crockford.check_character(body)
    if word[place] == wrong:
        return
    with pytest.raises(InvalidCode):
        codes.normalise(word[:place] + wrong + word[place + 1 :])


@given(WORDS, st.integers(0, 15))
def it_notices_every_two_neighbours_swapped(body, place):
    word = body + crockford.check_character(body)
    if word[place] == word[place + 1]:
        return
    with pytest.raises(InvalidCode):
        codes.normalise(word[:place] + word[place + 1] + word[place] + word[place + 2 :])


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("", "yang diketik 0"),
        ("7K3Q", "yang diketik 4"),
        ("A" * 10_000, "yang diketik 10000"),
        ("UUUU-UUUU-UUUU-UUUU-U", "tanpa huruf U"),
        ("<b>7K3Q-X9AB-CDEFGH", "tanpa huruf U"),
        ("٠" * 17, "tanpa huruf U"),
    ],
)
def it_says_what_is_wrong_without_repeating_the_code(text, hint):
    with pytest.raises(InvalidCode, match=hint) as refused:
        codes.normalise(text)
    assert not text or text not in str(refused.value)


def it_keeps_a_fingerprint_that_depends_on_the_key_of_the_instance(settings):
    code = codes.new_code()
    before = codes.fingerprint(code)
    assert len(before) == 64 and code.replace("-", "") not in before
    settings.EVIDENCE_KEY = "another-instance-with-another-evidence-key"
    assert codes.fingerprint(code) != before


class WhenSomethingGetsAReference:
    def it_carries_the_year_of_indonesia_and_no_order(self):
        new_year_in_jambi = later(days=38, hours=16)  # 31 December 2026, 18:00 UTC
        assert refs.new_ref("PKR", MORNING).startswith("PKR-2026-")
        assert refs.new_ref("PKR", new_year_in_jambi).startswith("PKR-2027-")
        made = [refs.new_ref("PKR", MORNING) for _ in range(200)]
        assert len(set(made)) == 200
        assert made != sorted(made)
