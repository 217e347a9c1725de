"""The app of the letters."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "netra.letters"
    verbose_name = "Surat"
