"""The index of names: what the lookup of `netra.matching` asks, in rows that are only ever added.

Everything is derived from civil servants and their positions, and made anew by `netra names rebuild`. Each batch of
people, be it a hundred thousand of a rebuild or one that an officer saves, adds rows of its own; whoever asks adds them
up. So nobody waits for anybody at the row of a common word, and a count is never written over.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class NameGeneration(models.Model):
    """One making of the index. The newest that is ready answers; one that is being made is filled beside it.

    `through` is the last civil servant (by key) that the making has reached: after a kill it goes on from there.
    """

    is_ready = models.BooleanField("siap", default=False)
    through = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.pk}"


class NameGap(models.Model):
    """People whom an import of very many wrote and whom the index is still to take in, by the first and last key.

    Somebody whom an officer entered meanwhile may lie between them and be taken in twice: it does no harm.
    """

    first = models.BigIntegerField()
    last = models.BigIntegerField()
    people = models.IntegerField()

    def __str__(self) -> str:
        return f"{self.first}"


class NameKey(models.Model):
    """Who of one batch bears a key, packed (`registry.names.packing`).

    `words` counts those who bear it as a word of their own, `bearers` also those with two neighbouring words in one.
    """

    generation = models.BigIntegerField()
    key = models.CharField(max_length=200)
    words = models.IntegerField()
    bearers = models.IntegerField()
    numbers = models.BinaryField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["generation", "key"], name="registry_name_key")]

    def __str__(self) -> str:
        return f"{self.generation}"


class NearKey(models.Model):
    """A word of the register, under itself and under what is left of it without one letter."""

    generation = models.BigIntegerField()
    short = models.CharField(max_length=200)
    key = models.CharField(max_length=200)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["generation", "short", "key"], name="registry_near_key_once")
        ]

    def __str__(self) -> str:
        return f"{self.generation}"


class NameCount(models.Model):
    """How many people of one batch have a title, a word with an initial, or a value of an attribute."""

    generation = models.BigIntegerField()
    column = models.CharField(max_length=20)
    value = models.CharField(max_length=200)
    count = models.IntegerField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["generation", "column", "value"], name="registry_name_count")]

    def __str__(self) -> str:
        return f"{self.generation}"
