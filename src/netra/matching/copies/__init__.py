"""Texts that are copies of one another: words without what copying changes, a sketch to find them, what they share."""

from netra.matching.copies.comparing import Likeness, likeness
from netra.matching.copies.sketching import SKETCH_VERSION, bands_of
from netra.matching.copies.words import story_words

__all__ = ["SKETCH_VERSION", "Likeness", "bands_of", "likeness", "story_words"]
