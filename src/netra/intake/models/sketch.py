"""The index in which copies of a text are found: derived from the stories, made anew by `netra copies rebuild`."""

from __future__ import annotations

from django.db import models

from netra.intake.models.report import Report


class StorySketch(models.Model):
    """That the story of a report stands in the index, by the rules of which version (`matching.copies`)."""

    report = models.OneToOneField(Report, on_delete=models.CASCADE, primary_key=True, related_name="story_sketch")
    version = models.PositiveSmallIntegerField()


class StoryBand(models.Model):
    """One band of the sketch of a story: two reports that share one may tell the same in the same words."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="story_bands")
    band = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["band", "report"], name="story_band")]
