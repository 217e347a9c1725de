"""A report comes in, is checked and answered; what becomes a case goes on in `tales.cases`."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date, datetime, timedelta

from netra.demo.cast import CUSTODIANS, supervisor_of
from netra.demo.files import page, picture
from netra.demo.pace import Pace, moment
from netra.demo.stage import Tale
from netra.demo.stories import LooseReport, Reporting
from netra.demo.world import World
from netra.intake import operations as intake
from netra.intake.receipts import Receipt
from netra.intake.requirements import Requirement
from netra.intake.states import (
    Capacity,
    Channel,
    CloseReason,
    DuplicateReason,
    Kind,
    Mode,
    Precision,
    RerouteReason,
    State,
)
from netra.intake.submission import Person, Reporter, Submission
from netra.intake.uploads import NewFile
from netra.registry.regions import NATION
from netra.trust import operations as trust
from netra.trust.actors import ReporterActor
from netra.trust.identity import Identity
from netra.trust.models import User

_NAMES = ("Sari Dewanti", "Nanda Pratama", "Iwan Setiadi", "Rosmini", "Togar Hutapea", "Laila Sari")
SHORTEST_SECRET = 40


def secret_of(key: str) -> str:
    """The secret of a demo report's form: its code is the same in every demo, so that it can be shown."""
    return f"demo-{key}".ljust(SHORTEST_SECRET, "-")


def reporter_of(key: str, reporting: Reporting) -> Reporter:
    """Who reports: nobody, or an invented person with an address."""
    mode = Mode(reporting.mode)
    if mode is Mode.ANONYMOUS:
        return Reporter(mode=mode)
    name = _NAMES[sum(key.encode()) % len(_NAMES)]
    return Reporter(
        mode=mode,
        capacity=Capacity.VOTER,
        name=f"{name} (contoh)",
        address="Jalan Contoh 7, Jambi",
        contact="pelapor@contoh.invalid",
    )


def files_of(key: str, count: int) -> list[NewFile]:
    """So many pictures, and a page of writing after the second."""
    files = [
        NewFile(name=f"tangkapan-layar-{number}.png", content=picture(f"{key}/{number}"), note="Tangkapan layar")
        for number in range(1, min(count, 2) + 1)
    ]
    if count > len(files):
        lines = ("Catatan pelapor (contoh)", "Peragaan: tidak memuat data orang sungguhan.", f"Berkas {key}")
        files.append(NewFile(name="catatan.pdf", content=page(lines), note="Catatan kejadian"))
    return files


def hand_in(
    world: World, key: str, reporting: Reporting, submission: Submission, pace: Pace
) -> Generator[datetime, None, Receipt]:
    """The report reaches the office by its channel."""
    channel = Channel(reporting.channel)
    files = files_of(key, reporting.files)
    if channel is Channel.WEB:
        receipt = intake.report_submit(submission=submission, secret=secret_of(key), at=pace.now, files=files)
    else:
        received = pace.now
        yield pace.at(received + timedelta(hours=2))
        receipt = intake.report_record(
            submission=submission,
            secret=secret_of(key),
            channel=channel,
            received_at=received,
            by=world.users[supervisor_of(submission.region_code).officer],
            at=pace.now,
            files=files,
        )
    world.receipts[key] = receipt
    return receipt


def converse(receipt: Receipt, messages: tuple[tuple[str, str], ...], officer: User, pace: Pace) -> Tale:
    """Both sides write, a few hours apart."""
    for number, (side, text) in enumerate(messages, start=1):
        yield pace.at(pace.now + timedelta(hours=3))
        token = f"demo-{number}"
        if side == "REPORTER":
            by = ReporterActor(receipt.designation)
            intake.report_message_add(report_ref=receipt.report_ref, body=text, token=token, by=by, at=pace.now)
        else:
            intake.report_reply(report_ref=receipt.report_ref, body=text, token=token, by=officer, at=pace.now)


def ask_identity(world: World, receipt: Receipt, what: str, pace: Pace) -> Tale:
    """Somebody asks who reported; a custodian decides; what is allowed may be opened once."""
    if not what:
        return
    asker = world.users[supervisor_of(receipt.handler_region_code).officer]
    yield pace.next()
    request = intake.identity_request(
        report_ref=receipt.report_ref,
        reason="Pelapor perlu diundang klarifikasi lewat surat karena tidak membalas pesan.",
        by=asker,
        at=pace.now,
    )
    if what == "PENDING":
        return
    yield pace.next()
    custodian = world.users[CUSTODIANS[what == "REFUSED"]]
    if what == "REFUSED":
        reason = "Undangan dapat disampaikan lewat kode laporan; identitas belum diperlukan."
        trust.identity_refuse(request_ref=request.ref, reason=reason, by=custodian, at=pace.now)
        return
    reason = "Alasan sesuai; hanya untuk mengirim undangan klarifikasi."
    trust.identity_approve(request_ref=request.ref, reason=reason, by=custodian, at=pace.now)
    if what == "OPENED":
        yield pace.next()
        opened: Identity = trust.identity_open(request_ref=request.ref, by=asker, at=pace.now)
        del opened


