"""Penerusan and rekomendasi: from the election supervisor to the oversight body to the appointing authority."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases import letters
from netra.cases.bypass import body_kept_out, bypassed, names_agency, names_bypassed, refuse_open
from netra.cases.crimes import with_crimes_left
from netra.cases.duties import duty_is_open
from netra.cases.fitting import why_not_recommended
from netra.cases.models import Allegation, Case, Party, Recommendation, Referral
from netra.cases.operations.allegations import CATEGORIES, LEVELS, refuse_misfit
from netra.cases.operations.claim import ActRefused, citation, claim, party_of, step_for
from netra.cases.operations.clocks import (
    LetterTerm,
    start_clock,
    start_clock_from_letter,
    stop_all_clocks,
    stop_clock,
    term_is_known,
)
from netra.cases.operations.endings import seal
from netra.cases.operations.headed_body import keep_from_headed_body
from netra.cases.operations.undecided import refuse_undecided
from netra.cases.own_case import accused_head, headed_body
from netra.cases.papers import reading_agencies
from netra.cases.states import CaseState
from netra.law.bodies import Body, head_of, oversight_body
from netra.law.counting import Unit
from netra.law.vocabulary import LEVELS_OF, Category
from netra.letters.operations import letter_issue
from netra.registry.queries import agency_names
from netra.trust.models import User
from netra.trust.trail import record


def case_refer(*, case_ref: str, by: User, at: datetime, addressee: str = "") -> Case:
    """Refer the case to the body that oversees neutrality on that day (KASN to 2024-09-03, BKN from 2024-09-04).

    By the tier of the office: UU 7/2017 Ps 95 e, 99 d, 103 d; UU 1/2015 Ps 28(1) e and 30 e. The agency of the accused
    may see the case from now on, unless the report is about pressure by a superior of that agency. Where it is about
    one of that body, no article on a substitute was found: the letter goes to the `addressee` whom the plenary named.
    """
    with transaction.atomic():
        case = claim(case_ref, by=by, act="cases.case_refer", at=at)
        step = step_for(case, "cases.case_refer", on=localdate(at))
        refuse_open(case.report_ref)
        refuse_undecided(case)
        keep_from_headed_body(case, on=localdate(at))
        _refuse_nothing_to_oversee(case)
        body_code, position = _referred_to(case, addressee.strip(), on=localdate(at))
        letter = letter_issue(
            kind="REFERRAL",
            agency_code=case.handling_agency_code,
            chain=case.chain,
            subject_ref=case.ref,
            data=letters.referral(case, position, citation(case, step, on=localdate(at)), localdate(at)),
            by=by,
            at=at,
        )
        Referral.objects.create(case=case, body_code=body_code, letter_ref=letter.ref, referred_at=at)
        case.state = step.target
        case.referred = True
        case.save(update_fields=["state", "referred"])
        _start_verification(case, at)
        record(
            chain=case.chain,
            verb="cases.case_refer",
            by=by,
            at=at,
            subject=case.chain,
            payload={"case": case.ref, "body": body_code, "letter": letter.ref},
            citation=citation(case, step, on=localdate(at)),
        )
    return case


def _referred_to(case: Case, named: str, *, on: date) -> tuple[str, str]:
    """The code of the body and the addressee of the letter; no code where the case goes past the body of that day, or
    is about its head.
    """
    body = oversight_body(on)
    if headed_body(case, on=on):
        return "", _instead_of_its_head(body, named, on)
    if not body_kept_out(case, on=on):
        if named:
            raise ActRefused(
                _("Perkara ini diteruskan kepada %(body)s (%(source)s). Kosongkan penerima lain.")
                % {"body": body.name, "source": body.source}
            )
        return body.code, head_of(body)
    if not named:
        raise ActRefused(
            _(
                "Yang dilaporkan adalah atasan di %(body)s, jadi surat penerusan tidak ditujukan ke sana. Pasal "
                "tentang penggantinya tidak ditemukan. Isi pejabat yang ditetapkan pleno sebagai penerima."
            )
            % {"body": body.name}
        )
    if names_bypassed(case, named, on=on):
        raise ActRefused(
            _(
                "%(named)s termasuk instansi yang dilewati perkara ini, karena atasannya yang dilaporkan. Isi pejabat "
                "lain yang ditetapkan pleno."
            )
            % {"named": named}
        )
    return "", named


def _instead_of_its_head(body: Body, named: str, on: date) -> str:
    """Whom the plenary named where the head of the body is accused; nobody beneath him judges him."""
    if not named or names_agency(body.code, named, on=on):
        raise ActRefused(
            _(
                "%(head)s ialah terlapor sendiri menurut daftar pejabat atau jabatannya, jadi surat penerusan tidak "
                "ditujukan kepadanya dan tidak ke bawahannya. Pasal tentang penggantinya tidak ditemukan. Isi pejabat "
                "di luar %(body)s yang ditetapkan pleno sebagai penerima. Bila hanya senama, minta administrator "
                "mengisi NIP pejabat itu dalam daftar pejabat, dan pastikan NIP terlapor."
            )
            % {"head": head_of(body), "body": body.name}
        )
    return named


def _refuse_beneath_head(case: Case, on: date) -> None:
    """Nobody recommends about himself, nor do those beneath him say that nothing is recommended. Fails with ActRefused,
    also where the register knew him only after the case had been referred.
    """
    body = oversight_body(on)
    if headed_body(case, on=on):
        raise ActRefused(
            _(
                "%(head)s ialah terlapor sendiri menurut daftar pejabat atau jabatannya, dan rekomendasi ini akan "
                "ditandatanganinya atau bawahannya. "
                "Pasal tentang penggantinya tidak ditemukan, jadi Netra tidak menerbitkannya. Bawa perkara ini ke "
                "pleno Bawaslu; jawaban pejabat yang ditetapkannya disimpan dengan «Tambah bukti». Bila hanya senama, "
                "minta administrator mengisi NIP pejabat itu dalam daftar pejabat, dan pastikan NIP terlapor."
            )
            % {"head": head_of(body)}
        )


def _refuse_nothing_to_oversee(case: Case) -> None:
    """The body oversees civil servants: it has no say over a village head, nor over what is a crime and no more."""
    if Allegation.objects.filter(party__case=case).exists() and not duty_is_open(case):
        raise ActRefused(
            _(
                "Tidak ada dugaan pelanggaran etik, disiplin, atau status pegawai ASN dalam perkara ini, jadi tidak "
                "ada yang diteruskan kepada badan pengawas ASN. Serahkan dugaan pidananya kepada penegak hukum. Bila "
                "orangnya bukan pegawai ASN, misalnya kepala desa, sampaikan kepada atasannya dengan surat tersendiri: "
                "hukum desa tidak dinilai di sini. Bila penilaiannya keliru, ubah dahulu dugaan itu dengan alasan. "
                "Bila tidak ada lagi yang diteruskan atau diserahkan, minta pleno memutus perkara ini tidak terbukti."
            )
        )


def _start_verification(case: Case, at: datetime) -> None:
    """The joint task force verifies in seven days from October 2024; before that no term was found and none is made."""
    if term_is_known("satgas_verification", localdate(at)):
        start_clock(case, "satgas_verification", holder="OVERSIGHT", start=localdate(at))


@dataclass(frozen=True, slots=True)
class Advice:
    """What the oversight body recommends for one party. The term is the letter's own: no article names one."""

    party: int
    category: str
    level: str
    basis: str
    reason: str
    follow_up_days: int
    follow_up_unit: str
    agency_code: str = ""


