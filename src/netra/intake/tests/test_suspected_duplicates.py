"""Two reports that look alike are shown with reasons; nothing is merged by itself."""

from datetime import date

import pytest

from netra.intake.models import DuplicateLink
from netra.intake.queries import suspected_duplicates
from netra.intake.submission import Person
from netra.intake.tests.builders import FRIDAY, OTHER_SECRET, SEEN_DATE, a_report, later, reports
from netra.trust.errors import NotFound
from netra.trust.tests import builders as cast

pytestmark = pytest.mark.django_db
OTHER_STORY = "Seseorang membagikan amplop berisi uang di warung kopi dekat terminal pada malam hari."


def suspected(report, by=None):
    return suspected_duplicates(by or cast.wayan(), report.ref, at=FRIDAY)


def other(**over):
    return a_report(OTHER_SECRET, **{"at": later(hours=3), **over})


def test_the_same_person_on_the_same_day_is_suspected_and_says_why():
    report, twin = a_report(), other(what=OTHER_STORY)
    (suspicion,) = suspected(report)

    assert suspicion.ref == twin.ref
    assert "Nama terlapor yang ditulis sama." in suspicion.reasons
    assert "Tanggal kejadian sama." in suspicion.reasons
    assert DuplicateLink.objects.count() == 0


def test_the_same_words_about_somebody_unknown_are_suspected():
    twin = other(persons=(), what="Ada yang berdiri di panggung kampanye di lapangan, mengajak hadirin memilih.")
    (suspicion,) = suspected(a_report())

    assert suspicion.ref == twin.ref
    assert any("kata uraian sama" in reason and "kampanye" in reason for reason in suspicion.reasons)


@pytest.mark.parametrize(
    "over",
    [
        {"what": OTHER_STORY, "persons": (Person(name="Orang Lain (contoh)"),), "place": "Warung"},
        {"region_code": "15.05"},
        {"what": OTHER_STORY, "act_date": date(2024, 9, 1), "known_date": date(2024, 9, 2)},
    ],
)
def test_another_story_another_region_or_another_month_is_not(over):
    other(**over)

    assert suspected(a_report()) == []


def test_a_name_is_the_same_with_signs_and_capitals():
    other(what=OTHER_STORY, persons=(Person(name="BUDI SANTOSO, (Contoh)"),))

    assert len(suspected(a_report())) == 1


def test_a_name_too_short_to_tell_people_apart_means_nothing():
    report = a_report(persons=(Person(name="Bu A."),))
    other(what=OTHER_STORY, persons=(Person(name="Bu A."),))

    assert suspected(report) == []


def test_without_a_day_the_days_of_receipt_decide():
    undated = a_report(act_date=None, act_precision="UNKNOWN")
    other(act_date=SEEN_DATE)

    assert len(suspected(undated)) == 1


def test_the_most_alike_comes_first():
    report = a_report()
    alike = a_report("a" * 40, at=later(hours=1))
    half = a_report("b" * 40, at=later(hours=2), what=OTHER_STORY, conduct="other")

    assert [suspicion.ref for suspicion in suspected(report)] == [alike.ref, half.ref]


def test_what_an_officer_may_not_see_is_not_suspected():
    report = a_report()

    with pytest.raises(NotFound):
        suspected(report, by=cast.maria())


def test_comparing_takes_the_same_queries_for_few_and_many(django_assert_num_queries):
    wayan, (first, *_rest) = cast.wayan(), reports(12)

    # grants, report, is it about who asks, its files, alike, apart, near, copies, its persons, the others, their
    # persons
    with django_assert_num_queries(11):
        suspected(first, by=wayan)
