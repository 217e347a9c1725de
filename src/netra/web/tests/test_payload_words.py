"""Whatever the trail may keep, a page says in words: what it is, and what it says. No code, no True, no 2024-07-16."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.utils import translation

from netra.registry.tests.builders import make_agency
from netra.trust.acts import ACTS
from netra.trust.trail import Entry
from netra.web.payload_labels import LABELS
from netra.web.payload_words import CODES, READ, READ_IN, in_words
from netra.web.words import translated

# Keys that mean something else from act to act: each act says for itself how it is read.
OF_EACH_ACT = {"channel", "kind", "level", "mode", "outcome", "reason", "rule"}
CODE = re.compile(r"\b[A-Z]+_[A-Z_]+\b|\b(True|False|None)\b")
WHITE_LIST = [(code, key) for code, act in ACTS.items() for key in sorted(act.payload)]


def told(verb: str, **payload: str | int | bool | None) -> dict[str, str]:
    """What a page shows of one event."""
    entry = Entry(1, datetime(2026, 7, 14, tzinfo=UTC), verb, "", "", "", "", payload, "", False, "0" * 64)
    (line,) = in_words([entry])
    return dict(line.facts)


def test_every_key_of_the_white_list_has_a_word_and_no_word_is_without_a_key():
    keys = set().union(*(act.payload for act in ACTS.values()))
    assert {key for key in LABELS if isinstance(key, str)} == keys
    assert {pair for pair in LABELS if isinstance(pair, tuple)} <= set(WHITE_LIST)


def says_how_it_is_read(verb: str, key: str) -> bool:
    """In one place: by its act where acts mean different things by it, else by its act or for all of them."""
    return ((verb, key) in READ_IN) if key in OF_EACH_ACT else (key in READ) != ((verb, key) in READ_IN)


def test_every_key_of_every_act_says_how_its_values_are_read():
    assert [pair for pair in WHITE_LIST if not says_how_it_is_read(*pair)] == []


def test_nothing_is_read_that_the_trail_may_not_keep():
    assert READ.keys() <= {key for _verb, key in WHITE_LIST}
    assert READ_IN.keys() <= set(WHITE_LIST)


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_words_are_a_code(language: str):
    with translation.override(language):
        words = [translated(str(each)) for codes in CODES for each in codes.words.values()]
        words += [str(label) for label in LABELS.values()]
    assert len(words) > 200
    assert [each for each in words if CODE.search(each)] == []


def test_every_word_is_translated():
    """Words that are the same in both languages stand in SAME."""
    same = {"PNS", "WhatsApp", "Administrator", "Auditor", "SHA-256"}
    words = [each for codes in CODES for each in codes.words.values()]
    with translation.override("id"):
        indonesian = [str(each) for each in words]
    with translation.override("en"):
        english = [translated(str(each)) for each in words]
    assert sorted({word for word, other in zip(indonesian, english, strict=True) if word == other} - same) == []


# Values that pages once showed as they were kept, and as they are meant.
SAID = [
    ("sanctions.decision_make", {"deviation": False}, "Penyimpangan", "tidak", "no"),
    ("sanctions.decision_make", {"kind": "DISCIPLINE"}, "Jenis keputusan", "Hukuman disiplin", "Disciplinary penalty"),
    ("sanctions.decision_make", {"level": "LIGHT"}, "Tingkat", "hukuman disiplin ringan", "light disciplinary penalty"),
    ("sanctions.decision_make", {"sanction": "written_reprimand"}, "Hukuman", "Teguran tertulis", "Written reprimand"),
    ("sanctions.council_hear", {"defended": True}, "Membela diri", "ya", "yes"),
    ("sanctions.council_decide", {"outcome": "not_breached"}, "Putusan", "tidak melanggar", "not in breach"),
    ("sanctions.appeal_decide", {"outcome": "ANNULLED"}, "Putusan", "dibatalkan", "annulled"),
    ("sanctions.appeal_decide", {"level": ""}, "Tingkat sesudahnya", "tidak ada", "none"),
    ("sanctions.moral_impose", {"mode": "OPEN"}, "Cara dinyatakan", "Pernyataan terbuka", "Open statement"),
    ("letters.letter_finalise", {"kind": "TEAM_DECREE"}, "Jenis surat", None, None),
    ("intake.report_submit", {"channel": "WALK_IN"}, "Saluran", "Datang langsung", "In person"),
    ("intake.report_submit", {"mode": "ANONYMOUS"}, "Kerahasiaan pelapor", "Tanpa nama", "Without a name"),
    ("intake.report_submit", {"election": "GENERAL"}, "Pemilihan", "Pemilihan umum", "General election"),
    ("intake.report_close", {"outcome": "NOT_REGISTERED"}, "Hasil", "Tidak diregistrasi", "Not registered"),
    ("intake.report_close", {"reason": "LATE"}, "Alasan", "Disampaikan melewati jangka waktu pelaporan", None),
    ("intake.report_check", {"formal": True}, "Syarat formal", "terpenuhi", "met"),
    ("intake.report_check", {"material": False}, "Syarat materiel", "belum terpenuhi", "not met yet"),
    ("intake.report_check", {"missing": "TIME PLACE"}, "Yang kurang", "Waktu kejadian; Tempat kejadian", None),
    ("intake.report_check", {"missing": ""}, "Yang kurang", "–", "–"),
    ("intake.report_reroute", {"region": "15.71"}, "Wilayah", "Kota Jambi, Provinsi Jambi", None),
    ("cases.plenary_decide", {"outcome": "TO_REFER"}, "Putusan", "Diputus untuk diteruskan", None),
    ("cases.case_recommend", {"level": "SEVERE"}, "Tingkat", "hukuman disiplin berat", None),
    ("cases.act_add", {"act": 2}, "Perbuatan", "P2", "P2"),
    ("cases.act_add", {"act_date": "2024-07-16"}, "Tanggal perbuatan", "16 Juli 2024", "16 July 2024"),
    ("cases.party_add", {"party": 1}, "Terlapor", "T1", "T1"),
    ("cases.deadline_extend", {"rule": "delivery"}, "Tenggat", None, None),
    ("sanctions.decision_enforce", {"rule": "PP 94/2021 Pasal 38"}, "Dasar mulai berlaku", "PP 94/2021 Pasal 38", None),
    ("trust.login", {"user": "user:12"}, "Akun", "akun nomor 12", "account no. 12"),
    ("trust.role_grant", {"until": None}, "Sampai", "–", "–"),
    ("registry.import_run", {"kind": "UNITS"}, "Jenis data", "Unit kerja", None),
]


@pytest.mark.parametrize(("verb", "payload", "label", "words", "english"), SAID)
@pytest.mark.django_db
def test_a_value_is_said_in_words(verb, payload, label, words, english):
    (found,) = told(verb, **payload).items()
    assert found[0] == label
    assert words in {None, found[1]}
    assert not CODE.search(found[1])
    with translation.override("en"):
        (other,) = told(verb, **payload).values()
    assert english in {None, other}
    assert not CODE.search(other)


@pytest.mark.django_db
def test_agencies_are_called_by_their_names_in_one_query(django_assert_num_queries):
    make_agency(code="BAWASLU-15", name="Bawaslu Provinsi Jambi")
    entries = [
        Entry(1, datetime(2026, 7, 14, tzinfo=UTC), verb, "", "", "", "", {"agency": code}, "", False, "0" * 64)
        for verb, code in (
            ("intake.report_bypass_set", "BAWASLU-15 TIDAK-ADA"),
            ("cases.case_recommend", "BAWASLU-15"),
        )
    ]
    with django_assert_num_queries(1):
        first, second = in_words(entries)
    assert dict(first.facts) == {"Instansi atasan": "Bawaslu Provinsi Jambi; TIDAK-ADA"}
    assert dict(second.facts) == {"Instansi": "Bawaslu Provinsi Jambi"}


def test_a_code_that_nobody_knows_any_more_is_shown_as_it_was_kept():
    assert told("intake.report_submit", channel="TELEX") == {"Saluran": "TELEX"}


def test_a_trail_without_agencies_and_elections_asks_the_database_nothing(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        told("trust.evidence_read", evidence="BKT-2026-X")
