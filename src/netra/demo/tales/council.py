"""The ethics council: formed, hears, decides; then the moral sanction is stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra.demo.cast import SECRETARIES
from netra.demo.pace import after_working_days, moment
from netra.demo.stage import Tale
from netra.demo.tales.seats import seat_tale
from netra.demo.teams import council_of
from netra.sanctions import operations as sanctions
from netra.sanctions.states import ProceedingState as S

if TYPE_CHECKING:
    from netra.demo.tales.proceedings import ProceedingTale


# Working days from the call to the hearing.
HEARING_AFTER_DAYS = 5


def council_tale(tale: ProceedingTale) -> Tale:
    """From the council's decree to the statement, or to the finding that there was no breach."""
    pace, ref = tale.pace, tale.ref
    yield pace.next(S.COUNCIL_FORMED, working=4)
    members = council_of(tale.world, tale.person)
    sanctions.council_form(ref=ref, members=members, by=tale.decider, at=pace.now)
    pace.reached(S.COUNCIL_FORMED)
    yield from seat_tale(tale)
    yield pace.next(S.COUNCIL_SUMMONED, working=1)
    meeting_at = moment(after_working_days(pace.today, HEARING_AFTER_DAYS), 9)
    sanctions.council_summon(
        ref=ref, meeting_at=meeting_at, place="Ruang sidang majelis (contoh)", by=tale.officer, at=pace.now
    )
    pace.reached(S.COUNCIL_SUMMONED)
    yield pace.next(S.HEARD, working=HEARING_AFTER_DAYS + 1)
    defended = tale.handling.missed == 0
    sanctions.council_hear(
        ref=ref,
        held_date=pace.today,
        defended=defended,
        defence=tale.case.story.answer
        or ("Terlapor membela diri secara lisan." if defended else "Terlapor dipanggil dengan surat dan tidak hadir."),
        by=tale.officer,
        at=pace.now,
    )
    pace.reached(S.HEARD)
    yield from _verdict(tale)
    if tale.handling.proven:
        yield from _statement(tale)


def _verdict(tale: ProceedingTale) -> Tale:
    proven, pace = tale.handling.proven, tale.pace
    state = S.COUNCIL_DECIDED if proven else S.STOPPED
    yield pace.next(state, working=2)
    sanctions.council_decide(
        ref=tale.ref,
        verdict=sanctions.Verdict(
            breached=proven,
            breach="keberpihakan kepada bakal calon di ruang publik" if proven else "",
            deliberation="Majelis bermufakat setelah mendengar terlapor dan memeriksa bukti.",
            decided_date=pace.today,
        ),
        by=tale.officer,
        at=pace.now,
    )
    pace.reached(state)


def _statement(tale: ProceedingTale) -> Tale:
    """Closed before the superior, or open at a roll call; a delegate states it where the accused is of lower rank."""
    pace, handling = tale.pace, tale.handling
    yield pace.next(S.DECIDED, working=4)
    sanctions.moral_impose(
        ref=tale.ref,
        ruling=sanctions.MoralRuling(
            mode=handling.mode,
            decided_date=pace.today,
            signer_title=tale.signer_title(),
            considerations="putusan majelis menyatakan terlapor melanggar kode etik",
            delegate_title="Sekretaris Daerah" if handling.mode == "CLOSED" else "",
            delegate_name=SECRETARIES[tale.person.agency] if handling.mode == "CLOSED" else "",
            delegate_post="REGIONAL_SECRETARY" if handling.mode == "CLOSED" else "",
            forum="apel pagi" if handling.mode == "OPEN" else "",
            deviation_reason=handling.deviation,
        ),
        by=tale.decider,
        at=pace.now,
    )
    pace.reached(S.DECIDED)
