"""The agencies that a case goes past: those of the superiors who are reported for pressure, and the overseeing body
whose own head is accused.

The report knows the former, also those named after the registration; the case repeats the first of them.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from netra.cases.models import Case
from netra.intake import access as intake
from netra.intake import queries
from netra.intake.models import Report
from netra.law.bodies import oversight_body
from netra.registry.models import AppointingAuthority
from netra.registry.queries import agency_name, appointing_authority_of, superior_of
from netra.registry.same_person import may_be_one
from netra.trust.access import role_scope
from netra.trust.acts import Role
from netra.trust.errors import Refused
from netra.trust.models import User

_ACTING = re.compile(r"^ (?:plt|plh|pj|pjs|penjabat(?: sementara)?|pelaksana (?:tugas|harian)) ")


class BypassOpen(Refused):
    """Nobody has said yet which agency must not see the matter."""


def bypassed(case: Case) -> frozenset[str]:
    """The codes of the agencies that must never see this case."""
    reported = queries.bypassed(case.report_ref) if case.report_ref else ()
    return frozenset({*reported, case.bypass_agency_code, case.headed_body_code} - {""})


def superior_told(case: Case, head: AppointingAuthority, *, on: date) -> str:
    """Who stands above an authority and is told of the case; empty where it goes past his office, or is about him."""
    superior = superior_of(head, on=on)
    named = superior.partition(", ")[2]
    if named and any(may_be_one(named, "", each, "") for each in case.parties.values_list("name", flat=True)):
        return ""
    passed = (appointing_authority_of(code, on) for code in bypassed(case))
    return "" if any(each and superior.startswith(each.office_title) for each in passed) else superior


def body_kept_out(case: Case, *, on: date) -> str:
    """The code of the body that would recommend on that day, where the case goes past it too; empty where it does not.

    A superior of KASN or BKN is reported, or its head is accused, so none of its analysts reads the case. No article on
    who takes its place was found, so Netra names none: the plenary says to whom it goes.
    """
    if not case.bypass_agency_code and not case.headed_body_code:
        return ""
    body = oversight_body(on).code
    return body if body in bypassed(case) else ""


def names_bypassed(case: Case, written: str, *, on: date) -> bool:
    """Whether an addressee, as somebody wrote him, is an agency that the case goes past, a part of it, or its head."""
    return any(names_agency(code, written, on=on) for code in bypassed(case))


def names_agency(code: str, written: str, *, on: date) -> bool:
    """Whether an addressee, as somebody wrote him, is this agency, a part of it, or its head."""
    words = _words(written)
    return any(_words(name) in words for name in _called(code, on))


def names_office(title: str, offices: Collection[str]) -> bool:
    """Whether a post, as somebody wrote it, is one of these offices; who acts for its holder is the holder too."""
    called = {_words(office) for office in offices}
    return _ACTING.sub(" ", _words(title)) in called


def _words(written: str) -> str:
    """The words alone, each between blanks, so that one is found whole; an abbreviation with dots is one word."""
    words = re.findall(r"[^\W_]+", written.casefold().replace(".", ""))
    return f" {' '.join(words)} "


def _called(code: str, on: date) -> list[str]:
    """How letters call an agency, by its short name too, and its own head, not who stands in for him from above."""
    head = appointing_authority_of(code, on)
    return [agency_name(code, on), code, *([head.office_title] if head and head.agency.code == code else [])]


def past(agencies: Collection[str], *, case: str = "") -> Q:
    """The condition of cases that go past one of these agencies; `case` leads there from the table that is asked."""
    reports = Report.objects.filter(intake.past(agencies), ref=OuterRef(f"{case}report_ref"))
    codes = sorted(agencies)
    passed = Q(**{f"{case}bypass_agency_code__in": codes}) | Q(**{f"{case}headed_body_code__in": codes})
    return passed | Q(Exists(reports))


def kept_from_office(user: User, *, on: date) -> QuerySet[Any, Any] | None:
    """The keys of the cases about a superior of the office or body for which this user works, or about the head of
    that body; None where he works for none.

    Few, and found by their own indexes, so that a list asks for them once and not for each of its rows.
    """
    offices = intake.offices_served(user, on=on)
    if offices is None:
        return None
    named = Case.objects.filter(bypass_agency_code__gt="", bypass_agency_code__in=offices.values("code"))
    headed = Case.objects.filter(headed_body_code__gt="", headed_body_code__in=offices.values("code"))
    reported = Case.objects.filter(~Q(report_ref=""), report_ref__in=intake.kept_from(offices))
    return named.values("pk").union(headed.values("pk"), reported.values("pk"), all=True)


def kept_past(user: User, *, on: date) -> QuerySet[Case]:
    """The cases that no place for which this user works in any role may see, not even if he is assigned to them."""
    everywhere = role_scope(user, tuple(Role), on=on)
    served = everywhere.agencies | {agency for agency, _unit in everywhere.units}
    offices = kept_from_office(user, on=on)
    kept = Q(pk__in=offices) if offices is not None else Q(pk__in=())
    return Case.objects.filter(kept | past(served) if served else kept)


def refuse_open(report_ref: str) -> None:
    """Refuse to go on while a report of pressure does not say which agencies it is kept from."""
    if report_ref and queries.bypass_is_open(report_ref):
        raise BypassOpen(
            _(
                "Laporan %(report)s tentang tekanan atasan, dan instansi atasannya belum dipastikan. Laporan ini "
                "tidak boleh terlihat oleh instansi itu. Buka laporannya dan tetapkan instansi atasan lebih dulu."
            )
            % {"report": report_ref}
        )
