"""How pacts and the answers to them are held against their events when the trail is checked."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby

from django.db.models import QuerySet
from django.utils.translation import gettext_noop

from netra.prevention.fingerprints import of_people, of_words
from netra.prevention.models import Pact, PactAnswer
from netra.prevention.pact_states import PactReply
from netra.prevention.pact_words import words_of
from netra.trust.told_rows import Column, Mirror, Row, Told, Value, by_payload, carries, refs_in

_OPEN, _WITHDRAW = "prevention.pact_open", "prevention.pact_withdraw"
_SIGN, _REFUSE = "prevention.pact_sign", "prevention.pact_refuse"
_RECORD, _REFUSAL = "prevention.pact_record", "prevention.pact_refusal_record"
_LETTER = "prevention.pact_letter"


def _pacts(chains: Collection[str]) -> Iterator[Row]:
    rows = (
        Pact.objects.filter(agency_code__in=refs_in(chains, "agency:")).select_related("unit", "earlier").order_by("pk")
    )
    for each in rows:
        columns = {
            "version": each.version,
            "earlier": each.earlier.ref if each.earlier else "",
            "unit": each.unit.code if each.unit else "",
            "words": of_words(words_of(each)),
            "withdrawn": each.withdrawn_date,
        }
        yield Row(each.chain, each.ref, columns)


def _own(chains: Collection[str]) -> Iterator[Row]:
    """What people answered by themselves."""
    for each in _answers(chains).filter(entered_by=""):
        columns = {"reason": of_words(each.reason) if each.reason else ""}
        yield Row(each.pact.chain, f"{each.pact.ref}/{each.civil_servant.ref}/{each.reply}", columns)


def _own_key(told: Told) -> str:
    reply = PactReply.SIGNED if told.verb == _SIGN else PactReply.REFUSED
    return f"{told.payload['pact']}/{told.actor.removeprefix('link:')}/{reply.value}"


def _refusals(chains: Collection[str]) -> Iterator[Row]:
    """Refusals that somebody else wrote down."""
    for each in _answers(chains).filter(reply=PactReply.REFUSED).exclude(entered_by=""):
        columns = {"date": each.answered_date, "proof": each.proof_ref, "reason": of_words(each.reason)}
        yield Row(each.pact.chain, f"{each.pact.ref}/{each.civil_servant.ref}", columns)


def _lists(chains: Collection[str]) -> Iterator[Row]:
    """The people of each list, put together again from what each of them bears."""
    of_list = ("pact__agency_code", "pact__ref", "entered_at", "entered_by", "answered_date", "proof_ref")
    rows = _answers(chains).filter(reply=PactReply.SIGNED).exclude(entered_by="").order_by(*of_list)
    told = rows.values_list(*of_list, "civil_servant__ref")
    for (agency, pact, _at, _by, held, proof), group in groupby(told, key=lambda row: row[:6]):
        people = [row[6] for row in group]
        columns = {"date": held, "recorded": len(people), "proof": proof}
        yield Row(f"agency:{agency}", _list_key(pact, of_people(people)), columns)


def _list_key(pact: Value, people: Value) -> str:
    return f"{pact}/{str(people)[:12]}"


def _listed(told: Told) -> str | None:
    """A list of which everybody had signed before has left no row."""
    return _list_key(told.payload["pact"], told.payload["sha256"]) if told.payload["recorded"] else None


def _papers(chains: Collection[str]) -> Iterator[Row]:
    for each in _answers(chains).exclude(letter_ref=""):
        yield Row(each.pact.chain, f"{each.pact.ref}/{each.civil_servant.ref}", {"letter": each.letter_ref})


def _answers(chains: Collection[str]) -> QuerySet[PactAnswer]:
    rows = PactAnswer.objects.filter(pact__agency_code__in=refs_in(chains, "agency:"))
    return rows.select_related("pact", "civil_servant").order_by("pk")


PACT_MIRRORS = (
    Mirror(
        what=gettext_noop("pakta integritas"),
        key=by_payload("pact"),
        makes=frozenset({_OPEN}),
        tells={
            _OPEN: carries(version="version", earlier="earlier", unit="unit", words="sha256"),
            _WITHDRAW: carries(withdrawn="date"),
        },
        rows=_pacts,
        columns={
            "version": Column(gettext_noop("versi")),
            "earlier": Column(gettext_noop("versi sebelumnya")),
            "unit": Column(gettext_noop("unit")),
            "words": Column(gettext_noop("sidik teks")),
            "withdrawn": Column(gettext_noop("hari pencabutan")),
        },
    ),
    Mirror(
        what=gettext_noop("jawaban atas pakta"),
        key=_own_key,
        makes=frozenset({_SIGN, _REFUSE}),
        tells={_SIGN: lambda _payload: {"reason": ""}, _REFUSE: carries(reason="sha256")},
        rows=_own,
        columns={"reason": Column(gettext_noop("sidik alasan"))},
    ),
    Mirror(
        what=gettext_noop("penolakan pakta yang dicatat"),
        key=by_payload("pact", "person"),
        makes=frozenset({_REFUSAL}),
        tells={_REFUSAL: carries(date="date", proof="evidence", reason="sha256")},
        rows=_refusals,
        columns={
            "date": Column(gettext_noop("hari menolak")),
            "proof": Column(gettext_noop("bukti")),
            "reason": Column(gettext_noop("sidik alasan")),
        },
    ),
    Mirror(
        what=gettext_noop("daftar penanda tangan"),
        key=_listed,
        makes=frozenset({_RECORD}),
        tells={_RECORD: carries(date="date", recorded="recorded", proof="evidence")},
        rows=_lists,
        columns={
            "date": Column(gettext_noop("hari upacara")),
            "recorded": Column(gettext_noop("jumlah pegawai")),
            "proof": Column(gettext_noop("bukti")),
        },
    ),
    Mirror(
        what=gettext_noop("pakta bertanda tangan"),
        key=by_payload("pact", "person"),
        makes=frozenset({_LETTER}),
        tells={_LETTER: carries(letter="letter")},
        rows=_papers,
        columns={"letter": Column(gettext_noop("surat"))},
    ),
)
