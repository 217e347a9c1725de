"""Invited, heard, or not come; a reporter is a reporter and has no name."""

from __future__ import annotations

import json

import pytest
from django.db import connection

from netra.cases import operations as act
from netra.cases.models import Case, Clarification
from netra.cases.tests.builders import Cast, at, carry_to_plenary, invite, make_case, make_report, open_terms, register
from netra.letters.models import Letter
from netra.letters.queries import pdf
from netra.letters.tests.pdf_text import says
from netra.trust import trail
from netra.trust.errors import NotFound
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db


@told_once
def studied(cast: Cast) -> Case:
    case = register(cast, make_report(cast))
    return act.case_start_preliminary(case_ref=case.ref, by=cast.wayan, at=at("2024-10-18", 12))


@told_once
def hear(cast: Cast, case: Case, *, attended=True, statement="Saya melihatnya.", ordinal=1, on="2024-10-19", hour=12):
    return act.clarification_record(
        case_ref=case.ref, ordinal=ordinal, attended=attended, statement=statement, by=cast.wayan, at=at(on, hour)
    )


class WhenTheStudyIsReadyBeforeTheAccusedWasHeard:
    """Invited for 19 October at ten; the study is to be finished at nine."""

    @pytest.fixture
    def cast(self):
        return Cast()

    @pytest.fixture
    @told_once
    def case(self, cast):
        case = make_case(cast)
        wayan = {"case_ref": case.ref, "by": cast.wayan}
        act.case_start_preliminary(**wayan, at=at("2024-10-17", 10))
        act.case_start_study(**wayan, at=at("2024-10-18"))
        act.allegation_assess(**wayan, party=1, act=1, at=at("2024-10-18", 10))
        act.allegation_confirm(**wayan, party=1, act=1, reason="Dibaca.", at=at("2024-10-18", 11))
        invite(cast, case, "ACCUSED")
        return case

    def finish(self, cast, case, **over):
        words = {"proposal": "Teruskan.", "facts": "Fakta.", "analysis": "Unsur."}
        return act.case_finish_study(case_ref=case.ref, **words | over, by=cast.wayan, at=at("2024-10-19", 9))

    def it_is_warned_that_he_is_still_to_be_heard(self, cast, case):
        with pytest.raises(act.ActRefused, match=r"T1 diundang klarifikasi pada 19 Oktober 2024 pukul 10\.00 WIB"):
            self.finish(cast, case)
        assert not Letter.objects.filter(kind="STUDY").exists()

    def it_is_finished_with_a_reason_and_the_study_says_so(self, cast, case):
        self.finish(cast, case, unheard_reason="Tenggat kajian berakhir hari ini.")
        study = pdf(Letter.objects.get(kind="STUDY").ref)
        assert says(study, "Terlapor T1 diundang klarifikasi pada 19 Oktober 2024 pukul 10.00 WIB")
        assert says(study, "diselesaikan sebelum itu, dengan alasan: Tenggat kajian berakhir hari ini.")

    def it_is_finished_without_a_word_once_he_was_heard(self, cast, case):
        hear(cast, case, hour=8)
        self.finish(cast, case)
        assert not says(pdf(Letter.objects.get(kind="STUDY").ref), "dengan alasan")