def loose_tale(world: World, report: LooseReport) -> Tale:
    """A report that became no case, or none yet."""
    pace = Pace(moment(report.day), name=report.key, today=world.today, until=report.until)
    officer = world.users[supervisor_of(report.region).officer]
    submission = _submission(world, report)
    yield pace.next(days=1)
    receipt = yield from hand_in(world, report.key, report.reporting, submission, pace)
    yield from converse(receipt, report.reporting.messages, officer, pace)
    yield from ask_identity(world, receipt, report.reporting.identity, pace)
    if report.reroute:
        yield pace.next(days=1)
        intake.report_reroute(
            report_ref=receipt.report_ref,
            region_code=report.reroute,
            reason=RerouteReason.HANDED_DOWN if report.region == NATION else RerouteReason.WRONG_REGION,
            by=officer,
            at=pace.now,
        )
    if report.like:
        yield pace.next()
        intake.report_link_duplicate(
            report_ref=receipt.report_ref,
            other_ref=world.receipts[report.like].report_ref,
            reason=DuplicateReason.SAME_EVENT,
            by=officer,
            at=pace.now,
        )
    pace.reached(State.RECEIVED)
    yield from _settle(report, receipt, officer, pace, today=world.today)
    if report.notice:
        yield from _write_to(receipt, report, officer, pace)


def _write_to(receipt: Receipt, report: LooseReport, officer: User, pace: Pace) -> Tale:
    """The reporter is told by letter how the report stands; a draft is still looked at."""
    yield pace.next()
    written = intake.Notice(
        outcome="Laporan Saudara sudah diperiksa.",
        explanation=report.explanation or "Syarat formal dan materiel terpenuhi; laporan menunggu registrasi.",
        next_steps="Perkembangan dapat dilihat dengan kode laporan.",
        signer_name=officer.full_name,
        signer_position="Petugas penerima laporan",
    )
    ref = receipt.report_ref
    letter = intake.notice_draft(report_ref=ref, written=written, by=officer, at=pace.now)
    if report.notice == "FINAL":
        yield pace.next()
        intake.notice_finalise(report_ref=ref, letter_ref=letter.ref, by=officer, at=pace.now)


def _submission(world: World, report: LooseReport) -> Submission:
    servant = world.servants.get(report.who)
    persons = (
        (servant.as_reported(world.agencies[servant.agency], is_superior=report.kind == Kind.SUPERIOR_PRESSURE),)
        if servant
        else (Person(position=report.who),)
        if report.who
        else ()
    )
    return Submission(
        what=report.what,
        region_code=report.region,
        kind=Kind(report.kind),
        conduct=report.conduct,
        persons=persons,
        place=report.place,
        act_date=report.day if report.known else None,
        act_precision=Precision.DAY if report.known else Precision.UNKNOWN,
        known_date=report.day if report.known else None,
        election_kind=report.election,
        how_known=report.how,
        reporter=reporter_of(report.key, report.reporting),
    )


def _settle(report: LooseReport, receipt: Receipt, officer: User, pace: Pace, *, today: date) -> Tale:
    """Asked for completion, found complete, closed, withdrawn."""
    ref, missing = receipt.report_ref, tuple(Requirement(each) for each in report.missing)
    if missing:
        yield pace.next(days=1)
        intake.report_ask_completion(
            report_ref=ref,
            missing=missing,
            note="Balas di halaman ini; berkas dapat dilampirkan.",
            by=officer,
            at=pace.now,
        )
        pace.reached(State.COMPLETION_ASKED)
    if report.until == State.WITHDRAWN:
        yield pace.next(days=1)
        intake.report_withdraw(report_ref=ref, by=ReporterActor(receipt.designation), at=pace.now)
        return
    if report.names_self:
        yield pace.next(days=1)
        known = Reporting(mode=Mode.CONFIDENTIAL)
        by = ReporterActor(receipt.designation)
        intake.report_identify(report_ref=ref, reporter=reporter_of(report.key, known), by=by, at=pace.now)
    if report.until == State.COMPLETE:
        yield pace.next(days=1)
        intake.report_check(report_ref=ref, missing=(), by=officer, at=pace.now)
        return
    yield pace.next(days=1)
    intake.report_close(
        report_ref=ref,
        outcome=State(report.until),
        reason=CloseReason(report.reason),
        explanation=report.explanation,
        by=officer,
        at=pace.now,
    )
    if report.erasure:
        yield pace.at(moment(today - timedelta(days=2)))
        reason = "Jadwal retensi arsip sudah tiba."
        intake.report_erase_request(report_ref=ref, reason=reason, by=officer, at=pace.now)
