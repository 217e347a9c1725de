"""The list of outreaches, one of them with all that belongs to it, who was there, and its files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from netra.letters import queries as letters
from netra.prevention.access import agencies_written_for, units_headed, writes_for
from netra.prevention.article_choices import Article, articles_on
from netra.prevention.entries import QuestionEntry, TargetLine
from netra.prevention.models import (
    STANDING,
    BankItem,
    Instrument,
    Outreach,
    OutreachFile,
    OutreachQuestion,
    OutreachTarget,
    Participant,
    Postponement,
    Speaker,
)
from netra.prevention.outreach_access import (
    LIST,
    outreach_for,
    outreaches_visible_to,
    participants_written_by,
    sees_whole,
)
from netra.prevention.outreach_entries import OutreachEntry, RuleQuestion, SpeakerEntry
from netra.prevention.outreach_states import FileKind, Moment, OutreachState
from netra.prevention.queries.page_keys import latest_first
from netra.prevention.queries.writers import names_of
from netra.registry.queries import agency_names, zone_at
from netra.trust import evidence
from netra.trust.access import Person
from netra.trust.actors import Actor
from netra.trust.errors import NotFound

PAGE_SIZE = 25
PEOPLE_SIZE = 50


@dataclass(frozen=True, slots=True)
class OutreachRow:
    """An outreach as a line of the list, with the name that its holder had on that day."""

    outreach: Outreach
    holder: str


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """Somebody on the list, and who wrote it down and who struck it; no name where the person scanned the code."""

    participant: Participant
    writer: str
    striker: str
    may_strike: bool


@dataclass(frozen=True, slots=True)
class OutreachFileView:
    """One outreach as this reader sees it; the questions of its test are for the agency that holds it alone."""

    outreach: Outreach
    holder: str
    zone: str
    speakers: Sequence[Speaker]
    targets: Sequence[OutreachTarget]
    postponements: Sequence[Postponement]
    files: Sequence[OutreachFile]
    questions: Sequence[OutreachQuestion]
    articles: Mapping[str, Article]
    present: int
    guests: int
    uncertified: int
    is_answered: bool
    may_write: bool
    may_list: bool
    sees_whole: bool


def outreach_page(
    user: Person, *, on: date, before: str = "", state: str = ""
) -> tuple[Sequence[OutreachRow], str | None]:
    """One page of the outreaches this person sees, the latest day first, and the key of the next page."""
    rows = outreaches_visible_to(user, on=on)
    rows = rows.filter(state=state) if state in set(OutreachState) else rows
    page, next_key = latest_first(rows, "planned_date", before=before, size=PAGE_SIZE)
    names = agency_names({each.agency_code for each in page}, on=on)
    return [OutreachRow(each, names.get(each.agency_code, each.agency_code)) for each in page], next_key


def outreach_file(user: Person, ref: str, *, on: date) -> OutreachFileView:
    """One outreach, if this person may see it. Fails with NotFound."""
    outreach = outreach_for(user, ref, on=on)
    writer = writes_for(user, outreach.agency_code, on=on)
    names = agency_names({outreach.agency_code}, on=outreach.day)
    questions = list(outreach.questions.order_by("ordinal")) if writer else []
    return OutreachFileView(
        outreach=outreach,
        holder=names.get(outreach.agency_code, outreach.agency_code),
        zone=zone_at(outreach.agency_code) if outreach.start_time else "",
        speakers=list(outreach.speakers.order_by("pk")),
        targets=list(outreach.targets.select_related("agency", "unit").order_by("pk")),
        postponements=list(outreach.postponements.order_by("pk")),
        files=list(outreach.files.order_by("pk")),
        questions=questions,
        articles=articles_on(outreach.day) if questions else {},
        present=outreach.participants.filter(STANDING).count(),
        guests=outreach.guests.filter(STANDING).count(),
        uncertified=outreach.participants.filter(STANDING, certificate_ref="").count() if writer else 0,
        is_answered=outreach.answers.exists(),
        may_write=writer,
        may_list=writer or bool(units_headed(user, LIST, on=on)),
        sees_whole=sees_whole(user, outreach, on=on),
    )


def outreach_entry_of(file: OutreachFileView) -> OutreachEntry:
    """A plan as it was told, to be told anew."""
    outreach = file.outreach
    return OutreachEntry(
        agency_code=outreach.agency_code,
        title=outreach.title,
        place=outreach.place,
        planned_date=outreach.planned_date,
        start_time=outreach.start_time,
        aims=outreach.aims,
        targets=[
            TargetLine(
                line.agency.code if line.agency else "",
                line.unit.code if line.unit else "",
                line.employment,
                line.position,
            )
            for line in file.targets
        ],
        speakers=[SpeakerEntry(each.name, each.office, each.body) for each in file.speakers],
    )


def banks_written_for(user: Person, *, on: date) -> list[Instrument]:
    """The instruments of this person's agencies that have questions, the latest first: to begin a test with them."""
    written = agencies_written_for(user, on=on).values("code")
    rows = Instrument.objects.filter(agency_code__in=written, asked__gt=0).exclude(state="DRAFT")
    return list(rows.order_by("-pk")[:PAGE_SIZE])


