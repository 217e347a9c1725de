"""The accused answers before any decision: by his own link, without an account, or to an officer."""

from __future__ import annotations

import pytest

from netra.cases import operations as act
from netra.cases.links import party_by_link
from netra.cases.models import Answer, Case
from netra.cases.papers import evidence_for, open_shown, shown_to
from netra.cases.tests.builders import (
    BUDI,
    CITY,
    Cast,
    at,
    carry_to_referral,
    day,
    end_withdrawn,
    make_case,
    make_report,
    register,
)
from netra.intake.uploads import NewFile
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.evidence import EvidenceRefused
from netra.trust.links import issue, revoke
from netra.trust.models import Link
from netra.trust.tests import builders as trust

pytestmark = pytest.mark.django_db
NOT_MINE = "Akun itu bukan milik saya."
PICTURE = b"\x89PNG\r\n\x1a\n" + b"tangkapan layar" * 20


def link(cast: Cast, case: Case, *, party=1, until="2024-11-01", shown=(), by=None, on="2024-10-18") -> str:
    return act.answer_link_issue(
        case_ref=case.ref, party=party, until=at(until), shown=shown, by=by or cast.wayan, at=at(on)
    )


def give(secret: str, text=NOT_MINE, *, files=(), on="2024-10-20") -> Answer:
    return act.answer_give(secret=secret, text=text, files=files, at=at(on))


class WhenTheAccusedAnswersByLink:
    def it_is_kept_as_his_with_moment_and_event(self):
        cast = Cast()
        case = make_case(cast)
        answer = give(link(cast, case), f"  {NOT_MINE} ")
        assert (answer.text, answer.given_at, answer.party.ordinal) == (NOT_MINE, at("2024-10-20"), 1)
        told = trail.history(case.chain)[-1]
        assert (told.verb, dict(told.payload)) == ("cases.answer_give", {"case": case.ref, "party": 1})
        # The trail knows that a link acted, never his name.
        assert told.actor_ref == f"link:{Link.objects.get().ref}" == answer.author_ref

    def it_goes_to_the_person_of_the_link_and_to_nobody_else(self):
        cast = Cast()
        case = make_case(cast, parties=(BUDI, act.NewParty(name="Citra (contoh)", agency_code=CITY)))
        other = make_case(cast)
        secret = link(cast, case, party=2)
        give(secret)
        assert list(Answer.objects.values_list("party__case__ref", "party__ordinal")) == [(case.ref, 2)]
        assert party_by_link(secret, at=at("2024-10-20"))[0].name == "Citra (contoh)"
        assert not Answer.objects.filter(party__case=other).exists()

    def it_brings_its_files_into_the_case(self):
        cast = Cast()
        case = make_case(cast)
        answer = give(link(cast, case), files=(NewFile("layar.png", PICTURE),))
        (item,) = evidence_for(cast.wayan, case, on=day("2024-10-21"))
        assert (answer.evidence_refs, item.received_by) == ([item.ref], answer.author_ref)

    def it_keeps_neither_text_nor_files_when_one_of_them_is_refused(self):
        cast = Cast()
        case = make_case(cast)
        secret = link(cast, case)
        with pytest.raises(EvidenceRefused):
            give(secret, files=(NewFile("layar.png", PICTURE), NewFile("kosong.pdf", b"")))
        assert not Answer.objects.exists()
        assert evidence_for(cast.wayan, case, on=day("2024-10-21")) == []

    def it_brings_no_files_where_the_last_gigabyte_of_the_disk_begins(self, disk_with):
        cast = Cast()
        case = make_case(cast)
        secret = link(cast, case)
        disk_with(free=1024**3)
        with pytest.raises(EvidenceRefused, match="tidak ada ruang untuk berkas baru"):
            give(secret, files=(NewFile("layar.png", PICTURE),))
        assert give(secret, "Berkasnya saya serahkan langsung.").evidence_refs == []
        act.answer_record(
            case_ref=case.ref,
            party=1,
            text=NOT_MINE,
            files=(NewFile("layar.png", PICTURE),),
            by=cast.wayan,
            at=at("2024-10-21"),
        )

    def it_brings_no_more_files_than_one_person_may(self, settings):
        settings.REPORT_LIMIT_BYTES = len(PICTURE)
        cast = Cast()
        case = make_case(cast)
        secret = link(cast, case)
        give(secret, files=(NewFile("layar.png", PICTURE),))
        with pytest.raises(EvidenceRefused, match="paling besar"):
            give(secret, "Tambahan.", files=(NewFile("b.png", PICTURE),))
        assert len(evidence_for(cast.wayan, case, on=day("2024-10-21"))) == Answer.objects.count() == 1

    def it_may_answer_more_than_once(self):
        cast = Cast()
        secret = link(cast, make_case(cast))
        give(secret)
        give(secret, "Tambahan.", on="2024-10-21")
        assert Answer.objects.count() == 2

    def it_wants_words(self):
        cast = Cast()
        secret = link(cast, make_case(cast))
        with pytest.raises(act.ActRefused, match="masih kosong"):
            give(secret, " \n ")

    def it_is_refused_after_the_end(self):
        cast = Cast()
        case = register(cast, make_report(cast))
        secret = link(cast, case)
        end_withdrawn(cast, case)
        with pytest.raises(act.WrongState, match="sudah berakhir"):
            give(secret)
        assert not Answer.objects.exists()


