"""Every page, listed by the file that shows it."""

from __future__ import annotations

from django.urls import URLPattern

from netra.web import (
    accounts,
    cases,
    demo,
    insight,
    insight_prevention,
    intake,
    law,
    letters,
    prevention,
    public,
    registry,
    sanctions,
    style,
    supervision,
    trust,
    users,
)

urlpatterns: list[URLPattern] = [
    *public.urlpatterns,
    *intake.urlpatterns,
    *law.urlpatterns,
    *letters.urlpatterns,
    *prevention.urlpatterns,
    *supervision.urlpatterns,
    *insight.urlpatterns,
    *insight_prevention.urlpatterns,
    *accounts.urlpatterns,
    *users.urlpatterns,
    *cases.urlpatterns,
    *sanctions.urlpatterns,
    *registry.urlpatterns,
    *trust.urlpatterns,
    *style.urlpatterns,
    *demo.urlpatterns,
]