def case_recommend(*, case_ref: str, advice: Advice, by: User, at: datetime) -> Recommendation:
    """Recommend a category and level for one party to its appointing authority, with the letter and its term.

    UU 5/2014 Ps 32(3): the result must be followed up. The number of days stands in each letter, not in the Act.
    """
    _refuse_advice(advice)
    with transaction.atomic():
        case = claim(case_ref, by=by, act="cases.case_recommend", at=at)
        step = step_for(case, "cases.case_recommend", on=localdate(at))
        refuse_open(case.report_ref)
        party = party_of(case, advice.party, by=by, on=localdate(at))
        agency_code = _addressed_agency(case, advice.agency_code or party.agency_code, localdate(at))
        _refuse_unanswered(party, advice.category)
        _refuse_begun_elsewhere(party, agency_code, localdate(at))
        body = oversight_body(localdate(at))
        _refuse_beneath_head(case, localdate(at))
        letter = letter_issue(
            kind="RECOMMENDATION",
            agency_code=body.code,
            chain=case.chain,
            subject_ref=case.ref,
            data=letters.recommendation(case, party, advice, body, agency_code, localdate(at)),
            by=by,
            at=at,
        )
        made = Recommendation.objects.create(
            case=case,
            party=party,
            body_code=body.code,
            agency_code=agency_code,
            category=advice.category,
            level=advice.level,
            basis=advice.basis.strip(),
            reason=advice.reason.strip(),
            letter_ref=letter.ref,
            recommended_at=at,
        )
        _entrust(case, party, agency_code)
        case.state = step.target
        case.save(update_fields=["state", "agency_code"])
        stop_clock(case, "satgas_verification", met=localdate(at))
        start_clock_from_letter(
            case,
            "follow_up",
            term=LetterTerm(advice.follow_up_days, advice.follow_up_unit, body.code, letter.number, localdate(at)),
            holder="AUTHORITY",
            agency_code=agency_code,
            subject_ref=party.ref,
        )
        record(
            chain=case.chain,
            verb="cases.case_recommend",
            by=by,
            at=at,
            subject=case.chain,
            payload=_told(case, made),
            citation=citation(case, step, on=localdate(at)),
        )
    return made


