"""People with an account, the roles they hold, and what guards the door they come in by."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from netra.trust.acts import ROLE_LABELS, Role

# A role held over the whole country; every other role is bound to a place or to one matter.
NATIONAL_ROLES = (Role.OVERSIGHT_ANALYST, Role.IDENTITY_CUSTODIAN, Role.AUDITOR, Role.ADMINISTRATOR)


def role_choices() -> list[tuple[str, str]]:
    """A callable, so that a new role makes no migration."""
    return [(role.value, label) for role, label in ROLE_LABELS.items()]


class UserManager(BaseUserManager["User"]):
    """Finds an account by its user name; accounts are made by `operations.user_create` alone."""


class User(AbstractBaseUser):
    """An officer with an account. No Django groups or permissions: `trust.access` is the only judge."""

    # The trail knows who came in and when; Django's own column would be a second, weaker account of it.
    last_login = None

    username = models.CharField(max_length=60, unique=True)
    full_name = models.CharField(max_length=200)
    # One a line, the oldest first, as `FormerName` tells them: whoever compares names reads the account alone.
    former_names = models.TextField(blank=True, db_default="")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    objects = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    def __str__(self) -> str:
        return self.actor_ref

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and every former one: a correction makes nobody a stranger to his own case."""
        return (self.full_name, *self.former_names.splitlines())

    @property
    def actor_ref(self) -> str:
        return f"user:{self.pk}"


class FormerName(models.Model):
    """A name that an account had until it was corrected, by whom and why; papers of its time keep it."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="renamings")
    full_name = models.CharField(max_length=200)
    reason = models.TextField()
    renamed_by = models.CharField(max_length=60)
    renamed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(reason=""), name="trust_renamed_for_a_reason")]

    def __str__(self) -> str:
        return f"former name of {self.user_id}"


class RoleGrantQuerySet(models.QuerySet["RoleGrant"]):
    def valid_on(self, day: date) -> RoleGrantQuerySet:
        """Grants in force on that day; the last day is not included."""
        return self.filter(Q(valid_until=None) | Q(valid_until__gt=day), valid_from__lte=day)


class RoleGrant(models.Model):
    """A role held by a user in one region, one agency, one unit of it, one matter or, for a few roles, everywhere;
    half-open.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=30, choices=role_choices)
    region_code = models.CharField(max_length=20, blank=True, default="")
    agency_code = models.CharField(max_length=60, blank=True, default="")
    # Of that agency; the grant then holds for the unit with all beneath it, and never for the agency.
    unit_code = models.CharField(max_length=60, blank=True, default="")
    subject_ref = models.CharField(max_length=80, blank=True, default="")
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["user", "role"], name="trust_grant_user_role")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=models.F("valid_from")),
                name="trust_grant_period_runs_forward",
            ),
            models.CheckConstraint(
                condition=Q(region_code="", agency_code="")
                | Q(region_code="", subject_ref="")
                | Q(agency_code="", subject_ref=""),
                name="trust_grant_has_one_scope",
            ),
            models.CheckConstraint(
                condition=~Q(region_code="", agency_code="", subject_ref="")
                | Q(role__in=[role.value for role in NATIONAL_ROLES]),
                name="trust_grant_national_only_for_national_roles",
            ),
            models.CheckConstraint(
                condition=Q(subject_ref="") | Q(role=Role.EXAMINER.value),
                name="trust_grant_matter_only_for_examiner",
            ),
            models.CheckConstraint(
                condition=Q(unit_code="") & ~Q(role=Role.UNIT_HEAD.value)
                | ~Q(unit_code="") & ~Q(agency_code="") & Q(role=Role.UNIT_HEAD.value),
                name="trust_grant_unit_only_for_its_head",
            ),
        ]

    def __str__(self) -> str:
        place = "/".join(filter(None, (self.agency_code, self.unit_code)))
        return f"{self.role} {self.region_code or place or self.subject_ref or 'nasional'}"


class FirstAdminInvite(models.Model):
    """The one-time link that makes the first administrator; only the fingerprint of its token is kept."""

    fingerprint = models.CharField(max_length=64, unique=True)
    issued_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"invite {self.pk}"


class SignInThrottle(models.Model):
    """Failed sign-ins since a moment, by name, by sender, or by both. Neither is kept: people type passwords into the
    field of the name, and an address is personal data.
    """

    fingerprint = models.CharField(max_length=64, unique=True)
    failures = models.PositiveIntegerField(default=0)
    since_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["since_at"], name="trust_throttle_since")]

    def __str__(self) -> str:
        return f"throttle {self.pk}"
