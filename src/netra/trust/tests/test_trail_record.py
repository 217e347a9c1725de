from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from netra.trust import trail
from netra.trust.actors import LinkActor, ReporterActor, SystemActor
from netra.trust.models import ChainHead, DailyHead, DailyRoot, Event
from netra.trust.tests import builders
from netra.trust.tests.builders import MORNING, SYSTEM, TODAY, later, write
from netra.trust.trail import PayloadRefused

pytestmark = pytest.mark.django_db
CHAIN = "case:PKR-2026-AAAA"


def _close(reason: str) -> Event:
    return trail.record(
        chain="report:LAP-2026-AAAA",
        verb="intake.report_close",
        by=SYSTEM,
        at=MORNING,
        subject="report:LAP-2026-AAAA",
        payload={"report": "LAP-2026-AAAA", "outcome": "WITHDRAWN", "reason": reason},
    )


def _login(**over: Any) -> Event:
    call: dict[str, Any] = {"chain": "house", "verb": "trust.login", "by": SYSTEM, "at": MORNING, "subject": "user:1"}
    return trail.record(**call | over)


class WhenAnEventIsWritten:
    def it_carries_the_hash_of_the_one_before(self):
        first, second, third = write(CHAIN, 3)
        assert [event.seq for event in (first, second, third)] == [1, 2, 3]
        assert first.prev_hash == "0" * 64
        assert (second.prev_hash, third.prev_hash) == (first.hash, second.hash)
        assert ChainHead.objects.get(pk=CHAIN).hash == third.hash

    def it_has_the_hash_that_anyone_can_compute_from_the_documented_form(self):
        """Fixed by hand, so that an old export stays verifiable by every later version."""
        event = trail.record(
            chain=CHAIN,
            verb="cases.case_close",
            by=SystemActor("tests"),
            at=MORNING,
            subject="case:PKR-2026-AAAA",
            payload={"case": "PKR-2026-AAAA", "outcome": "NOT_PROVEN"},
            citation="Pasal 454 ayat (7) UU 7/2017",
        )
        # The bytes that were hashed, with sha256sum, outside this program:
        # {"actor":"system:tests","at":"2026-11-23T02:00:00.000000+00:00","chain":"case:PKR-2026-AAAA",
        # "citation":"Pasal 454 ayat (7) UU 7/2017","clock_regressed":false,
        # "payload":"{\"case\":\"PKR-2026-AAAA\",\"outcome\":\"NOT_PROVEN\"}",
        # "prev_hash":"0000000000000000000000000000000000000000000000000000000000000000",
        # "seq":1,"subject":"case:PKR-2026-AAAA","verb":"cases.case_close"}
        assert event.hash == "fdc40e0bc2a2be51e5a4d4c2d7888b0bfadab63c0fa3b6421f4615d1192477b8"

    def it_starts_every_chain_anew(self):
        write(CHAIN, 2)
        (other,) = write("agency:JAMBI-KOTA")
        assert (other.seq, other.prev_hash) == (1, "0" * 64)

    def it_takes_the_same_moment_in_any_time_zone_for_the_same(self):
        in_jayapura = MORNING.astimezone(timezone(timedelta(hours=9)))
        (event,) = write(CHAIN, at=in_jayapura)
        event.refresh_from_db()
        assert trail.verify_chain(CHAIN).ok
        assert event.at == MORNING

    def it_costs_three_queries_in_a_chain_that_exists(self, django_assert_num_queries):
        write(CHAIN)
        with django_assert_num_queries(3):
            write(CHAIN)


class WhenTheClockJumpsBack:
    def it_records_the_moment_as_given_and_says_so(self):
        write(CHAIN, at=later(hours=2))
        (early,) = write(CHAIN, at=later(hours=1))
        (after,) = write(CHAIN, at=later(hours=3))
        assert (early.at, early.clock_regressed) == (later(hours=1), True)
        assert not after.clock_regressed
        assert trail.verify_chain(CHAIN).ok

    def it_does_not_mind_two_events_at_the_same_moment(self):
        assert [event.clock_regressed for event in write(CHAIN, 2)] == [False, False]


class WhenSomebodyTriesToKeepWhatMustNotBeKept:
    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("terlapor ber-NIP 198701012010011001", "NIP"),
            ("NIP. 19870101 201001 1 001 hadir", "NIP"),
            ("NIK 1571021203870001.", "NIK"),
            ("nik:157102-120387-0001", "NIK"),
            ("١٥٧١٠٢١٢٠٣٨٧٠٠٠١", "NIK"),
            ("surat ke sari.contoh@example.org", "surel"),
            ("hubungi 0812-3456-7890", "telepon"),
            ("WA +62 812 3456 7890", "telepon"),
            ("WA 6281234567890", "telepon"),
            ("a" * 501, "501 karakter"),
            ("nol\x00nol", "kendali"),
            ("balik \u202e arah", "tak terlihat"),
            ("\ud800", "tak terlihat"),
        ],
    )
    def it_is_refused_with_the_reason(self, text, kind):
        with pytest.raises(PayloadRefused, match=kind) as refused:
            _close(text)
        assert text not in str(refused.value)
        assert not Event.objects.exists()

    @pytest.mark.parametrize(
        "text",
        [
            "Pelapor mencabut laporan pada 2026-11-23, nomor 800/1234/BKPSDM/2026",
            "Tenggat 7 hari kerja (2026-11-23 s.d. 2026-12-01)",
            "a" * 500,
            "baris satu\nbaris dua",
            "9" * 17,
            "Rp1.500.000.000.000",
            "1234567890123456" * 4,  # 64 hexadecimal digits: a SHA-256 that happens to have only decimal ones
        ],
    )
    def it_lets_ordinary_words_pass(self, text):
        assert json.loads(_close(text).payload)["reason"] == text

    def it_looks_into_numbers_subjects_and_citations_too(self):
        with pytest.raises(PayloadRefused, match="NIP"):
            _login(payload={"user": 198701012010011001})
        with pytest.raises(PayloadRefused, match="NIP"):
            _login(subject="civil_servant:198701012010011001")
        with pytest.raises(PayloadRefused, match="surel"):
            _login(citation="lihat a@b.id")


