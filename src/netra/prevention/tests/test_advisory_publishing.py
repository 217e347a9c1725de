"""What was answered is published without the person, found again, and tells when the law has changed since."""

from datetime import date

import pytest

from netra.prevention.advisory_checks import AdvisoryRefused
from netra.prevention.operations import advisory_unpublish
from netra.prevention.queries import (
    AdviceUnknown,
    advice_by_number,
    cited_articles,
    may_read_advice,
    published_advice,
    published_page,
)
from netra.prevention.tests.advisory_builders import ANSWERED_AT, answered, asked, published
from netra.prevention.tests.builders import City, at
from netra.trust.errors import NotFound

pytestmark = pytest.mark.django_db
ON = date(2018, 3, 7)


class WhenAnAnswerIsPublished:
    """advisory_publish"""

    def it_is_found_by_its_words_its_number_and_its_article(self):
        city = City()
        answer = answered(city)
        published(city, answer)
        for words in ("", "whatsapp FOTO", answer.number, "Tidak boleh", "UU 5/2014"):
            rows, _next = published_page(on=ON, text=words)
            assert [row.answer.pk for row in rows] == [answer.pk], words
        assert published_page(on=ON, text="truk")[0] == []
        assert len(published_page(on=ON, article="PRINCIPLE")[0]) == 1
        assert published_page(on=ON, article="PRINCI")[0] == []
        assert "PRINCIPLE" in cited_articles(on=ON) and "RULING" not in cited_articles(on=ON)

    def it_is_there_for_everybody_only_after_somebody_has_said_that_it_names_nobody(self):
        city = City()
        answer = answered(city)
        with pytest.raises(NotFound):
            published_advice(answer.ref, on=ON)
        with pytest.raises(AdvisoryRefused, match="Baca ulang"):
            published(city, answer, names_nobody=False)
        published(city, answer, matter="Seorang pegawai hendak memasang foto kerabatnya.")
        assert published_advice(answer.ref, on=ON).made.matter == "Seorang pegawai hendak memasang foto kerabatnya."

    @pytest.mark.parametrize(
        ("over", "says"),
        [
            ({"text": "Tanyakan ke budi@contoh.id."}, "alamat surel"),
            ({"matter": "PNS 198001012005011001 bertanya."}, "NIP"),
            ({"matter": " "}, "masih kosong"),
        ],
    )
    def it_is_refused_with_what_names_a_person(self, over, says):
        city = City()
        with pytest.raises(AdvisoryRefused, match=says):
            published(city, answered(city), **over)

    def it_is_published_once_and_may_be_taken_back_and_mended(self):
        """advisory_unpublish"""
        city = City()
        answer = answered(city)
        published(city, answer)
        with pytest.raises(AdvisoryRefused, match="sudah terbit"):
            published(city, answer)
        ref = answer.question.ref
        advisory_unpublish(advisory_ref=ref, ordinal=1, reason="Unitnya dikenali.", by=city.dewi, at=ANSWERED_AT)
        with pytest.raises(NotFound, match="tidak lagi diterbitkan"):
            published_advice(answer.ref, on=ON)
        assert published(city, answer, matter="Seorang pegawai bertanya.").version == 2
        with pytest.raises(NotFound):
            advisory_unpublish(advisory_ref=ref, ordinal=2, reason="Salah.", by=city.dewi, at=ANSWERED_AT)


class WhenTheLawChangedSince:
    def it_says_nothing_while_the_article_stands(self):
        city = City()
        published(city, answered(city))
        assert published_page(on=date(2023, 10, 30))[0][0].changes == []

    def it_names_what_was_cited_and_what_holds_since_when(self):
        """UU 20/2023 took the place of UU 5/2014 on 31 October 2023."""
        city = City()
        published(city, answered(city))
        (change,) = published_page(on=date(2026, 1, 5))[0][0].changes
        assert change.cited == "UU 5/2014 Pasal 2 huruf f dan Pasal 9 ayat (2)"
        assert change.since == date(2023, 10, 31)
        assert change.now == "UU 20/2023 Pasal 9 ayat (2) dan Pasal 24 ayat (1)"

    def it_names_the_answer_that_took_its_place(self):
        city = City()
        first = answered(city)
        published(city, first)
        second = answered(city, first.question, after=1, moment=at("2018-03-09"), reason="Faktanya lain.")
        told = published_advice(first.ref, on=date(2018, 3, 9))
        assert told.newer == second and not told.newer_published
        published(city, second)
        assert published_advice(first.ref, on=date(2018, 3, 9)).newer_published


class WhenAnAnswerIsCited:
    def it_is_found_by_the_number_of_its_letter_or_by_its_reference(self):
        city = City()
        answer = answered(city)
        for written in (answer.number, f"  {answer.number.lower()} ", answer.ref.lower()):
            assert advice_by_number(written) == answer
        for unknown in ("", "800/99/ENTAH"):
            with pytest.raises(AdviceUnknown, match="Tidak ada jawaban tertulis"):
                advice_by_number(unknown)

    def it_is_read_by_its_desk_and_once_published_by_everybody(self):
        city = City()
        answer = answered(city, asked())
        assert may_read_advice(city.dewi, answer, on=ON) and not may_read_advice(city.wayan, answer, on=ON)
        published(city, answer)
        assert may_read_advice(city.wayan, answer, on=ON)
