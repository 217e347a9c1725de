"""The roles of the house and their words; what each may do stands in `trust.acts`."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.utils.translation import gettext_noop as _


class Role(StrEnum):
    """Who somebody is in the work; every grant of a role has a scope (see `trust.access`)."""

    INTAKE_OFFICER = "INTAKE_OFFICER"
    PLENARY_MEMBER = "PLENARY_MEMBER"
    OVERSIGHT_ANALYST = "OVERSIGHT_ANALYST"
    PERSONNEL_OFFICER = "PERSONNEL_OFFICER"
    UNIT_HEAD = "UNIT_HEAD"
    EXAMINER = "EXAMINER"
    APPOINTING_AUTHORITY = "APPOINTING_AUTHORITY"
    IDENTITY_CUSTODIAN = "IDENTITY_CUSTODIAN"
    AUDITOR = "AUDITOR"
    ADMINISTRATOR = "ADMINISTRATOR"


ROLE_LABELS: Mapping[Role, str] = MappingProxyType(
    {
        Role.INTAKE_OFFICER: _("Petugas penerima laporan (Bawaslu)"),
        Role.PLENARY_MEMBER: _("Anggota pleno (Bawaslu)"),
        Role.OVERSIGHT_ANALYST: _("Analis pengawasan (KASN/BKN)"),
        Role.PERSONNEL_OFFICER: _("Petugas kepegawaian (BKPSDM/BKD)"),
        Role.UNIT_HEAD: _("Kepala unit kerja"),
        Role.EXAMINER: _("Pemeriksa / anggota majelis kode etik"),
        Role.APPOINTING_AUTHORITY: _("Pejabat Pembina Kepegawaian"),
        Role.IDENTITY_CUSTODIAN: _("Penjaga identitas"),
        Role.AUDITOR: _("Auditor"),
        Role.ADMINISTRATOR: _("Administrator"),
    }
)
