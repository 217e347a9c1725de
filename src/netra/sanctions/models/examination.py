"""Panggilan, tim pemeriksa, berita acara, laporan hasil pemeriksaan."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_noop as _

from netra.law.local_time import day_at
from netra.sanctions.models.proceeding import Proceeding

# The first examination, and the one by a team that repeats it (`Proceeding.round`).
ROUNDS = (1, 2)


def round_field() -> models.PositiveSmallIntegerField[int, int]:
    """To which examination something belongs."""
    return models.PositiveSmallIntegerField(default=1, db_default=1)


class Summons(models.Model):
    """A written summons, first or second of its round, and whether the person came."""

    proceeding = models.ForeignKey(Proceeding, on_delete=models.PROTECT, related_name="summonses")
    round = round_field()
    ordinal = models.PositiveSmallIntegerField()
    letter_ref = models.CharField(max_length=24)
    letter_date = models.DateField()
    meeting_at = models.DateTimeField()
    place = models.CharField(max_length=200)
    attended = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["proceeding", "round", "ordinal"], name="summons_ordinal"),
            models.CheckConstraint(condition=Q(ordinal__in=[1, 2]), name="summons_two_at_most"),
            models.CheckConstraint(condition=Q(round__in=ROUNDS), name="summons_round"),
        ]

    @property
    def is_for_the_same_day(self) -> bool:
        """Whether the letter calls for the day that it bears: no article forbids it, so it is shown instead."""
        return day_at(self.proceeding.region_code, self.meeting_at) == self.letter_date


def team_kind_choices() -> list[tuple[str, str]]:
    return [("EXAMINATION", _("Tim pemeriksa")), ("COUNCIL", _("Majelis kode etik"))]


def team_role_choices() -> list[tuple[str, str]]:
    return [("CHAIR", _("Ketua")), ("SECRETARY", _("Sekretaris")), ("MEMBER", _("Anggota"))]


def team_element_choices() -> list[tuple[str, str]]:
    return [
        ("DIRECT_SUPERIOR", _("Unsur atasan langsung")),
        ("HIGHER_SUPERIOR", _("Atasan yang lebih tinggi")),
        ("OVERSIGHT", _("Unsur pengawasan")),
        ("PERSONNEL", _("Unsur kepegawaian")),
        ("OTHER", _("Pejabat lain yang ditunjuk")),
    ]


class TeamMember(models.Model):
    """A member of an examination team (PP 94/2021 Ps 29) or of an ethics council (PP 42/2004 Ps 18)."""

    proceeding = models.ForeignKey(Proceeding, on_delete=models.PROTECT, related_name="team")
    kind = models.CharField(max_length=12, choices=team_kind_choices)
    role = models.CharField(max_length=10, choices=team_role_choices)
    element = models.CharField(max_length=16, choices=team_element_choices)
    name = models.CharField(max_length=200)
    position = models.CharField(max_length=24)
    grade = models.CharField(max_length=8, blank=True)
    nip = models.CharField(max_length=18, blank=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    # Whose seat he took, by which decree and since which day; empty for who was named when it was formed.
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="successor")
    seated_date = models.DateField(null=True)
    letter_ref = models.CharField(max_length=24, blank=True, db_default="")
    # What the composition leaves open since he came.
    composition_note = models.TextField(blank=True, db_default="")
    # The first day without him, and why he left.
    left_date = models.DateField(null=True)
    left_reason = models.TextField(blank=True, db_default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(replaces=None, seated_date=None, letter_ref="")
                | (Q(replaces__isnull=False, seated_date__isnull=False) & ~Q(letter_ref="")),
                name="member_seated_by_a_decree",
            ),
            models.CheckConstraint(
                condition=Q(left_date=None, left_reason="") | (Q(left_date__isnull=False) & ~Q(left_reason="")),
                name="member_left_for_a_reason",
            ),
        ]

    def sat_on(self, day: date) -> bool:
        """Whether he had the seat on that day; on that of the decree that replaces him his successor has it."""
        return (self.seated_date is None or self.seated_date <= day) and (
            self.left_date is None or day < self.left_date
        )


class ExaminerRelease(models.Model):
    """That somebody no longer examines here, and why: what he did stays, and he may be assigned again."""

    proceeding = models.ForeignKey(Proceeding, on_delete=models.PROTECT, related_name="releases")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    released_by = models.CharField(max_length=60)
    released_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="examiner_release_needs_reason")]


class Examination(models.Model):
    """Berita acara pemeriksaan: closed, signed by both or stands unsigned; the examinee gets a copy (Ps 32–34)."""

    proceeding = models.ForeignKey(Proceeding, on_delete=models.PROTECT, related_name="examinations")
    round = round_field()
    letter_ref = models.CharField(max_length=24)
    held_date = models.DateField()
    virtual = models.BooleanField(default=False)
    # Pairs of question and answer, as they were put and given.
    dialogue = models.JSONField()
    signed_by_examinee = models.BooleanField()
    obstructed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["proceeding", "round"], name="examination_once_a_round"),
            models.CheckConstraint(condition=Q(round__in=ROUNDS), name="examination_round"),
        ]


class ExaminationReport(models.Model):
    """Laporan hasil pemeriksaan: proven or not, and the level that the examiners propose."""

    proceeding = models.ForeignKey(Proceeding, on_delete=models.PROTECT, related_name="reports")
    round = round_field()
    letter_ref = models.CharField(max_length=24)
    reported_date = models.DateField()
    proven = models.BooleanField()
    proposed_level = models.CharField(max_length=12, blank=True)
    aggravating = models.TextField(blank=True)
    mitigating = models.TextField(blank=True)
    analysis = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(proven=False) | ~Q(proposed_level=""), name="examination_report_proposes"
            ),
            models.UniqueConstraint(fields=["proceeding", "round"], name="examination_report_once_a_round"),
            models.CheckConstraint(condition=Q(round__in=ROUNDS), name="examination_report_round"),
        ]
