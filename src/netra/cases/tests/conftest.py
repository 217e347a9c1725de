"""Tests in which two officers act at the same time."""

from __future__ import annotations

import pytest
from django.db import connection


@pytest.fixture
def threads(transactional_db: None) -> None:
    """Real transactions that other threads see, on PostgreSQL alone."""
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")
