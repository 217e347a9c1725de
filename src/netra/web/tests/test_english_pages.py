"""An officer who reads English walks the main pages: no state, role or route is left in Indonesian on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from netra.cases.models import Case, Deadline
from netra.cases.states import CHANNEL_LABELS
from netra.cases.states import STATE_LABELS as CASE_STATES
from netra.cases.tests.builders import Cast, make_case
from netra.letters.states import STATUS_LABELS, kind_choices
from netra.registry.states import POSITION_LABELS
from netra.sanctions.models import Proceeding
from netra.sanctions.states import ROUTE_LABELS
from netra.sanctions.states import STATE_LABELS as PROCEEDING_STATES
from netra.sanctions.tests.builders import carry_to_delivery, carry_to_report, make_proceeding
from netra.trust.acts import ACTS, ROLE_LABELS
from netra.trust.models import User
from netra.web import law_terms
from netra.web.tests.sanctions_scene import address
from netra.web.words import translated

pytestmark = pytest.mark.django_db

SCRIPTS = re.compile(r"<(script|style).*?</\1>", re.DOTALL)
TEXTS = re.compile(r">([^<]+)<")


def rooms_labels() -> Iterator[str]:
    """What the rooms call their codes, with the acts and the words of the law."""
    for words in (CASE_STATES, PROCEEDING_STATES, ROUTE_LABELS, ROLE_LABELS, CHANNEL_LABELS, POSITION_LABELS):
        yield from words.values()
    yield from STATUS_LABELS.values()
    yield from (label for _code, label in kind_choices())
    yield from (Case(source=code).get_source_display() for code in ("REPORT", "FINDING"))
    yield from (Deadline(holder=code).get_holder_display() for code in ("AGENCY", "AUTHORITY", "ACCUSED"))
    yield from (act.label for act in ACTS.values())
    yield from law_terms.ALL


def in_english(user: User | None = None) -> Client:
    """A browser of somebody who chose English."""
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    if user is not None:
        client.force_login(user)
    return client


def read(client: Client, path: str, status: int = 200) -> list[str]:
    """The texts of a page, one for each place between two marks."""
    response = client.get(path)
    assert response.status_code == status, response.status_code
    bare = SCRIPTS.sub("", response.content.decode())
    return [text for each in TEXTS.findall(bare) if (text := unescape(each).strip())]


def left_in_indonesian(texts: list[str]) -> list[str]:
    """The texts that are a label of a room, alone or with a number, and have an English."""
    with translation.override("en"):
        known = {label for label in rooms_labels() if translated(label) != label}
    return [text for text in texts if any(part.strip(" .") in known for part in re.split(r"[·:(),]", text))]


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def proceeding(cast: Cast) -> Proceeding:
    found = make_proceeding(cast)
    carry_to_report(cast, found)
    return found


def walk(cast: Cast, proceeding: Proceeding) -> Iterator[tuple[User, str]]:
    """Who opens what: the desk, the lists, the file, the board, the page of a decision, the numbers."""
    case = f"/perkara/{proceeding.case.ref}/"
    for officer in (cast.wayan, cast.putu, cast.ani, cast.dewi, cast.rahmat, cast.hasan):
        yield officer, "/"
        yield officer, "/perkara/"
        yield officer, case
    for officer in (cast.dewi, cast.rahmat, cast.ani):
        yield officer, address(proceeding)
    yield cast.wayan, "/perkara/baru/"
    yield cast.dewi, f"{case}penanganan/"
    yield cast.ani, f"{case}rekomendasi/"
    yield cast.ani, "/tindak-lanjut/"
    yield cast.ani, "/tindak-lanjut/JAMBI-KOTA/"
    yield cast.ani, "/wawasan/"
    yield cast.rahmat, address(proceeding, "keputusan/")


def test_no_label_is_left_in_indonesian(cast, proceeding):
    make_case(cast)
    found = {
        (officer.username, path): left
        for officer, path in walk(cast, proceeding)
        if (left := left_in_indonesian(read(in_english(officer), path)))
    }
    assert found == {}


def test_the_same_pages_stay_indonesian_for_who_chose_nothing(cast, proceeding):
    client = Client()
    client.force_login(cast.wayan)
    texts = read(client, f"/perkara/{proceeding.case.ref}/")
    assert {"Ditangani instansi", "Petugas penerima laporan (Bawaslu)", "Hukuman disiplin"} <= set(texts)
    assert len(left_in_indonesian(texts)) > 10


def test_the_states_are_said_in_english(cast, proceeding):
    texts = read(in_english(cast.wayan), f"/perkara/{proceeding.case.ref}/")
    assert {"Handled by the agency", "Intake officer (Bawaslu)", "Disciplinary penalty"} <= set(texts)


def test_a_decided_proceeding_names_the_penalty_in_english(cast):
    decided = make_proceeding(cast)
    carry_to_delivery(cast, decided)
    texts = read(in_english(cast.dewi), address(decided))
    assert decided.decision.sanction_label in law_terms.SANCTIONS
    assert {"Decision delivered", "Demotion by one position level for 12 months"} <= set(texts)
    assert left_in_indonesian(texts) == []


class WhenAnActIsRefused:
    def it_says_why_in_english_with_the_state_and_what_may_be_done(self, cast):
        case = make_case(cast)
        texts = read(in_english(cast.wayan), f"/perkara/{case.ref}/teruskan/", 409)
        said = " ".join(texts)
        assert f"“Case referred” cannot be done: case {case.ref} is at the stage “Registered”." in said
        assert "What can be done now: Case lapsed; Preliminary study begun" in said
        assert left_in_indonesian(texts) == []

    def it_says_so_in_the_form_and_keeps_what_was_typed(self, cast, proceeding):
        sent = {
            "sanction_code": "written_reprimand",
            "considerations": "mengaku dan menghapus unggahan",
            "decided_date": "2024-11-11",
            "signer_title": "Wali Kota Jambi",
        }
        response = in_english(cast.rahmat).post(address(proceeding, "keputusan/"), sent)
        assert response.status_code == 422
        shown = unescape(response.content.decode())
        assert (
            "This decision is below the floor of the law (severe disciplinary penalty) and below the recommendation "
            "(severe disciplinary penalty). You have the authority to decide so" in shown
        )
        assert "mengaku dan menghapus unggahan" in shown

    def it_stays_indonesian_for_who_chose_nothing(self, cast):
        case = make_case(cast)
        client = Client()
        client.force_login(cast.wayan)
        said = " ".join(read(client, f"/perkara/{case.ref}/teruskan/", 409))
        assert (
            f"«Perkara diteruskan» tidak dapat dilakukan: perkara {case.ref} berada pada tahap «Diregistrasi»." in said
        )