def bank_items(file: OutreachFileView, bank: Instrument | None) -> list[RuleQuestion]:
    """The questions of the test, or where there is none yet those of an instrument, whose rule is to be chosen."""
    rows: list[tuple[BankItem, str]] = [(each, each.rule) for each in file.questions]
    if not rows and bank is not None:
        rows = [(each, "") for each in bank.questions.order_by("ordinal")]
    return [
        RuleQuestion(QuestionEntry(each.text, each.choices, each.right, each.explanation), rule) for each, rule in rows
    ]


def participant_page(
    user: Person, ref: str, *, on: date, after: int = 0
) -> tuple[OutreachFileView, Sequence[ParticipantRow], int | None]:
    """The outreach and one page of who was there, in the order in which they were written down, with the next key.

    Only for whoever writes for the agency that holds it, and of his own people for the head of a unit. Fails with
    NotFound.
    """
    file = outreach_file(user, ref, on=on)
    if not file.may_list:
        raise NotFound(_("Daftar peserta hanya bagi instansi yang mengadakan sosialisasi ini."))
    there = participants_written_by(user, file.outreach, on=on)
    rows = there.filter(pk__gt=after).select_related("civil_servant").order_by("pk")
    found = list(rows[: PEOPLE_SIZE + 1])
    page = found[:PEOPLE_SIZE]
    names = names_of({ref for each in page for ref in (each.entered_by, each.struck_by)})
    tested = _tested(file.outreach, page)
    shown = [
        ParticipantRow(
            participant=each,
            writer=names.get(each.entered_by, ""),
            striker=names.get(each.struck_by, ""),
            may_strike=not (each.struck_at or each.certificate_ref or each.civil_servant_id in tested),
        )
        for each in page
    ]
    return file, shown, page[-1].pk if len(found) > PEOPLE_SIZE else None


def _tested(outreach: Outreach, page: Sequence[Participant]) -> set[int]:
    """Those of a page who took the test after it: their presence stands with the results."""
    people = [each.civil_servant_id for each in page]
    rows = outreach.answers.filter(moment=Moment.AFTER, civil_servant__in=people)
    return set(rows.values_list("civil_servant_id", flat=True))


def participant_row(user: Person, ref: str, person_ref: str, *, on: date) -> tuple[OutreachFileView, Participant]:
    """Somebody who stands on the list, for whoever may write it down. Fails with NotFound."""
    file = outreach_file(user, ref, on=on)
    there = participants_written_by(user, file.outreach, on=on) if file.may_list else Participant.objects.none()
    found = there.filter(STANDING, civil_servant__ref=person_ref).select_related("civil_servant").first()
    if found is None:
        raise NotFound(_("Orang itu tidak ada pada daftar ini, sudah dicoret, atau bukan pegawai unit Anda."))
    return file, found


def certificate_of(participant: Participant | None) -> tuple[bytes, str]:
    """The certificate as PDF and its number, for whom the caller found entitled to it. Fails with NotFound."""
    if participant is None or not participant.certificate_ref:
        raise NotFound(_("Sertifikatnya belum diterbitkan. Tanyakan kepada penyelenggara."))
    return letters.pdf(participant.certificate_ref), letters.letter(participant.certificate_ref).number


def certificate_for(user: Person, ref: str, person_ref: str, *, on: date) -> tuple[bytes, str]:
    """The certificate of one participant, for the agency that holds the outreach. Fails with NotFound."""
    file = outreach_file(user, ref, on=on)
    rows = file.outreach.participants if file.may_write else Participant.objects.none()
    return certificate_of(rows.filter(STANDING, civil_servant__ref=person_ref).first())


def materials_of(outreach: Outreach) -> list[OutreachFile]:
    """What a participant may open, in the order in which it was added."""
    return list(outreach.files.filter(kind=FileKind.MATERIAL).order_by("pk"))


def content_of(
    outreach: Outreach, evidence_ref: str, *, by: Actor, at: datetime, materials_only: bool
) -> tuple[bytes, str]:
    """A file with its media type, for whom the caller found entitled to the outreach; photos show people, so that a
    participant gets materials only. Fails with NotFound.
    """
    rows = outreach.files.filter(kind=FileKind.MATERIAL) if materials_only else outreach.files
    if not rows.filter(evidence_ref=evidence_ref).exists():
        raise NotFound(_("Berkas itu tidak ada pada sosialisasi ini."))
    item = evidence.item(evidence_ref)
    return evidence.open_original(item.ref, by=by, at=at, chain=outreach.chain), item.media_type
