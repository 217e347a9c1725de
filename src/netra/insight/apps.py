"""The app of the statistics."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "netra.insight"
    verbose_name = "Wawasan"
