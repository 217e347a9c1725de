"""One question of a bank, whatever it asks about."""

from __future__ import annotations

from django.db import models


class BankItem(models.Model):
    """Soal: choices, the right one (from 0), and why it is right."""

    ordinal = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=400)
    choices = models.JSONField()
    right = models.PositiveSmallIntegerField()
    explanation = models.CharField(max_length=600)

    class Meta:
        abstract = True
