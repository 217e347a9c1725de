"""For each address with parameters: how to make the thing it shows, and the parameters that name it.

Each entry is called inside a test with a database and the cast in it, and returns the keyword arguments of `reverse`.
Things belong to Kota Jambi (region 15.71, agency JAMBI-KOTA), so that the cast at home sees them and Maria does not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from django.utils import timezone

from netra.intake import operations as reports
from netra.intake.tests.builders import SARI, a_report
from netra.trust import operations
from netra.trust.models import User
from tests.cast import STRANGER
from tests.house.case_samples import CASE_SAMPLES
from tests.house.prevention_samples import PREVENTION_SAMPLES
from tests.house.registry_samples import REGISTRY_SAMPLES
from tests.house.report_samples import REPORT_SAMPLES, report
from tests.house.sanctions_samples import SANCTIONS_SAMPLES
from tests.house.supervision_samples import SUPERVISION_SAMPLES

Cast = Mapping[str, User]
Sample = Callable[[Cast], dict[str, str]]

AT = datetime(2018, 6, 1, 3, 0, tzinfo=UTC)


def somebody(cast: Cast) -> dict[str, str]:
    """An account."""
    return {"username": cast[STRANGER].username}


def a_newcomer(cast: Cast) -> dict[str, str]:
    """An account of nobody in the cast, so that whoever visits the page is not locked out by its sample."""
    made = operations.user_create(username="pendatang", full_name="Pendatang (contoh)", by=cast["lina"], at=AT)
    return {"username": made.user.username}


def somebody_who_left(cast: Cast) -> dict[str, str]:
    """An account that was ended."""
    account = a_newcomer(cast)
    operations.user_deactivate(**account, by=cast["lina"], at=AT)
    return account


def password_link(cast: Cast) -> dict[str, str]:
    """The link for an account whose password was forgotten, made on the day of the test."""
    return {"token": operations.user_password_reset(**a_newcomer(cast), by=cast["lina"], at=timezone.now())}


def identity_request(cast: Cast) -> dict[str, str]:
    """Wayan has asked to open the identity of the reporter of a report he reads; nobody has decided."""
    told = a_report(reporter=SARI)
    asked = reports.identity_request(
        report_ref=told.ref, reason="Pelapor meminta dihubungi mengenai saksi.", by=cast["wayan"], at=AT
    )
    return {"ref": asked.ref}


SAMPLES: dict[str, Sample] = {
    **CASE_SAMPLES,
    **PREVENTION_SAMPLES,
    **REGISTRY_SAMPLES,
    **REPORT_SAMPLES,
    **SANCTIONS_SAMPLES,
    **SUPERVISION_SAMPLES,
    "letter_verify_code": lambda cast: {"code": "0000-0000-0000"},
    "statistics_csv": lambda cast: {"key": "sanksi"},
    "statistics_chart": lambda cast: {"key": "sanksi"},
    "insight_csv": lambda cast: {"key": "sanksi"},
    "insight_chart": lambda cast: {"key": "sanksi"},
    "insight_prevention_csv": lambda cast: {"key": "rasio"},
    "insight_prevention_chart": lambda cast: {"key": "unit"},
    "first_admin": lambda cast: {"token": "tidak-berlaku"},
    "password_set": password_link,
    "user": somebody,
    "user_deactivate": somebody,
    "user_reactivate": somebody_who_left,
    "user_rename": somebody,
    "user_password_reset": somebody,
    "role_grant": somebody,
    "role_revoke": somebody,
    "identity_request": report,
    "identity_decide": identity_request,
    "identity_approve": identity_request,
    "identity_refuse": identity_request,
    "identity_open": identity_request,
}