class WhenTheLinkDoesNotHold:
    @pytest.mark.parametrize(("on", "holds"), [("2024-10-31", True), ("2024-11-01", False), ("2025-11-01", False)])
    def it_ends_at_its_moment(self, on, holds):
        cast = Cast()
        secret = link(cast, make_case(cast), until="2024-11-01")
        if holds:
            assert give(secret, on=on).text == NOT_MINE
            return
        with pytest.raises(NotFound):
            give(secret, on=on)

    def it_ends_when_revoked(self):
        cast = Cast()
        secret = link(cast, make_case(cast))
        revoke(link_ref=Link.objects.get().ref, by=cast.wayan, at=at("2024-10-19"))
        with pytest.raises(NotFound):
            give(secret)

    def it_says_the_same_of_a_wrong_an_ended_and_a_revoked_one(self):
        cast = Cast()
        case = make_case(cast)
        ended, revoked = link(cast, case, until="2024-10-19"), link(cast, case)
        revoke(link_ref=Link.objects.latest("pk").ref, by=cast.wayan, at=at("2024-10-19"))
        words = set()
        for secret in (ended, revoked, "not-a-secret-at-all", ""):
            with pytest.raises(NotFound) as refusal:
                give(secret)
            words.add(str(refusal.value))
        assert len(words) == 1

    @pytest.mark.parametrize(
        ("purpose", "subject"),
        [
            ("SUMMONS", "party:{ref}/T1"),
            ("ANSWER", "case:{ref}"),
            ("ANSWER", "party:{ref}/T9"),
            ("ANSWER", "party:PKR-X/T1"),
        ],
    )
    def it_opens_nothing_when_it_was_made_for_something_else(self, purpose, subject):
        cast = Cast()
        case = make_case(cast)
        _link, secret = issue(
            purpose=purpose,
            subject=subject.format(ref=case.ref),
            until=at("2024-11-01"),
            by=cast.wayan,
            at=at("2024-10-18"),
            chain=case.chain,
        )
        with pytest.raises(NotFound):
            give(secret)

    def it_is_not_kept_in_the_clear(self):
        cast = Cast()
        secret = link(cast, make_case(cast))
        assert secret not in str(list(Link.objects.values()))


class WhenALinkIsIssued:
    def it_cannot_have_ended_already(self):
        cast = Cast()
        with pytest.raises(act.ActRefused, match="sudah berakhir sebelum dibuat"):
            link(cast, make_case(cast), until="2024-10-18", on="2024-10-18")

    def it_is_for_somebody_in_the_case(self):
        cast = Cast()
        with pytest.raises(NotFound):
            link(cast, make_case(cast), party=3)

    def it_is_for_those_who_handle(self):
        cast = Cast()
        case = make_case(cast)
        with pytest.raises(NotAllowed):
            link(cast, case, by=cast.putu)
        with pytest.raises(NotFound):
            link(cast, case, by=cast.maria)
        carry_to_referral(cast, case)
        assert link(cast, case, by=cast.dewi, on="2024-10-22")

    def it_may_come_from_an_examiner_assigned_to_the_case(self):
        cast = Cast()
        case = make_case(cast)
        eko = trust.grant(trust.make_user("eko"), Role.EXAMINER, matter=case.ref)
        assert link(cast, case, by=eko)

    def it_ends_the_one_before_and_no_other_accused_loses_his(self):
        cast = Cast()
        case = make_case(cast, parties=(BUDI, act.NewParty(name="Citra (contoh)", agency_code=CITY)))
        first, of_another = link(cast, case), link(cast, case, party=2)
        second = link(cast, case, on="2024-10-19")
        with pytest.raises(NotFound):
            party_by_link(first, at=at("2024-10-20"))
        assert party_by_link(second, at=at("2024-10-20"))[0].ordinal == 1
        assert party_by_link(of_another, at=at("2024-10-20"))[0].ordinal == 2
        assert [entry.verb for entry in trail.history(case.chain)].count("trust.link_revoke") == 1

    def it_shows_the_evidence_that_was_chosen_and_no_other(self):
        cast = Cast()
        case = make_case(cast)
        chosen, kept_back = [
            act.evidence_add(
                case_ref=case.ref, content=PICTURE + name.encode(), name=name, by=cast.wayan, at=at("2024-10-18")
            )
            for name in ("layar.png", "pesan-saksi.png")
        ]
        secret = link(cast, case, shown=(chosen.ref,))
        party, _link = party_by_link(secret, at=at("2024-10-20"))
        assert [item.ref for item in shown_to(party)] == [chosen.ref]
        assert open_shown(secret, chosen.ref, at=at("2024-10-20"))[1] == PICTURE + b"layar.png"
        with pytest.raises(NotFound):
            open_shown(secret, kept_back.ref, at=at("2024-10-20"))

    def it_shows_no_evidence_of_another_case(self):
        cast = Cast()
        case, other = make_case(cast), make_case(cast)
        item = act.evidence_add(
            case_ref=other.ref, content=PICTURE, name="layar.png", by=cast.wayan, at=at("2024-10-18")
        )
        with pytest.raises(act.ActRefused, match="tidak ada pada perkara ini"):
            link(cast, case, shown=(item.ref,))