def _told(case: Case, made: Recommendation) -> dict[str, str | int | bool | None]:
    return {
        "case": case.ref,
        "level": made.level,
        "letter": made.letter_ref,
        "agency": made.agency_code,
        "case_agency": case.agency_code,
    }


def _refuse_advice(advice: Advice) -> None:
    if not advice.reason.strip() or not advice.basis.strip():
        raise ActRefused(_("Rekomendasi memerlukan dasar hukum dan alasan tertulis."))
    if advice.category not in CATEGORIES:
        raise ActRefused(
            _("Kategori %(category)r tidak dikenal. Pilih salah satu: %(known)s.")
            % {"category": advice.category, "known": ", ".join(CATEGORIES)}
        )
    if advice.level not in LEVELS:
        raise ActRefused(_("Tingkat tidak dikenal. Pilih salah satu: %(known)s.") % {"known": ", ".join(LEVELS)})
    if not LEVELS_OF[Category(advice.category)]:
        raise ActRefused(
            _(
                "«%(category)s» tidak dijawab dengan rekomendasi sanksi kepada pejabat pembina kepegawaian. Yang dapat "
                "dipilih: %(known)s."
            )
            % {
                "category": _(letters.CATEGORY_WORDS[advice.category]),
                "known": ", ".join(_(letters.CATEGORY_WORDS[each]) for each, levels in LEVELS_OF.items() if levels),
            }
        )
    refuse_misfit(advice.category, advice.level)
    if advice.follow_up_days < 1:
        raise ActRefused(_("Isi jangka waktu tindak lanjut yang disebut dalam surat, sekurangnya satu hari."))
    if advice.follow_up_unit not in (Unit.WORKING_DAY, Unit.CALENDAR_DAY):
        raise ActRefused(_("Jangka waktu tindak lanjut dihitung dalam hari kerja atau hari kalender. Pilih satuannya."))


def _refuse_unanswered(party: Party, category: str) -> None:
    """One recommendation for each person, and of a kind that answers what is alleged."""
    if Recommendation.objects.filter(party=party).exists():
        raise ActRefused(_("Terlapor T%(ordinal)s sudah mempunyai rekomendasi.") % {"ordinal": party.ordinal})
    refusal = why_not_recommended(party, category)
    if refusal:
        raise ActRefused(refusal)


