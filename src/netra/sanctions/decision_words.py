"""What a decision is called, and how a moral sanction is stated."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

DECISION_KIND_LABELS: dict[str, str] = {
    "DISCIPLINE": _("Hukuman disiplin"),
    "MORAL": _("Sanksi moral"),
    "STATUS_TERMINATION": _("Pemberhentian status"),
}
# How a moral sanction is stated (PP 42/2004 Ps 15(2)).
MODE_LABELS: dict[str, str] = {
    "CLOSED": _("Pernyataan tertutup"),
    "OPEN": _("Pernyataan terbuka"),
}
