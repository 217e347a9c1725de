"""Regions in running text: `read_places` gives the words and every region they may mean, from the list it is given."""

from netra.matching.places.gazetteer import Gazetteer
from netra.matching.places.place import Candidate, Level, Place, PlaceMention
from netra.matching.places.reading import read_places

__all__ = ["Candidate", "Gazetteer", "Level", "Place", "PlaceMention", "read_places"]
