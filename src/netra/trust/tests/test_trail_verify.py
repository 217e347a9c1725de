"""Somebody with the database in hand rewrites the past; the check names the place."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from netra.trust import trail
from netra.trust.models import ChainHead, DailyHead, DailyRoot, Event
from netra.trust.operations import trail_verify
from netra.trust.tests import builders
from netra.trust.tests.builders import MORNING, TODAY, later, write
from netra.trust.tests.locks import lock_all
from netra.trust.trail import DayRefused, LineProblem
from netra.trust.trail.canonical import Link, moment
from netra.trust.trail.head_seal import head_seal

pytestmark = pytest.mark.django_db
CHAIN = "case:PKR-2026-AAAA"
OTHER = "case:PKR-2026-BBBB"
TOMORROW = TODAY + timedelta(days=1)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture(autouse=True)
def _two_chains():
    write(CHAIN, 3)
    write(OTHER, 2)


def _problems() -> list[LineProblem]:
    """What a check finds when the forger has put the triggers back."""
    lock_all()
    return trail.verify_database().problems


def _found() -> set[tuple[str, int, str]]:
    return {(problem.chain, problem.seq, problem.code) for problem in _problems()}


def _run(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _rewrite_hashes(chain: str, *, with_keys: bool = True) -> None:
    """What a careful forger does who has the keys too: every hash, the head and its seal made to fit again."""
    prev = "0" * 64
    for event in Event.objects.filter(chain=chain).order_by("seq"):
        link = Link(
            event.chain,
            event.seq,
            moment(event.at),
            event.actor_ref,
            event.verb,
            event.subject,
            event.payload,
            event.citation,
            event.clock_regressed,
            prev,
        )
        prev, event.prev_hash = link.digest, prev
        Event.objects.filter(pk=event.pk).update(prev_hash=event.prev_hash, hash=prev)
    last = Event.objects.filter(chain=chain).order_by("-seq")[0]
    ChainHead.objects.filter(pk=chain).update(seq=last.seq, hash=last.hash)
    if with_keys:
        ChainHead.objects.filter(pk=chain).update(seal=head_seal(chain, last.seq, last.hash))


def it_finds_nothing_in_an_honest_trail():
    check = trail.verify_database()
    assert (check.ok, check.events, check.chains) == (True, 5, 2)
    assert trail.verify_chain(CHAIN).events == 3


def it_finds_nothing_in_an_empty_one_either():
    assert trail.verify_chain("case:PKR-2026-CCCC").ok


@pytest.mark.usefixtures("tampering")
class WhenAnEventWasTouched:
    @pytest.mark.parametrize(
        "change",
        [
            {"payload": '{"user":"user:99"}'},
            {"actor_ref": "user:99"},
            {"verb": "trust.user_create"},
            {"subject": "user:99"},
            {"citation": "Pasal 1"},
            {"at": later(minutes=1)},
            {"clock_regressed": True},
        ],
    )
    def it_names_the_event_that_was_changed(self, change):
        Event.objects.filter(chain=CHAIN, seq=2).update(**change)
        assert _found() == {(CHAIN, 2, "CHANGED")}
        assert not trail.verify_chain(CHAIN).ok
        assert trail.verify_chain(OTHER).ok

    def it_names_the_place_where_one_was_removed(self):
        Event.objects.filter(chain=CHAIN, seq=2)._raw_delete("default")
        assert _found() == {(CHAIN, 3, "GAP")}

    def it_notices_the_first_one_missing(self):
        Event.objects.filter(chain=CHAIN, seq=1)._raw_delete("default")
        assert _found() == {(CHAIN, 2, "GAP")}

    def it_notices_a_tail_cut_off(self):
        Event.objects.filter(chain=CHAIN, seq=3)._raw_delete("default")
        assert _found() == {(CHAIN, 2, "CUT")}

    def it_notices_a_whole_chain_taken_away(self):
        Event.objects.filter(chain=CHAIN)._raw_delete("default")
        assert _found() == {(CHAIN, 3, "CHAIN_REMOVED")}

    def it_notices_two_events_that_changed_places(self):
        Event.objects.filter(chain=CHAIN, seq=1).update(seq=9)
        Event.objects.filter(chain=CHAIN, seq=2).update(seq=1)
        Event.objects.filter(chain=CHAIN, seq=9).update(seq=2)
        assert {(chain, code) for chain, _seq, code in _found()} >= {(CHAIN, "CHANGED"), (CHAIN, "BROKEN")}

    def it_notices_an_event_put_in_at_the_end(self):
        last = Event.objects.get(chain=CHAIN, seq=3)
        last.pk, last.seq = None, 4
        last.save(force_insert=True)
        assert (CHAIN, 4, "CUT") in _found()

    def it_notices_an_event_replaced_together_with_its_own_hash(self):
        event = Event.objects.get(chain=CHAIN, seq=2)
        link = Link(
            CHAIN, 2, moment(event.at), "user:99", event.verb, event.subject, event.payload, "", False, event.prev_hash
        )
        Event.objects.filter(pk=event.pk).update(actor_ref="user:99", hash=link.digest)
        assert _found() == {(CHAIN, 3, "BROKEN")}

    def it_notices_a_head_taken_away_or_turned(self):
        ChainHead.objects.filter(pk=CHAIN).update(hash="f" * 64)
        ChainHead.objects.filter(pk=OTHER).delete()
        assert _found() == {
            (CHAIN, 3, "HEAD_OTHERWISE"),
            (CHAIN, 3, "HEAD_FORGED"),
            (OTHER, 2, "HEAD_MISSING"),
        }

    def it_notices_a_tail_cut_off_and_the_head_moved_back_without_the_keys(self):
        Event.objects.filter(chain=CHAIN, seq=3)._raw_delete("default")
        _rewrite_hashes(CHAIN, with_keys=False)
        assert _found() == {(CHAIN, 2, "HEAD_FORGED")}
        assert not trail.verify_chain(CHAIN).ok

    def it_notices_the_head_of_one_chain_put_in_the_place_of_another(self):
        other = ChainHead.objects.get(pk=OTHER)
        ChainHead.objects.filter(pk=CHAIN).update(seq=other.seq, hash=other.hash, seal=other.seal)
        assert (CHAIN, 2, "HEAD_FORGED") in _found()

    def it_notices_that_the_triggers_are_gone(self):
        (problem,) = trail.verify_database().problems
        assert problem.code == "UNLOCKED" and "trust_event" in problem.message

    @pytest.mark.parametrize("table", ["trust_event", "trust_dailyroot", "trust_dailyhead"])
    def it_notices_a_single_trigger_gone(self, table):
        lock_all()
        drop = {
            "sqlite": f"DROP TRIGGER {table}_no_delete",
            "postgresql": f"DROP TRIGGER {table}_append_only ON {table}",
        }
        _run(drop[connection.vendor])
        assert [problem.code for problem in trail.verify_database().problems] == ["UNLOCKED"]

    @pytest.mark.parametrize("table", ["trust_event", "trust_dailyroot", "trust_dailyhead"])
    def it_notices_a_trigger_of_the_same_name_that_does_nothing(self, table):
        lock_all()
        instead = {
            "sqlite": [
                f"DROP TRIGGER {table}_no_delete",
                f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} WHEN 0 BEGIN SELECT RAISE(ABORT, 'x'); END",
            ],
            "postgresql": [
                f"CREATE OR REPLACE TRIGGER {table}_append_only BEFORE DELETE OR UPDATE ON {table} "
                "FOR EACH ROW WHEN (false) EXECUTE FUNCTION trust_append_only()",
            ],
        }
        _run(*instead[connection.vendor])
        (problem,) = trail.verify_database().problems
        assert problem.code == "UNLOCKED" and table in problem.message

    @pytest.mark.skipif("connection.vendor != 'postgresql'")
    @pytest.mark.parametrize(
        "change",
        [
            "CREATE OR REPLACE FUNCTION trust_append_only() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RETURN COALESCE(NEW, OLD); END $$",
            "ALTER TABLE trust_event ENABLE REPLICA TRIGGER trust_event_append_only",
        ],
        ids=["empty function", "only while replicating"],
    )
    def it_notices_triggers_that_stand_and_no_longer_guard(self, change):
        lock_all()
        _run(change)
        assert [problem.code for problem in trail.verify_database().problems] == ["UNLOCKED"]
        _run("ALTER TABLE trust_event ENABLE TRIGGER trust_event_append_only")

    def it_says_in_words_what_is_wrong(self):
        Event.objects.filter(chain=CHAIN, seq=3)._raw_delete("default")
        (problem,) = _problems()
        assert "bernomor 2" in problem.message and "mencatat 3" in problem.message


class WhenADayIsClosed:
    def it_fixes_the_heads_that_moved_since_the_root_before(self):
        first = trail.close_day(TODAY, later(hours=12))
        write(CHAIN)
        second = trail.close_day(TOMORROW, later(days=1))
        third = trail.close_day(TOMORROW + timedelta(days=1), later(days=2))
        # What moved on the second day: the chain, and the house, which noted that the first day was closed.
        assert (first.heads, second.heads, third.heads) == (2, 2, 1)
        assert (second.prev_root, third.prev_root) == (first.root, second.root)
        assert len({first.root, second.root, third.root}) == 3
        assert builders.verbs() == ["trust.day_close"] * 3
        check = trail.verify_database()
        assert (check.ok, check.roots) == (True, 3)

    def it_answers_the_same_root_when_asked_twice(self):
        root = trail.close_day(TODAY, later(hours=12))
        write(CHAIN)
        assert trail.close_day(TODAY, later(hours=13)) == root
        assert DailyHead.objects.count() == 2

    def it_has_the_root_that_anyone_can_compute(self):
        heads = {event.chain: event for event in Event.objects.order_by("seq")}
        lines = "".join(
            f'{{"chain":"{chain}","hash":"{heads[chain].hash}","seq":{heads[chain].seq}}}\n' for chain in (CHAIN, OTHER)
        )
        total = hashlib.sha256(lines.encode()).hexdigest()
        form = f'{{"day":"2026-11-23","heads":2,"prev_root":"{"0" * 64}","sum":"{total}"}}'
        assert trail.close_day(TODAY, later(hours=12)).root == hashlib.sha256(form.encode()).hexdigest()

    def it_refuses_a_day_to_come_and_a_day_before_the_last(self):
        with pytest.raises(DayRefused, match="belum tiba"):
            trail.close_day(TOMORROW, MORNING)
        trail.close_day(TODAY, MORNING)
        with pytest.raises(DayRefused, match="akar terakhir"):
            trail.close_day(TODAY - timedelta(days=1), MORNING)

    def it_counts_the_day_as_it_is_in_jambi(self):
        late = later(hours=16)  # 18:00 UTC: already Tuesday in Jambi
        assert timezone.localdate(late) == TOMORROW
        assert trail.close_day(TOMORROW, late).day == TOMORROW

    def it_closes_more_chains_than_one_page_holds(self, monkeypatch):
        monkeypatch.setattr("netra.trust.trail.daily._BATCH", 2)
        for number in range(5):
            write(f"report:LAP-{number}")
        assert trail.close_day(TODAY, MORNING).heads == 7
        assert trail.verify_database().ok


class WhenNobodyClosesTheDay:
    def it_is_closed_by_the_first_who_writes_on_the_next(self):
        root = trail.close_past_days(later(days=1))
        assert root is not None and (root.day, root.heads) == (TODAY, 2)
        write(CHAIN, at=later(days=1))
        assert trail.close_past_days(later(days=1, hours=1)) is None, "once a day"
        check = trail.verify_database()
        assert (check.ok, check.roots) == (True, 1)

    def it_is_not_closed_while_it_lasts(self):
        assert trail.close_past_days(later(hours=14)) is None  # 23:00 in Jambi
        root = trail.close_past_days(later(hours=15))  # midnight in Jambi
        assert root is not None and root.day == TODAY

    def it_makes_one_root_for_a_silent_week(self):
        root = trail.close_past_days(later(days=7))
        assert root is not None and root.day == TODAY + timedelta(days=6)

    def it_is_told_how_many_chains_no_root_has_seen(self):
        write("report:LAP-2026-AAAA", at=later(days=1))
        assert trail.verify_database(on=TOMORROW).unrooted == 0, "yesterday's work still has its time"
        check = trail.verify_database(on=TOMORROW + timedelta(days=1))
        assert (check.ok, check.unrooted) == (True, 2)
        assert any("2 rantai bergerak sebelum kemarin" in words for words in trail.proven(check))
        trail.close_day(TOMORROW, later(days=2))
        assert trail.verify_database(on=TOMORROW + timedelta(days=1)).unrooted == 0

    def it_leaves_a_day_alone_that_lies_before_a_root(self):
        trail.close_day(TOMORROW, later(days=1))
        assert trail.close_past_days(later(days=1)) is None


class WhenTheClockStoodAYearAhead:
    """A root was taken for a day to come; then the clock was set right."""

    @pytest.fixture(autouse=True)
    def _ahead(self) -> None:
        trail.close_day(YESTERDAY, later(hours=-1))
        ahead = trail.close_past_days(later(days=365))
        assert ahead is not None and ahead.day == TODAY + timedelta(days=364)
        write(CHAIN, at=later(hours=1))

    def it_takes_the_root_of_every_day_nevertheless(self):
        for days in (1, 2):
            root = trail.close_past_days(later(days=days))
            assert root is not None and root.day == TODAY + timedelta(days=days - 1)
            assert trail.close_past_days(later(days=days, hours=1)) is None, "once a day"
        check = trail.verify_database(on=TOMORROW + timedelta(days=1))
        assert (check.ok, check.roots, check.unrooted, check.rooted) == (True, 4, 0, TOMORROW.isoformat())
        assert trail.verify_export(trail.export_lines()).ok, "the file tells the roots as they were taken"

    def it_takes_the_root_that_a_person_asks_for(self):
        assert trail.close_day(TODAY, later(hours=2)).day == TODAY
        with pytest.raises(DayRefused, match="akar terakhir"):
            trail.close_day(YESTERDAY - timedelta(days=1), later(hours=3))

    def it_goes_on_when_the_day_has_come_that_has_its_root_already(self):
        come = TODAY + timedelta(days=364)
        assert trail.close_past_days(later(days=365, hours=1)) is None, "that day is closed"
        root = trail.close_past_days(later(days=366))
        assert root is not None and root.day == come + timedelta(days=1)
        assert trail.verify_database().ok

    def it_says_so_to_whoever_checks(self):
        words = trail.proven(trail.verify_database(on=TODAY))
        assert any("22 November 2027, hari yang belum tiba" in each for each in words)
        assert not any("belum tiba" in each for each in trail.proven(trail.verify_database(on=date(2027, 11, 23))))


@pytest.mark.usefixtures("tampering")
class WhenTheForgerIsCarefulButTheDayWasClosed:
    @pytest.fixture
    def published(self) -> dict[date, str]:
        return {TODAY: trail.close_day(TODAY, later(hours=12)).root}

    @pytest.mark.usefixtures("published")
    def it_finds_a_chain_rewritten_from_end_to_end(self):
        Event.objects.filter(chain=CHAIN, seq=2).update(actor_ref="user:99")
        _rewrite_hashes(CHAIN)
        assert _found() == {(CHAIN, 3, "ROOTED_OTHERWISE")}

    @pytest.mark.usefixtures("published")
    def it_finds_a_chain_removed_together_with_its_head(self):
        Event.objects.filter(chain=CHAIN)._raw_delete("default")
        ChainHead.objects.filter(pk=CHAIN).delete()
        assert _found() == {(CHAIN, 3, "ROOTED_EVENT_REMOVED")}

    @pytest.mark.usefixtures("published")
    def it_finds_daily_heads_forged_too(self):
        Event.objects.filter(chain=CHAIN, seq=2).update(actor_ref="user:99")
        _rewrite_hashes(CHAIN)
        DailyHead.objects.filter(chain=CHAIN).update(hash=ChainHead.objects.get(pk=CHAIN).hash)
        assert _found() == {("", 0, "ROOT")}

    @pytest.mark.usefixtures("published")
    def it_finds_a_root_taken_away(self):
        DailyRoot.objects.all()._raw_delete("default")
        assert ("", 0, "ROOT_REMOVED") in _found()

    @pytest.mark.usefixtures("published")
    def it_finds_the_newest_root_taken_away_with_all_its_heads(self):
        DailyHead.objects.all()._raw_delete("default")
        DailyRoot.objects.all()._raw_delete("default")
        assert _found() == {("house", 1, "ROOT_REMOVED")}

    @pytest.mark.usefixtures("published")
    def it_finds_the_newest_root_made_anew_over_a_rewritten_chain(self):
        Event.objects.filter(chain=CHAIN, seq=2).update(actor_ref="user:99")
        _rewrite_hashes(CHAIN)
        DailyHead.objects.all()._raw_delete("default")
        DailyRoot.objects.all()._raw_delete("default")
        trail.close_day(TODAY, later(hours=12))
        assert _found() == {("house", 1, "ROOT_REMOVED")}

    @pytest.mark.usefixtures("published")
    @pytest.mark.parametrize(
        "payload", ["", "bukan JSON", "[]", "{}", '{"day":"kemarin","root":"x"}', '{"day":7,"root":"x"}', '"day"']
    )
    def it_says_in_words_that_the_closing_of_a_day_cannot_be_read_and_goes_on(self, payload: str):
        Event.objects.filter(chain="house", seq=1).update(payload=payload)
        Event.objects.filter(chain=CHAIN, seq=2).update(actor_ref="user:99")
        assert _found() >= {("house", 1, "ROOT_UNREADABLE"), (CHAIN, 2, "CHANGED")}

    def it_finds_everything_forged_when_the_root_was_published(self, published):
        Event.objects.filter(chain=CHAIN, seq=2).update(actor_ref="user:99")
        _rewrite_hashes(CHAIN)
        DailyHead.objects.all()._raw_delete("default")
        DailyRoot.objects.all()._raw_delete("default")
        Event.objects.filter(chain="house")._raw_delete("default")
        ChainHead.objects.filter(pk="house").delete()
        trail.close_day(TODAY, later(hours=12))
        assert _problems() == [], "from inside, a complete forgery is perfect"
        found = trail.verify_database(known_roots=published).problems
        assert [problem.code for problem in found] == ["ROOT_KNOWN"]


@pytest.mark.usefixtures("tampering")
class WhenSomebodyKeptAnOlderCopyOfAHead:
    """Without the keys: an old seal still fits the head it was made for."""

    @pytest.fixture(autouse=True)
    def _a_closed_day_and_a_copy_of_the_next_morning(self):
        trail.close_day(TODAY, later(hours=12))
        write(CHAIN, at=later(days=1))
        self.copy = ChainHead.objects.get(pk=CHAIN)
        write(CHAIN, at=later(days=1, hours=1))

    def _put_back(self) -> None:
        Event.objects.filter(chain=CHAIN, seq=5)._raw_delete("default")
        self.copy.save()
        lock_all()

    def it_is_not_found_until_the_next_root_and_the_check_says_so(self):
        self._put_back()
        check = trail.verify_database()
        assert check.ok
        assert any("sesudah akar harian terakhir (23 November 2026)" in words for words in trail.proven(check))
        exported = trail.verify_export(trail.export_lines())
        assert any("sesudah akar harian terakhir (23 November 2026)" in words for words in trail.proven(exported))

    def it_is_found_once_a_root_has_seen_what_was_taken_away(self):
        trail.close_day(TOMORROW, later(days=1, hours=12))
        self._put_back()
        assert _found() == {(CHAIN, 5, "ROOTED_EVENT_REMOVED")}


def it_records_that_an_auditor_checked():
    check = trail_verify(by=builders.hasan(), at=MORNING)
    assert check.ok
    (entry,) = trail.history("house")
    assert (entry.verb, entry.payload) == ("trust.trail_verify", {"events": 5})
