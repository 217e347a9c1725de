"""The room `prevention` as Django knows it."""

from django.apps import AppConfig


class PreventionConfig(AppConfig):
    name = "netra.prevention"
    label = "prevention"
    verbose_name = "Pencegahan"
