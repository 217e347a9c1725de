"""Netra."""
