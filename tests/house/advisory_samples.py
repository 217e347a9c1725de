"""A question to the city, its answer and its publication, by address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from netra.prevention.advisory_entries import PublicationEntry
from netra.prevention.models import AdvisoryAnswer
from netra.prevention.operations import advisory_answer, advisory_publish
from netra.prevention.tests.advisory_builders import an_answer, asked
from netra.trust.identity import Identity
from netra.trust.models import User
from tests.house.registry_samples import agency

Cast = Mapping[str, User]
AT = datetime(2018, 3, 6, 3, 0, tzinfo=UTC)


def a_question_with_a_name(cast: Cast) -> dict[str, str]:
    """Budi gave his name; it is sealed."""
    agency(cast)
    return {"ref": asked(identity=Identity("Budi (contoh)")).ref}


def a_question(cast: Cast) -> dict[str, str]:
    """It waits."""
    agency(cast)
    return {"ref": asked().ref}


def an_answered_question(cast: Cast) -> dict[str, str]:
    """With a letter."""
    question = a_question(cast)
    advisory_answer(advisory_ref=question["ref"], entry=an_answer(), by=cast["dewi"], at=AT)
    return {**question, "ordinal": "1"}


def a_published_answer(cast: Cast) -> dict[str, str]:
    """For everybody to read."""
    answered = an_answered_question(cast)
    told = an_answer()
    entry = PublicationEntry(told.matter, told.text, told.condition, names_nobody=True)
    advisory_publish(advisory_ref=answered["ref"], ordinal=1, entry=entry, by=cast["dewi"], at=AT)
    return answered


def a_public_answer(cast: Cast) -> dict[str, str]:
    """By its own reference."""
    a_published_answer(cast)
    return {"ref": AdvisoryAnswer.objects.get().ref}


ADVISORY_SAMPLES: dict[str, Callable[[Cast], dict[str, str]]] = {
    "advice": a_public_answer,
    "advisory": lambda cast: {"ref": a_published_answer(cast)["ref"]},
    "asker_identity_request": a_question_with_a_name,
    "advisory_answer": a_question,
    "advisory_reply": a_question,
    "advisory_turn_away": a_question,
    "advisory_publish": an_answered_question,
    "advisory_unpublish": a_published_answer,
    "advisory_erase_request": a_question,
    "advisory_erase_approve": a_question,
    "advisory_erase_refuse": a_question,
    "advisory_erase_withdraw": a_question,
    "advisory_letter": an_answered_question,
    "advisory_own_letter": lambda cast: {"letter": "SRT-2018-TIDAKADA"},
}
