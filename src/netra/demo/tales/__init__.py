"""The tales: one file per part of the road."""
