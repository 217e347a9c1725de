"""Tables of the room; one noun per file."""

from netra.supervision.models.checklist import Checklist
from netra.supervision.models.observation import Observation
from netra.supervision.models.visit import Visit

__all__ = ["Checklist", "Observation", "Visit"]
