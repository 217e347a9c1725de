"""How questions, messages, answers and publications are held against their events when the trail is checked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.prevention.advisory_states import (
    ADVISORY_STATE_LABELS,
    TURN_AWAY_LABELS,
    VERDICT_LABELS,
    AdvisoryState,
)
from netra.prevention.advisory_words import words_of_answer, words_of_publication, words_of_question
from netra.prevention.fingerprints import of_words
from netra.prevention.models import (
    AdvisoryAnswer,
    AdvisoryErasure,
    AdvisoryMessage,
    AdvisoryPublication,
    AdvisoryQuestion,
)
from netra.trust.models import SealedIdentity
from netra.trust.states import ERASURE_LABELS
from netra.trust.told_rows import Column, Mirror, Row, Told, always, by_payload, carries, refs_in, was_erased

_ASK, _TURN_AWAY = "prevention.advisory_ask", "prevention.advisory_turn_away"
_WRITE, _REPLY, _ANSWER = "prevention.advisory_write", "prevention.advisory_reply", "prevention.advisory_answer"
_ERASE_REQUEST, ERASURE = "prevention.advisory_erase_request", "prevention.advisory_erase_approve"
_PUBLISH, _UNPUBLISH = "prevention.advisory_publish", "prevention.advisory_unpublish"


def _questions(chains: Collection[str]) -> Iterator[Row]:
    found = AdvisoryQuestion.objects.filter(ref__in=refs_in(chains, "advisory:")).order_by("pk")
    for each in found.annotate(sealed=Exists(SealedIdentity.objects.filter(designation=OuterRef("designation")))):
        columns = {
            "content": "" if each.erased_at else of_words(words_of_question(each)),
            "agency": each.agency_code,
            "named": each.named,
            "state": each.state,
            "reason": each.turned_reason,
            "sealed": each.sealed,
        }
        yield Row(each.chain, each.ref, columns)


def _messages(chains: Collection[str]) -> Iterator[Row]:
    rows = AdvisoryMessage.objects.filter(question__ref__in=refs_in(chains, "advisory:"))
    for each in rows.select_related("question").order_by("pk"):
        yield Row(each.question.chain, each.question.ref, {"content": of_words(each.body) if each.body else ""})


def _erasures(chains: Collection[str]) -> Iterator[Row]:
    rows = AdvisoryErasure.objects.filter(question__ref__in=refs_in(chains, "advisory:"))
    for each in rows.select_related("question").order_by("pk"):
        yield Row(each.question.chain, each.question.ref, {"state": each.state.value})


def _sealed(row: Row, events: Sequence[Told]) -> Iterator[str]:
    if row.columns["named"] and not row.columns["sealed"] and not was_erased(events):
        yield _("nama penanya yang tersegel tidak ada lagi, padahal tidak pernah dihapus")


def _answers(chains: Collection[str]) -> Iterator[Row]:
    rows = AdvisoryAnswer.objects.filter(question__ref__in=refs_in(chains, "advisory:"))
    for each in rows.select_related("question").order_by("pk"):
        columns = {
            "verdict": each.verdict,
            "letter": each.letter_ref,
            "number": each.number,
            "content": of_words(words_of_answer(each)),
        }
        yield Row(each.question.chain, f"{each.question.ref}/{each.ordinal}", columns)


def _publications(chains: Collection[str]) -> Iterator[Row]:
    rows = AdvisoryPublication.objects.filter(answer__question__ref__in=refs_in(chains, "advisory:"))
    for each in rows.select_related("answer__question").order_by("pk"):
        columns = {"content": of_words(words_of_publication(each)), "withdrawn": each.withdrawn_date}
        yield Row(each.answer.question.chain, f"{each.answer.ref}/{each.version}", columns)


ADVISORY_MIRRORS = (
    Mirror(
        what=gettext_noop("pertanyaan"),
        key=by_payload("advisory"),
        makes=frozenset({_ASK}),
        tells={
            _ASK: lambda payload: {
                **carries(content="sha256", agency="agency", named="named")(payload),
                "state": AdvisoryState.OPEN.value,
                "reason": "",
            },
            _ANSWER: lambda _payload: {"state": AdvisoryState.ANSWERED.value},
            _TURN_AWAY: lambda payload: {
                **carries(reason="reason")(payload),
                "state": AdvisoryState.TURNED_AWAY.value,
            },
        },
        rows=_questions,
        also=_sealed,
        columns={
            "content": Column(gettext_noop("sidik isi"), erasable=True),
            "agency": Column(gettext_noop("instansi")),
            "named": Column(gettext_noop("nama disegel")),
            "state": Column(
                gettext_noop("keadaan"), {str(state): label for state, label in ADVISORY_STATE_LABELS.items()}
            ),
            "reason": Column(gettext_noop("alasan"), {str(why): label for why, label in TURN_AWAY_LABELS.items()}),
        },
    ),
    Mirror(
        what=gettext_noop("pesan pada pertanyaan"),
        # In the order in which they were written: an erasure leaves no words to tell them by.
        key=by_payload("advisory"),
        makes=frozenset({_WRITE, _REPLY}),
        tells=dict.fromkeys((_WRITE, _REPLY), carries(content="sha256")),
        rows=_messages,
        columns={"content": Column(gettext_noop("sidik isi"), erasable=True)},
        several=True,
    ),
    Mirror(
        what=gettext_noop("jawaban tertulis"),
        key=by_payload("advisory", "ordinal"),
        makes=frozenset({_ANSWER}),
        tells={_ANSWER: carries(verdict="verdict", letter="letter", number="number", content="sha256")},
        rows=_answers,
        columns={
            "verdict": Column(gettext_noop("jawaban"), {str(each): label for each, label in VERDICT_LABELS.items()}),
            "letter": Column(gettext_noop("surat")),
            "number": Column(gettext_noop("nomor")),
            "content": Column(gettext_noop("sidik isi")),
        },
    ),
    Mirror(
        what=gettext_noop("terbitan jawaban"),
        key=by_payload("advice", "version"),
        makes=frozenset({_PUBLISH}),
        tells={_PUBLISH: carries(content="sha256"), _UNPUBLISH: carries(withdrawn="date")},
        rows=_publications,
        columns={
            "content": Column(gettext_noop("sidik isi")),
            "withdrawn": Column(gettext_noop("hari penarikan")),
        },
    ),
    Mirror(
        what=gettext_noop("penghapusan penanya"),
        key=by_payload("advisory"),
        makes=frozenset({_ERASE_REQUEST}),
        tells={
            _ERASE_REQUEST: always(state="PENDING"),
            ERASURE: always(state="DONE"),
            "prevention.advisory_erase_refuse": always(state="REFUSED"),
            "prevention.advisory_erase_withdraw": always(state="WITHDRAWN"),
        },
        rows=_erasures,
        columns={"state": Column(gettext_noop("keadaan"), ERASURE_LABELS)},
        several=True,
    ),
)
