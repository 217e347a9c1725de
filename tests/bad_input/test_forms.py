"""Every form of the house, found on its page and filled with what nobody should send.

The pages come from the URLconf, each with a sample in the state in which it answers (`tests/house/samples.py`), so a
new form is tried without anybody adding it here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from netra.intake.keys import code_of
from netra.intake.tests.builders import SECRET, a_report
from netra.web.intake.steps import BY_SLUG
from tests.bad_input.forms import DAYS, LINES, Field, Form, error_beside, forms_of
from tests.cast import PLAYERS, enter_all
from tests.house.addresses import address, names
from tests.house.policy import POLICY, expected_status

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert('netra')</script>"
# A zero-width space, a right-to-left override, a word joiner, a byte order mark, a soft hyphen.
INVISIBLE = "\u200b\u202e\u2060\ufeff\u00ad"
# What breaks out of an attribute or a script, with letters of four bytes, letters written from the right, and letters
# that nobody sees and that turn the line around.
POISON = f"\"'>{SCRIPT}<img src=x onerror=alert(1)>😀😀 أحمد بن سليمان Bu{INVISIBLE}di"
# Where only something that exists is taken; the other fields of the form are then judged by themselves.
TAKEN = {
    "region": "15.71",
    "region_code": "15.71",
    "agency_code": "JAMBI-KOTA",
    "grade": "III/d",
    "nip": "198001012005011001",
    "person_1_nip": "",
    **{f"nip_{row}": "" for row in range(5)},
    # Nobody takes two seats of a team.
    **{f"name_{row}": f"{POISON} {word}" for row, word in enumerate(("satu", "dua", "tiga", "empat", "lima"))},
    **{f"party_{row}": "" for row in range(2)},
    "act_date": "15-10-2024",
    "known_date": "",
    # The number of a written answer: what is not there is refused, and none is asked for.
    "advice": "",
    "code": "UNIT-UJI",
    "parent_code": "",
    "username": "orangbaru",
    # A paper is named by number and date; around them stands what nobody should send.
    "document": f"5 {POISON}, 18 Oktober 2024",
    "signer_basis": f"5 {POISON}, 18 Oktober 2024",
}
# Acts that take any words where words are asked for: with markup in them they are done, and the markup is shown.
DONE_WITH_MARKUP = frozenset(
    {
        "act_add",
        "action_item_assign",
        "action_item_drop",
        "action_item_finish",
        "allegation_change",
        "answer_give",
        "answer_record",
        "case_decline",
        "case_finish_study",
        "clarification_record",
        "consultation_answer",
        "consultation_withdraw",
        "council_decide",
        "council_hear",
        "data_block",
        "deadline_extend",
        "decision_deliver",
        "decision_make",
        "draft_save",
        "evidence_add",
        "examination_record",
        "examination_reopen",
        "examination_report",
        "letter_draft",
        "letter_revise",
        "meeting_attendance_strike",
        "meeting_cancel",
        "meeting_revise",
        "meeting_series_end",
        "minutes_draft",
        "objection_file",
        "outreach_attendance_strike",
        "outreach_cancel",
        "outreach_guest_strike",
        "outreach_guests_record",
        "plenary_decide",
        "proceeding_stop",
        "reminder_end",
        "reminder_retract",
        "report_close",
        "report_reply",
        "servant_left_correct",
        "team_form",
        "termination_decide",
        "visit_assign",
        "visit_cancel",
    }
)
CHOSEN = frozenset({"select", "radio", "hidden", "time"})
NUMBERS = frozenset({"number"})
LONG_LINE = "x" * 10_000
BLANK = " \t\n "
# What a field may take for a value, so that the act itself must stand it: each is sent with all else in order.
STRANGE = (
    *((DAYS, day) for day in ("0001-01-01", "9999-12-31", "31/12/24")),
    *((NUMBERS, number) for number in ("-1", "0", "99999999999999999999999", "٣")),
    *((CHOSEN, choice) for choice in ("9" * 30, "")),
)
# What its field refuses, whatever else is wrong: each row is one sending. Choices are in order beside the long line,
# since a page that belongs to nothing has nothing to say beside its fields.
SHAPELESS: tuple[dict[str, str], ...] = (
    {"text": LONG_LINE, "textarea": "Uraian.", "date": "2024-02-31", "number": "1e9"},
    {"text": "\x00", "textarea": BLANK, "date": "besok", "number": "NaN", **dict.fromkeys(CHOSEN, "<script>")},
    {"text": BLANK, "textarea": "\x00", "date": "-1", "number": "x", **dict.fromkeys(CHOSEN, "\x00")},
)
REPORTERS_PAGES = ("report_status", "report_identify", "report_withdraw")


def visitor_of(name: str) -> str | None:
    """Somebody whom the table of the house lets open this page: "" for a visitor without an account."""
    policy = POLICY[name]
    if policy.post:
        return None
    if expected_status(policy, "", None) == 200:
        return ""
    able = (player.username for player in PLAYERS if expected_status(policy, player.username, player.role) == 200)
    return next(able, None)


OPEN = [name for name in names() if name in POLICY and visitor_of(name) is not None and name != "style"]


@contextmanager
def taken_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def opened(name: str, kwargs: dict[str, str] | None = None) -> tuple[Client, str, list[Form]]:
    """The page as somebody sees it who may, and its forms."""
    cast = enter_all()
    url = reverse(name, kwargs=kwargs) if kwargs else address(name, cast)
    client = Client(raise_request_exception=False)
    if kwargs == {"step": "nama"}:
        client.post(reverse("draft_save", kwargs={"step": "tentang-anda"}), {"mode": "CONFIDENTIAL"})
    visitor = visitor_of(name)
    if visitor:
        client.force_login(cast[visitor])
    page = client.get(url)
    assert page.status_code == 200, url
    return client, url, forms_of(words_of(page))


def sent(client: Client, url: str, form: Form, data: dict[str, Any]) -> Any:
    """The answer to a form; what it leads to is fetched too, since there the words are shown."""
    response = client.post(form.action or url, data)
    assert response.status_code < 500, f"{url}: {response.status_code} for {sorted(data)}"
    return response


def shown_after(client: Client, response: Any) -> str:
    """The page that the browser ends on."""
    if response.status_code in {302, 303}:
        response = client.get(response.headers["Location"])
        assert response.status_code < 500
    return words_of(response)


def words_of(response: Any) -> str:
    """The HTML of an answer; a file has none."""
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    return response.content.decode() if is_page else ""


def assert_inert(text: str) -> None:
    """Markup is not alive, and letters that nobody sees are shown to the typist alone."""
    assert SCRIPT not in text
    assert "<img src=x" not in text
    assert not _seen_outside_fields(text, "\u202e")


def lying_files(form: Form) -> dict[str, SimpleUploadedFile]:
    """A page that calls itself a picture, in every field for files; its name is markup too."""
    return {each.name: SimpleUploadedFile(f"{SCRIPT}.png", SCRIPT.encode()) for each in form.named({"file"})}


def saying(words: str) -> Callable[[Field], str]:
    return lambda field: words


CASES: list[tuple[str, dict[str, str] | None]] = [(name, None) for name in OPEN]
CASES += [("draft_save", {"step": slug}) for slug in BY_SLUG]


def label(case: tuple[str, dict[str, str] | None]) -> str:
    return "-".join((case[0], *(case[1] or {}).values()))


@pytest.mark.parametrize("case", CASES, ids=label)
class WhenEveryFieldOfAFormIsAbused:
    def it_never_breaks_and_never_runs_what_was_typed(self, case, settings):
        settings.DEMO = True
        client, url, forms = opened(*case)
        done = case[0] in DONE_WITH_MARKUP and case[1] is None
        for form in forms:
            _markup(client, url, form, done=done)
            _strange_values(client, url, form)
            _shapeless_values(client, url, form)


def _markup(client: Client, url: str, form: Form, *, done: bool) -> None:
    """Markup in every field, and once more with what exists where only that is taken, so that the act is done."""
    words = form.filled(lambda each: TAKEN.get(each.name, POISON))
    with taken_back():
        response = sent(client, url, form, {**words, **lying_files(form)})
        assert_inert(shown_after(client, response))
        assert response.status_code == 302 or not done, f"{url}: not done"
    everywhere = form.filled(saying(POISON))
    if everywhere != words or form.named({"file"}):
        with taken_back():
            assert_inert(shown_after(client, sent(client, url, form, everywhere)))


def _strange_values(client: Client, url: str, form: Form) -> None:
    """A value that its field may take reaches the act: never a failure of ours."""
    for kinds, value in STRANGE:
        names = [each.name for each in form.named(kinds)]
        if names:
            with taken_back():
                sent(client, url, form, form.filled(saying("Contoh"), dict.fromkeys(names, value)))


def _shapeless_values(client: Client, url: str, form: Form) -> None:
    """Everything wrong at once; a line of 10,000 letters is refused beside its field with the limit in numbers."""
    for row in SHAPELESS:
        data = form.filled(_shapeless(row))
        data |= {each.name: row[each.kind] for each in form.named(row) if each.kind not in LINES}
        with taken_back():
            response = sent(client, url, form, data)
            if row["text"] == LONG_LINE:
                _assert_limits_are_told(shown_after(client, response), form, url)


def _shapeless(row: dict[str, str]) -> Callable[[Field], str]:
    return lambda field: row["textarea" if field.kind == "textarea" else "text"]


def _assert_limits_are_told(text: str, form: Form, url: str) -> None:
    for each in form.named({"text"}):
        if not each.offered:
            beside = error_beside(text, each.name)
            assert re.search(r"\d|tidak", beside), f"{url}: nothing helpful beside {each.name}: {beside[:80]!r}"
            assert len(beside) < 1000, f"{url}: the whole of it is thrown back beside {each.name}"


def _seen_outside_fields(text: str, char: str) -> bool:
    """Inside an input the typist sees his own characters again; anywhere else they could mislead others."""
    if char not in text:
        return False
    return not any(char in each.value for form in forms_of(text) for each in form.fields.values())


class WhenTheReporterWritesThroughTheCode:
    """These pages open only to whoever has proved the code, so the walk above does not reach their forms."""

    @pytest.mark.parametrize("name", REPORTERS_PAGES)
    def it_never_breaks_and_never_runs_what_was_typed(self, name):
        a_report()
        client = Client(raise_request_exception=False)
        assert client.post(reverse("report_follow"), {"code": code_of(SECRET)}).status_code == 302
        url = reverse(name)
        for form in forms_of(words_of(client.get(url))):
            for words in (POISON, "\x00", "x" * 20_001):
                with taken_back():
                    assert_inert(shown_after(client, sent(client, url, form, form.filled(saying(words)))))


def test_the_page_of_a_case_shows_markup_as_it_was_typed():
    """What the acts above have stored is seen by others: every word of it, and none of it alive."""
    client, url, _forms = opened("act_add")
    party = reverse("party_add", kwargs={"ref": url.split("/")[2]})
    assert client.post(party, {"name": POISON, "position": "UNKNOWN", "employment": "PNS"}).status_code == 302
    page = words_of(client.get(url.partition("perbuatan")[0]))
    assert escape("".join(letter for letter in POISON if letter not in INVISIBLE)) in page
    assert_inert(page)
