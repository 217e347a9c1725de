"""The room as Django knows it."""

from django.apps import AppConfig


class TrustConfig(AppConfig):
    name = "netra.trust"
    label = "trust"
    verbose_name = "Kepercayaan"