class WhenTheCallerIsWrong:
    @pytest.mark.parametrize(
        ("change", "error"),
        [
            ({"verb": "cases.case_forget"}, LookupError),
            ({"chain": "case"}, ValueError),
            ({"chain": "person:Budi"}, ValueError),
            ({"subject": "Budi (contoh)"}, ValueError),
            ({"payload": {"name": "Budi"}}, ValueError),
            ({"payload": {"user": ["a"]}}, ValueError),
            ({"payload": {"user": 1.5}}, ValueError),
            ({"at": datetime(2026, 11, 23)}, ValueError),
        ],
    )
    def it_fails_before_anything_is_written(self, change, error):
        with pytest.raises(error):
            _login(**change)
        assert not ChainHead.objects.exists()


class WhenSoftwareTriesToRewriteTheTrail:
    @pytest.fixture(autouse=True)
    def _a_closed_day(self):
        write(CHAIN)
        trail.close_day(TODAY, later(hours=12))

    @pytest.mark.parametrize("model", [Event, DailyRoot, DailyHead])
    def it_is_stopped_by_the_database(self, model):
        column = "hash" if model is not DailyRoot else "root"
        before = list(model.objects.order_by("pk").values())
        for attempt in (
            lambda: model.objects.update(**{column: "f" * 64}),
            lambda: model.objects.all()._raw_delete("default"),
        ):
            with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
                attempt()
        assert before and list(model.objects.order_by("pk").values()) == before

    @pytest.mark.skipif("connection.vendor != 'sqlite'")
    @pytest.mark.parametrize("model", [Event, DailyRoot, DailyHead])
    @pytest.mark.parametrize("number", ["id", "id + 1000"], ids=["same number", "same place"])
    def it_lets_no_row_be_put_in_the_place_of_another(self, model, number):
        """SQLite removes what stands in the way of INSERT OR REPLACE without asking the lock against deleting."""
        before = list(model.objects.order_by("pk").values())
        table, columns = model._meta.db_table, [field.column for field in model._meta.concrete_fields]
        into, values = ", ".join(columns), ", ".join([number, *columns[1:]])
        copy = f"INSERT OR REPLACE INTO {table} ({into}) SELECT {values} FROM {table}"  # noqa: S608 -- columns
        with (
            pytest.raises(DatabaseError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(copy)
        assert before and list(model.objects.order_by("pk").values()) == before

    @pytest.mark.skipif("connection.vendor != 'postgresql'")
    @pytest.mark.parametrize("table", ["trust_event", "trust_dailyroot", "trust_dailyhead"])
    def it_cannot_empty_a_table_either(self, table):
        with (
            pytest.raises(DatabaseError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"TRUNCATE {table}")


class WhenAChainIsRead:
    def it_tells_the_story_in_words_with_roles(self):
        wayan = builders.wayan()
        write(CHAIN, by=ReporterActor("PLP-2026-AAAA"))
        write(CHAIN, by=LinkActor("TAU-2026-AAAA"))
        write(CHAIN, by=SystemActor("demo"))
        trail.record(
            chain=CHAIN,
            verb="cases.case_register",
            by=wayan,
            at=MORNING,
            subject=CHAIN,
            payload={"case": "PKR-2026-AAAA"},
            citation="Pasal 454 UU 7/2017",
        )
        entries = trail.history(CHAIN)
        assert [entry.actor_label for entry in entries] == [
            "Pelapor PLP-2026-AAAA",
            "Pemegang tautan pribadi TAU-2026-AAAA",
            "Sistem (demo)",
            "Petugas penerima laporan (Bawaslu)",
        ]
        last = entries[-1]
        assert (last.label, last.citation) == ("Perkara diregistrasi", "Pasal 454 UU 7/2017")
        assert last.payload == {"case": "PKR-2026-AAAA"}

    def it_names_officers_only_where_asked(self):
        write(CHAIN, by=builders.wayan())
        assert "Wayan" not in trail.history(CHAIN)[0].actor_label
        (entry,) = trail.history(CHAIN, with_names=True)
        assert entry.actor_label == "Petugas penerima laporan (Bawaslu): Wayan (contoh)"

    def it_asks_the_database_a_constant_number_of_times(self, django_assert_num_queries):
        for officer in (builders.wayan(), builders.dewi(), builders.rahmat()):
            write(CHAIN, 5, by=officer)
        with django_assert_num_queries(3):
            assert len(trail.history(CHAIN, with_names=True)) == 15
