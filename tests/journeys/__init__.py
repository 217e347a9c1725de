"""Whole stories, told through the doors in a real browser."""
