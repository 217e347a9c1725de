"""Both sides write and add files; the reporter has no account."""

import io

import pytest

from netra.intake.models import ReportMessage
from netra.intake.operations import Erased, MessageRefused, report_message_add, report_reply
from netra.intake.queries.dialogue import dialogue_of
from netra.intake.states import Side
from netra.intake.tests.builders import FRIDAY, OTHER_SECRET, PICTURE, a_report, last_event, later, sari_of
from netra.intake.uploads import NewFile
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound
from netra.trust.evidence import EvidenceRefused
from netra.trust.tests import builders as cast
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db
# Each form carries a token, so that sending it twice is one message.
FORM, OTHER_FORM = "form-1", "form-2"
GIGABYTE = 1024**3


def write(report, body="Ada saksi lain.", *, token=FORM, by=None, at=FRIDAY, files=()):
    return report_message_add(
        report_ref=report.ref, body=body, token=token, by=by or sari_of(report), at=at, files=files
    )


def reply(report, by, body="Terima kasih.", *, token=OTHER_FORM, at=FRIDAY, files=()):
    return report_reply(report_ref=report.ref, body=body, token=token, by=by, at=at, files=files)


def test_sari_and_wayan_write_to_each_other():
    report = a_report()
    write(report, files=[NewFile("foto.png", PICTURE)])
    reply(report, cast.wayan(), at=later(hours=1))
    first, second = dialogue_of(report).messages

    assert (first.side, first.body, [file.name for file in first.files]) == (
        Side.REPORTER,
        "Ada saksi lain.",
        ["foto.png"],
    )
    assert (second.side, second.body, second.files) == (Side.OFFICER, "Terima kasih.", ())


def test_each_message_is_one_event_without_its_words():
    report = a_report()
    write(report, files=[NewFile("foto.png", PICTURE)])
    event = last_event()

    assert event.verb == "intake.report_message_add"
    assert event.payload == f'{{"evidence":1,"report":"{report.ref}"}}'


def test_a_message_sent_twice_is_one_message():
    report = a_report()

    assert write(report) == write(report)
    assert ReportMessage.objects.count() == 1


def test_files_alone_are_a_message():
    report = a_report()
    write(report, body="", files=[NewFile("foto.png", PICTURE)])

    assert len(dialogue_of(report).messages[0].files) == 1


@pytest.mark.parametrize(
    ("body", "files", "says"),
    [
        (" \u200b ", [], "keduanya masih kosong"),
        ("x" * 10_001, [], "paling panjang 10000 huruf; yang tertulis 10001"),
        ("Ini", [NewFile("a", b"a")] * 21, "paling banyak 20 berkas"),
    ],
)
def test_what_cannot_be_sent_is_said(body, files, says):
    with pytest.raises(MessageRefused, match=says):
        write(a_report(), body, files=files)


def test_a_bad_file_sends_nothing():
    report = a_report()
    with pytest.raises(EvidenceRefused):
        write(report, files=[NewFile("kosong.png", b"")])

    assert ReportMessage.objects.count() == 0


def test_a_reporter_leaves_the_last_gigabyte_of_the_disk_to_those_who_work_here(disk_with):
    """The report was sent long ago; its page takes words at any time, and files when there is room again."""
    report = a_report()
    disk_with(free=GIGABYTE + len(PICTURE) - 1)
    with pytest.raises(EvidenceRefused, match="tidak ada ruang untuk berkas baru"):
        write(report, files=[NewFile("foto.png", io.BytesIO(PICTURE))])
    assert ReportMessage.objects.count() == 0
    write(report, "Berkasnya menyusul.")
    reply(report, cast.wayan(), files=[NewFile("surat.pdf", PICTURE)])

    disk_with(free=GIGABYTE + len(PICTURE))
    write(report, token="once there is room", files=[NewFile("foto.png", io.BytesIO(PICTURE))])
    assert [len(message.files) for message in dialogue_of(report).messages] == [0, 1, 1]


def test_the_files_of_one_reporter_have_a_limit_together(settings):
    settings.REPORT_LIMIT_BYTES = 2 * len(PICTURE)
    report, other = a_report(), a_report(OTHER_SECRET)
    two = [NewFile("a.png", PICTURE), NewFile("b.png", PICTURE)]
    write(report, files=two)
    write(report, files=two)  # The same message sent again is no second one.
    with pytest.raises(
        EvidenceRefused, match=f"paling besar {2 * len(PICTURE)} byte; sudah ada {2 * len(PICTURE)} byte"
    ):
        write(report, token="one more", files=[NewFile("c.png", PICTURE)])

    write(report, "Kata-kata selalu dapat dikirim.", token="words")
    write(other, files=[NewFile("a.png", PICTURE)])
    reply(report, cast.wayan(), files=[NewFile("surat.pdf", PICTURE)])


def test_words_corrected_before_the_second_press_are_not_thrown_away():
    """The first sending hung; the reporter corrects the text on the same page and presses again."""
    report = a_report()
    write(report, "Saksi lain: Bapak RT.")
    write(report, "Saksi lain: Bapak RT dan Ibu RW.")
    write(report, "Saksi lain: Bapak RT dan Ibu RW.", files=[NewFile("a.png", PICTURE)])
    write(report, "Saksi lain: Bapak RT dan Ibu RW.")

    told = [(message.body, len(message.files)) for message in dialogue_of(report).messages]
    assert told == [
        ("Saksi lain: Bapak RT.", 0),
        ("Saksi lain: Bapak RT dan Ibu RW.", 0),
        ("Saksi lain: Bapak RT dan Ibu RW.", 1),
    ]


def test_the_holder_of_another_code_cannot_write():
    report, other = a_report(), a_report(OTHER_SECRET)

    with pytest.raises(NotFound):
        write(report, by=sari_of(other))


@pytest.mark.parametrize("person", [cast.maria, cast.dewi])
def test_who_may_not_see_the_report_cannot_answer(person):
    with pytest.raises(NotFound):
        reply(a_report(), person())


def test_an_auditor_sees_and_does_not_write():
    with pytest.raises(NotAllowed):
        reply(a_report(), cast.hasan())


def test_a_clock_that_jumps_back_does_not_reorder_the_dialogue():
    report = a_report()
    write(report, "Pertama", token="a", at=later(hours=2))
    write(report, "Kedua", token="b", at=FRIDAY)

    assert [message.body for message in dialogue_of(report).messages] == ["Pertama", "Kedua"]


def test_nothing_is_written_into_what_was_erased():
    report = a_report()
    with unlocked():
        type(report).objects.filter(pk=report.pk).update(erased_at=FRIDAY)

    with pytest.raises(Erased):
        write(report)


def test_reading_a_long_dialogue_takes_three_queries(django_assert_num_queries):
    report = a_report()
    for number in range(5):
        write(report, str(number), token=str(number), files=[NewFile("a.png", PICTURE)])

    with django_assert_num_queries(3):
        dialogue_of(report)