class WhenSomebodyIsInvited:
    def it_makes_a_letter_with_day_hour_and_place(self):
        cast = Cast()
        case = studied(cast)
        invited = invite(cast, case, "WITNESS", name="Tono (contoh)")
        printed = pdf(invited.letter_ref)
        for words in ("Tono (contoh)", "19 Oktober 2024", "10.00 WIB", "Ruang klarifikasi"):
            assert says(printed, words)
        assert dict(trail.history(case.chain)[-1].payload) == {
            "case": case.ref,
            "invitation": 1,
            "letter": invited.letter_ref,
        }

    def it_calls_the_reporter_nothing_but_reporter(self):
        cast = Cast()
        invited = invite(cast, studied(cast), "REPORTER")
        letter = Letter.objects.get(ref=invited.letter_ref)
        assert (letter.data or {})["addressee"] == {"position": "Pelapor"}
        assert "Sari" not in json.dumps(letter.data)
        assert not says(pdf(letter.ref), "Sari")
        assert (invited.name, invited.party) == ("", None)

    def it_refuses_a_name_for_the_reporter_instead_of_keeping_it(self):
        cast = Cast()
        case = studied(cast)
        with pytest.raises(act.ActRefused, match="Pelapor diundang tanpa nama"):
            invite(cast, case, "REPORTER", name="Sari Dewanti (contoh)")
        assert not Clarification.objects.exists()
        assert not Letter.objects.exists()

    def it_addresses_an_accused_by_what_the_case_knows(self):
        cast = Cast()
        invited = invite(cast, studied(cast), "ACCUSED")
        assert (Letter.objects.get(ref=invited.letter_ref).data or {})["addressee"]["name"] == "Budi (contoh)"

    @pytest.mark.parametrize(
        ("invitation", "words"),
        [
            (act.Invitation("NEIGHBOUR", at("2024-10-19"), "Kantor", name="Tono (contoh)"), "tidak dikenal"),
            (act.Invitation("ACCUSED", at("2024-10-19"), "Kantor"), "Pilih terlapor"),
            (act.Invitation("WITNESS", at("2024-10-17"), "Kantor", name="Tono (contoh)"), "sudah lewat"),
        ],
    )
    def it_refuses_what_makes_no_invitation(self, invitation, words):
        cast = Cast()
        case = studied(cast)
        with pytest.raises(act.ActRefused, match=words):
            act.clarification_invite(case_ref=case.ref, invitation=invitation, by=cast.wayan, at=at("2024-10-18", 14))
        assert not Letter.objects.exists()

    def it_needs_an_accused_who_is_there(self):
        cast = Cast()
        case = studied(cast)
        nobody = act.Invitation("ACCUSED", at("2024-10-19"), "Kantor", party=5)
        with pytest.raises(NotFound):
            act.clarification_invite(case_ref=case.ref, invitation=nobody, by=cast.wayan, at=at("2024-10-18", 14))

    def it_belongs_to_the_study(self):
        cast = Cast()
        case = make_case(cast)
        with pytest.raises(act.WrongState, match="«Undangan klarifikasi» tidak dapat dilakukan"):
            invite(cast, case)
        carry_to_plenary(cast, case)
        with pytest.raises(act.WrongState):
            invite(cast, case)

    def it_lengthens_no_term_that_was_met_already(self):
        cast = Cast()
        case = studied(cast)
        act.stop_all_clocks(Case.objects.get(pk=case.pk), met=at("2024-10-18").date())
        invite(cast, case, "REPORTER")
        assert open_terms(case) == {}


class WhenTheDayHasCome:
    def it_keeps_what_was_said(self):
        cast = Cast()
        case = studied(cast)
        invite(cast, case)
        heard = hear(cast, case)
        assert (heard.attended, heard.statement, heard.recorded_at) == (
            True,
            "Saya melihatnya.",
            at("2024-10-19", 12),
        )
        told = dict(trail.history(case.chain)[-1].payload)
        assert told == {"case": case.ref, "invitation": 1, "attended": True}

    def it_keeps_that_nobody_came(self):
        cast = Cast()
        case = studied(cast)
        invite(cast, case)
        missed = hear(cast, case, attended=False, statement="")
        assert (missed.attended, missed.statement) == (False, "")

    def it_wants_the_words_of_whoever_came(self):
        cast = Cast()
        case = studied(cast)
        invite(cast, case)
        with pytest.raises(act.ActRefused, match="Tuliskan keterangannya"):
            hear(cast, case, statement="  ")

    def it_is_written_once(self):
        cast = Cast()
        case = studied(cast)
        invite(cast, case)
        hear(cast, case)
        with pytest.raises(act.ActRefused, match="sudah dicatat"):
            hear(cast, case, attended=False, statement="")

    def it_says_of_nobody_before_the_hour_that_he_did_not_come(self):
        """The invitation is for 10.00 on the 19th."""
        cast = Cast()
        case = studied(cast)
        invite(cast, case)
        with pytest.raises(act.ActRefused, match="belum lewat"):
            hear(cast, case, attended=False, statement="", hour=9)
        assert hear(cast, case, attended=False, statement="", hour=11).attended is False

    def it_says_of_nobody_before_the_day_that_he_came(self):
        """The invitation is for the 19th; whoever comes at nine of that day is heard at nine."""
        cast = Cast()
        case = studied(cast)
        invite(cast, case)
        with pytest.raises(act.ActRefused, match=r"baru pada 19 Oktober 2024.*undangan baru"):
            hear(cast, case, on="2024-10-18", hour=23)
        assert hear(cast, case, hour=9).attended is True

    def it_needs_an_invitation(self):
        cast = Cast()
        with pytest.raises(NotFound, match="Undangan klarifikasi nomor 4"):
            hear(cast, studied(cast), ordinal=4)


def test_the_name_of_a_reporter_who_was_invited_is_in_no_table_of_the_case():
    """Sari is sealed; no row of this room and no letter has her name, whatever was done with her report."""
    cast = Cast()
    case = studied(cast)
    invite(cast, case, "REPORTER")
    hear(cast, case)
    tables = [name for name in connection.introspection.table_names() if name.startswith(("cases_", "letters_"))]
    assert len(tables) > 10
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 -- names come from the database itself
            assert "Dewanti" not in str(cursor.fetchall()), table