class WhenALinkIsRevoked:
    """It went to the wrong person, or the accused was named by mistake."""

    def it_opens_nothing_from_that_moment_on_and_the_trail_tells_it(self):
        cast = Cast()
        case = make_case(cast)
        secret = link(cast, case)
        (ended,) = act.answer_link_revoke(case_ref=case.ref, party=1, by=cast.wayan, at=at("2024-10-19"))
        with pytest.raises(NotFound):
            party_by_link(secret, at=at("2024-10-19", 12))
        last = trail.history(case.chain)[-1]
        assert (last.verb, last.payload["link"]) == ("trust.link_revoke", ended.ref)

    def it_can_be_taken_back_after_the_end_of_the_case_too(self):
        cast = Cast()
        case = make_case(cast)
        link(cast, case)
        Case.objects.filter(pk=case.pk).update(state="CLOSED", ended_date=at("2024-10-19").date())
        assert act.answer_link_revoke(case_ref=case.ref, party=1, by=cast.wayan, at=at("2024-10-20"))

    def it_says_so_where_there_is_none(self):
        cast = Cast()
        case = make_case(cast)
        with pytest.raises(act.ActRefused, match="tidak memegang tautan"):
            act.answer_link_revoke(case_ref=case.ref, party=1, by=cast.wayan, at=at("2024-10-19"))

    def it_is_for_those_who_may_issue_one(self):
        cast = Cast()
        case = make_case(cast)
        secret = link(cast, case)
        for by, refusal in ((cast.putu, NotAllowed), (cast.maria, NotFound)):
            with pytest.raises(refusal):
                act.answer_link_revoke(case_ref=case.ref, party=1, by=by, at=at("2024-10-19"))
        assert party_by_link(secret, at=at("2024-10-20"))


class WhenAnOfficerWritesTheAnswerDown:
    def record(self, cast: Cast, case: Case, *, by, on="2024-10-22", text=NOT_MINE) -> Answer:
        return act.answer_record(case_ref=case.ref, party=1, text=text, by=by, at=at(on))

    def it_says_who_wrote_it(self):
        cast = Cast()
        case = make_case(cast)
        answer = self.record(cast, case, by=cast.wayan)
        assert answer.author_ref == cast.wayan.actor_ref
        assert trail.history(case.chain)[-1].verb == "cases.answer_record"

    def it_may_be_the_personnel_officer_after_the_referral_and_not_before(self):
        cast = Cast()
        case = make_case(cast)
        with pytest.raises(NotFound):
            self.record(cast, case, by=cast.dewi)
        carry_to_referral(cast, case)
        assert self.record(cast, case, by=cast.dewi).party.ordinal == 1

    def it_may_be_an_examiner_assigned_to_the_case(self):
        cast = Cast()
        case = make_case(cast)
        carry_to_referral(cast, case)
        eko = trust.grant(trust.make_user("eko"), Role.EXAMINER, matter=case.ref)
        assert self.record(cast, case, by=eko).author_ref == eko.actor_ref

    @pytest.mark.parametrize("who", ["rahmat", "ani", "putu", "hasan"])
    def it_is_nobody_else(self, who):
        cast = Cast()
        case = make_case(cast)
        carry_to_referral(cast, case)
        with pytest.raises(NotAllowed):
            self.record(cast, case, by=getattr(cast, who))

    def it_is_refused_after_the_end(self):
        cast = Cast()
        case = make_case(cast)
        carry_to_referral(cast, case)
        act.case_decline(case_ref=case.ref, reason="Akun palsu.", by=cast.ani, at=at("2024-10-22"))
        with pytest.raises(act.WrongState):
            self.record(cast, case, by=cast.wayan, on="2024-10-23")
