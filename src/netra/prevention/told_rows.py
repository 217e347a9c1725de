"""How instruments and what people said to them are held against their events when the trail is checked.

The content of an instrument and the people of a list stand in the trail as a fingerprint, so that a word changed by
hand and a name added by hand are both found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.prevention.fingerprints import of_instrument, of_people
from netra.prevention.models import Acknowledgement, Instrument, InstrumentReminder, Tally
from netra.prevention.states import INSTRUMENT_KIND_LABELS, STATE_LABELS, Channel, State
from netra.trust.told_rows import Column, Mirror, Row, Told, Value, by_payload, carries, refs_in, rows_of

_BATCH = 2000
_ISSUE, _LIST = "prevention.instrument_issue", "prevention.attendance_record"
_OPEN, _ACKNOWLEDGE = "prevention.instrument_open", "prevention.instrument_acknowledge"


def _instruments(chains: Collection[str]) -> Iterator[Row]:
    for each in Instrument.objects.filter(agency_code__in=refs_in(chains, "agency:")).order_by("pk"):
        content = "" if each.state == State.DRAFT else of_instrument(each)
        columns = {"kind": each.kind, "state": each.state, "number": each.number, "content": content}
        yield Row(each.chain, each.ref, {**columns, "withdrawn_date": each.withdrawn_date})


def _own_readings(chains: Collection[str]) -> Iterator[Row]:
    """What people did by themselves; who only stood on a list has no event of their own."""
    mine = Acknowledgement.objects.filter(
        Q(opened_at__isnull=False) | Q(tries__gt=0), agency_code__in=refs_in(chains, "agency:")
    ).order_by("pk")
    wanted = ("agency_code", "instrument__ref", "civil_servant__ref", "tries", "understood_at")
    for agency, instrument, person, tries, understood in mine.values_list(*wanted).iterator(chunk_size=_BATCH):
        columns = {"acknowledged": tries > 0, "understood": understood is not None}
        yield Row(f"agency:{agency}", f"{instrument}/{person}", columns)


def _whose(told: Told) -> str:
    return f"{told.payload['instrument']}/{told.actor.removeprefix('link:')}"


def _lists(chains: Collection[str]) -> Iterator[Row]:
    """The people of each list, put together again from what each of them bears: when, by whom, for which day."""
    of_list = ("instrument__agency_code", "instrument__ref", "read_at", "entered_by", "read_date", "proof_ref")
    listed = Acknowledgement.objects.filter(
        instrument__agency_code__in=refs_in(chains, "agency:"), channel=Channel.LIST
    )
    rows = listed.order_by(*of_list).values_list(*of_list, "civil_servant__ref").iterator(chunk_size=_BATCH)
    for (agency, instrument, _at, _by, held, proof), group in groupby(rows, key=lambda row: row[:6]):
        people = [row[6] for row in group]
        columns = {"held": held, "recorded": len(people), "proof": proof}
        yield Row(f"agency:{agency}", _list_key(instrument, of_people(people)), columns)


def _list_key(instrument: Value, people: Value) -> str:
    return f"{instrument}/{str(people)[:12]}"


def _listed(told: Told) -> str | None:
    """A list of which everybody had acknowledged before has left no row."""
    return _list_key(told.payload["instrument"], told.payload["sha256"]) if told.payload["recorded"] else None


def _tallies(chains: Collection[str]) -> Iterator[Row]:
    """The kept counts of each unit beside the acknowledgements counted anew."""
    place = ("agency_code", "instrument__ref", "unit_code")
    codes = refs_in(chains, "agency:")
    kept = {row[:3]: row[3:] for row in _counts(Tally, codes, place, ("opened", "read", "understood"))}
    said = Acknowledgement.objects.filter(agency_code__in=codes).values_list(*place).order_by(*place)
    counted = said.annotate(all=Count("pk"), was_read=Count("read_at"), was_understood=Count("understood_at"))
    anew = {row[:3]: row[3:] for row in counted}
    for where in sorted(kept.keys() | anew.keys()):
        agency, instrument, unit = where
        columns = {"kept": kept.get(where, (0, 0, 0)), "counted": anew.get(where, (0, 0, 0))}
        yield Row(f"agency:{agency}", f"{instrument}/{unit}", columns)


def _counts(
    model: type[Tally], codes: Sequence[str], place: Sequence[str], counts: Sequence[str]
) -> Iterator[tuple[str, ...]]:
    yield from model.objects.filter(agency_code__in=codes).values_list(*place, *counts)


def _miscounted(row: Row, _events: Sequence[Told]) -> Iterator[str]:
    if row.columns["kept"] != row.columns["counted"]:
        told = [" / ".join(map(str, row.columns[name])) for name in ("counted", "kept")]
        yield _("membuka / membaca / memahami menurut pengakuan «%(counted)s», pada hitungan «%(kept)s»") % {
            "counted": told[0],
            "kept": told[1],
        }


MIRRORS = (
    Mirror(
        what=gettext_noop("surat pencegahan"),
        key=by_payload("instrument"),
        makes=frozenset({"prevention.instrument_draft"}),
        tells={
            "prevention.instrument_draft": lambda payload: {"kind": payload["kind"], "state": State.DRAFT.value},
            "prevention.instrument_revise": carries(kind="kind"),
            _ISSUE: lambda payload: {
                **carries(kind="kind", number="number", content="sha256")(payload),
                "state": State.ISSUED.value,
            },
            "prevention.instrument_withdraw": lambda payload: {
                **carries(withdrawn_date="date")(payload),
                "state": State.WITHDRAWN.value,
            },
        },
        rows=_instruments,
        columns={
            "kind": Column(gettext_noop("jenis"), {str(kind): label for kind, label in INSTRUMENT_KIND_LABELS.items()}),
            "state": Column(gettext_noop("keadaan"), {str(state): label for state, label in STATE_LABELS.items()}),
            "number": Column(gettext_noop("nomor")),
            "content": Column(gettext_noop("sidik isi, sasaran, dan soal")),
            "withdrawn_date": Column(gettext_noop("hari pencabutan")),
        },
    ),
    Mirror(
        what=gettext_noop("pengakuan"),
        key=_whose,
        makes=frozenset({_OPEN}),
        tells={
            _OPEN: lambda _payload: {"acknowledged": False},
            _ACKNOWLEDGE: lambda payload: {"acknowledged": True, "understood": payload["understood"]},
        },
        rows=_own_readings,
        columns={
            "acknowledged": Column(gettext_noop("sudah mengaku membaca")),
            "understood": Column(gettext_noop("memahami")),
        },
    ),
    Mirror(
        what=gettext_noop("daftar hadir"),
        key=_listed,
        makes=frozenset({_LIST}),
        tells={_LIST: carries(held="date", recorded="recorded", proof="evidence")},
        rows=_lists,
        columns={
            "held": Column(gettext_noop("hari apel")),
            "recorded": Column(gettext_noop("jumlah pegawai")),
            "proof": Column(gettext_noop("foto")),
        },
    ),
    Mirror(
        what=gettext_noop("pengingat dengan surat"),
        key=by_payload("letter"),
        makes=frozenset({"prevention.instrument_remind"}),
        tells={"prevention.instrument_remind": carries(unit_code="unit", pending="pending")},
        rows=rows_of(
            InstrumentReminder,
            prefix="agency:",
            ref="agency_code",
            key=lambda row: row["letter_ref"],
            columns=("letter_ref", "unit_code", "pending"),
        ),
        columns={
            "unit_code": Column(gettext_noop("unit")),
            "pending": Column(gettext_noop("jumlah yang belum mengaku")),
        },
    ),
    Mirror(
        what=gettext_noop("hitungan"),
        key=lambda _told: None,
        makes=frozenset(),
        tells={},
        rows=_tallies,
        columns={},
        by_hand=True,
        also=_miscounted,
    ),
)
