"""Why it happened, coded by two people apart; and how far they agree, reckoned by hand."""

from __future__ import annotations

import pytest

from netra.cases import operations as act
from netra.cases.causes import CAUSES, agreement
from netra.cases.models import Case, CauseCode, CauseCoding
from netra.cases.queries import cause_codings_for, coded_pairs
from netra.cases.tests.builders import Cast, at, carry_to_recommendation, make_case
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.tests import builders as trust
from netra.trust.tests.told_once import told_once

BOSS = {"PATRON_CLIENT": "Mengaku diminta kepala dinas."}
KIN = {"KINSHIP": "Calon adalah iparnya."}


@told_once
def handled(cast: Cast) -> Case:
    case = make_case(cast)
    carry_to_recommendation(cast, case)
    case.refresh_from_db()
    act.enter_proceeding(case, at=at("2024-11-01"))
    return case


def code(case: Case, causes, by) -> CauseCoding:
    return act.cause_code(case_ref=case.ref, causes=causes, by=by, at=at("2024-11-04"))


@pytest.mark.django_db
class WhenTheFirstCodes:
    def it_keeps_each_factor_with_its_evidence(self):
        cast = Cast()
        case = handled(cast)
        code(case, {**BOSS, **KIN}, cast.wayan)
        assert dict(CauseCode.objects.values_list("cause", "evidence")) == {**BOSS, **KIN}
        assert CauseCoding.objects.get().ordinal == 1

    def it_tells_the_trail_how_many_and_not_which(self):
        cast = Cast()
        case = handled(cast)
        code(case, {**BOSS, **KIN}, cast.wayan)
        assert dict(trail.history(case.chain)[-1].payload) == {"case": case.ref, "causes": 2}

    def it_may_find_nothing(self):
        cast = Cast()
        case = handled(cast)
        assert code(case, {}, cast.wayan).codes.count() == 0

    def it_shows_his_codes_to_himself_alone_until_the_second_has_coded(self):
        cast = Cast()
        case = handled(cast)
        code(case, BOSS, cast.wayan)
        for other in (cast.ani, cast.dewi, cast.hasan):
            assert list(cause_codings_for(other, case)) == []
        assert [each.coder_id for each in cause_codings_for(cast.wayan, case)] == [cast.wayan.pk]
        assert coded_pairs(Case.objects.all()) == []
        code(case, KIN, cast.ani)
        for reader in (cast.wayan, cast.ani, cast.hasan):
            assert [each.coder_id for each in cause_codings_for(reader, case)] == [cast.wayan.pk, cast.ani.pk]
        assert coded_pairs(Case.objects.all()) == [(frozenset({"PATRON_CLIENT"}), frozenset({"KINSHIP"}))]


@pytest.mark.django_db
class WhenCodingIsRefused:
    @pytest.mark.parametrize(
        ("causes", "words"),
        [
            ({"PATRON_CLIENT": "  "}, "Belum ada bukti untuk: Loyalitas kepada atasan sebagai patron"),
            ({"BAD_WEATHER": "Hujan."}, "Faktor tidak dikenal: BAD_WEATHER"),
        ],
    )
    def it_is_for_want_of_evidence_or_of_a_known_factor(self, causes, words):
        cast = Cast()
        case = handled(cast)
        with pytest.raises(act.ActRefused, match=words):
            code(case, causes, cast.wayan)
        assert not CauseCoding.objects.exists()

    def it_is_the_same_person_twice(self):
        cast = Cast()
        case = handled(cast)
        code(case, BOSS, cast.wayan)
        with pytest.raises(act.ActRefused, match="dilakukan orang lain"):
            code(case, KIN, cast.wayan)
        assert set(CauseCode.objects.values_list("cause", flat=True)) == {"PATRON_CLIENT"}

    def it_is_a_third_person(self):
        cast = Cast()
        case = handled(cast)
        sinta = trust.grant(trust.make_user("sinta"), Role.INTAKE_OFFICER, region="15")
        code(case, BOSS, cast.wayan)
        code(case, BOSS, cast.ani)
        with pytest.raises(act.ActRefused, match="sudah dikode oleh dua orang"):
            code(case, KIN, sinta)

    def it_is_a_case_that_nobody_proved_yet(self):
        cast = Cast()
        with pytest.raises(act.WrongState, match="Diregistrasi"):
            code(make_case(cast), BOSS, cast.wayan)

    def it_is_somebody_without_that_task(self):
        cast = Cast()
        case = handled(cast)
        with pytest.raises(NotAllowed):
            code(case, BOSS, cast.rahmat)
        with pytest.raises(NotFound):
            code(case, BOSS, cast.maria)


def pair(first: str, second: str) -> tuple[frozenset[str], frozenset[str]]:
    """Two coders in one line each: the first letters of the factors they found."""
    letters = {"P": "PATRON_CLIENT", "A": "AMBITION", "K": "KINSHIP", "E": "ELITE_PRESSURE"}
    return frozenset(letters[each] for each in first), frozenset(letters[each] for each in second)


class WhenAgreementIsReckoned:
    """Cohen 1960: (observed - expected) / (1 - expected), over seven yes/no judgements in every case."""

    def it_has_seven_judgements_in_a_case(self):
        assert len(CAUSES) == 7
        assert agreement([pair("P", "P")]).judgements == 7

    def it_is_one_where_both_say_the_same(self):
        """Yes 1 and 1 of 7: observed 7/7; expected 1/7·1/7 + 6/7·6/7 = 37/49; (1 - 37/49) / (1 - 37/49) = 1."""
        found = agreement([pair("P", "P")])
        assert found.observed == 1
        assert found.expected == pytest.approx(37 / 49)
        assert found.kappa == pytest.approx(1)

    def it_is_below_nothing_where_they_part(self):
        """P against K: 5 of 7 agree (all no); expected 37/49 = 0.7551; (35/49 - 37/49) / (12/49) = -1/6."""
        found = agreement([pair("P", "K")])
        assert found.observed == pytest.approx(5 / 7)
        assert found.kappa == pytest.approx(-1 / 6)

    def it_is_reckoned_over_all_cases_together(self):
        """Two cases, 14 judgements. First: PA and PA; second: PK and P.

        Both yes 3, first only 1 (K), second only 0, neither 10. Observed 13/14. First says yes 4/14, second 3/14:
        expected 4/14·3/14 + 10/14·11/14 = (12 + 110)/196 = 122/196. Kappa (182/196 - 122/196) / (74/196) = 60/74.
        """
        found = agreement([pair("PA", "PA"), pair("PK", "P")])
        assert found.judgements == 14
        assert found.observed == pytest.approx(13 / 14)
        assert found.expected == pytest.approx(122 / 196)
        assert found.kappa == pytest.approx(60 / 74)

    def it_is_nothing_where_one_finds_all_and_the_other_none_of_the_same_factor(self):
        """P always against never: chance explains what they share. Two cases P/"" : yes 2/14 and 0/14.

        Observed 12/14; expected 0 + 12/14·14/14 = 12/14; kappa 0.
        """
        assert agreement([pair("P", ""), pair("P", "")]).kappa == pytest.approx(0)

    @pytest.mark.parametrize("pairs", [[], [pair("", "")], [pair("", ""), pair("", "")]])
    def it_is_not_defined_without_a_difference_to_explain(self, pairs):
        """Nobody coded, or both found nothing anywhere: expected agreement is 1, so there is no kappa to tell."""
        assert agreement(pairs).kappa is None