def _refuse_begun_elsewhere(party: Party, agency_code: str, on: date) -> None:
    """Whoever began to handle him, as a superior must without waiting (PP 94/2021 Ps 26(1)), is not passed over."""
    opened = Party.objects.filter(pk=party.pk, proceedings__isnull=False)
    begun = opened.values_list("proceedings__route", "proceedings__agency_code")
    agencies = {code for route, code in begun if route != "CRIME"}
    if agencies - {agency_code}:
        raise ActRefused(
            _(
                "Penanganan terhadap terlapor T%(ordinal)s sudah dibuka oleh %(agency)s. Tujukan rekomendasi kepada "
                "instansi itu."
            )
            % {"ordinal": party.ordinal, "agency": "; ".join(agency_names(agencies, on=on).values())}
        )


def _entrust(case: Case, party: Party, agency_code: str) -> None:
    """From now on the addressed agency handles him, and the case where its own handles nobody in it; see `access`."""
    if not party.agency_code:
        party.agency_code = agency_code
        party.save(update_fields=["agency_code"])
    if case.agency_code not in reading_agencies(case):
        case.agency_code = agency_code


def _addressed_agency(case: Case, agency_code: str, on: date) -> str:
    """The agency that receives the recommendation: a known one, never the one that the report goes past, nor one whose
    head would be told what to do about himself.
    """
    if not agency_code:
        raise ActRefused(_("Instansi terlapor belum diketahui. Isi instansinya agar rekomendasi ada penerimanya."))
    if agency_code in bypassed(case):
        raise ActRefused(
            _(
                "Perkara ini tentang tekanan oleh atasan dan dilewatkan dari instansi atasan itu. Isi instansi "
                "setingkat di atasnya sebagai penerima rekomendasi."
            )
        )
    head = accused_head(case, agency_code, on=on)
    if head is not None:
        raise ActRefused(
            _(
                "Rekomendasi kepada %(agency)s tertuju kepada %(title)s, yang menurut daftar pejabat ialah terlapor "
                "sendiri. Isi instansi asalnya, atau instansi setingkat di atasnya, sebagai penerima rekomendasi. Bila "
                "hanya senama, minta administrator mengisi NIP pejabat itu dalam daftar pejabat, dan pastikan NIP "
                "terlapor."
            )
            % {"agency": agency_names([agency_code], on=on)[agency_code], "title": head.office_title}
        )
    return agency_code


def case_decline(*, case_ref: str, reason: str, by: User, at: datetime) -> Case:
    """The oversight body finds no breach: the case ends unproven and is sealed."""
    if not reason.strip():
        raise ActRefused(_("Tidak merekomendasikan memerlukan alasan tertulis."))
    with transaction.atomic():
        case = claim(case_ref, by=by, act="cases.case_decline", at=at)
        step = step_for(case, "cases.case_decline", on=localdate(at))
        _refuse_beneath_head(case, localdate(at))
        _refuse_while_a_crime_is_open(case)
        case.state = step.target
        seal(case, outcome=f"Tidak direkomendasikan: {reason.strip()}"[:200], on=localdate(at))
        case.save()
        stop_all_clocks(case, met=localdate(at))
        record(
            chain=case.chain,
            verb="cases.case_decline",
            by=by,
            at=at,
            subject=case.chain,
            payload={"case": case.ref},
            citation=citation(case, step, on=localdate(at)),
        )
    return case


def _refuse_while_a_crime_is_open(case: Case) -> None:
    """Whether an act is a crime is not the oversight body's to say: a case is not sealed over it."""
    left = with_crimes_left(case)
    if left:
        raise ActRefused(
            _(
                "Pada dugaan terhadap %(people)s terbaca bentuk pidana pemilu atau pemilihan, dan belum diteruskan "
                "kepada penegak hukum. Minta petugas Bawaslu meneruskannya, atau minta pleno menyatakan tertulis "
                "bahwa tidak terlihat tindak pidana."
            )
            % {"people": ", ".join(f"T{party.ordinal}" for party in left)}
        )


def enter_proceeding(case: Case, *, at: datetime) -> None:
    """The agency begins to handle the case; `sanctions.proceeding_open` keeps the event, with its own article."""
    case.state = CaseState(step_for(case, "sanctions.proceeding_open", on=localdate(at)).target)
    case.save(update_fields=["state"])
