"""Every key that the trail may keep has a word."""

from netra.trust.acts import ACTS
from netra.web.payload_words import PAYLOAD_WORDS


def test_every_key_of_the_white_list_has_a_word_and_no_word_is_without_a_key():
    keys = set().union(*(act.payload for act in ACTS.values()))
    assert set(PAYLOAD_WORDS) == keys
