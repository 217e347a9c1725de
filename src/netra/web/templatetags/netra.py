"""The components of the house, as tags and filters: `{% load netra %}`. `/gaya/` shows each of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django import template
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.forms import BaseForm, BoundField, CheckboxInput
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from netra.law.dated import Source, Verification
from netra.prevention.states import HAS_ENDED, NOT_BEGUN, State
from netra.trust import access
from netra.trust.acts import ROLE_LABELS
from netra.trust.trail import Entry
from netra.web import law_speech, navigation, payload_words, words
from netra.web.doors import today
from netra.web.payload_words import Line

if TYPE_CHECKING:
    from netra.prevention.models import Instrument

register = template.Library()

# How a state looks. The word says what it is; the kind says how far along: see "Keadaan" on the style page.
STATE_KINDS = frozenset({"open", "active", "done", "late", "sealed"})


@register.filter
def long_date(day: date | None) -> str:
    """{{ report.act_date|long_date }} → 14 Juli 2026"""
    return words.long_date(day) if day else "–"


@register.filter
def month_year(day: date) -> str:
    """{{ revision.month|month_year }} → Juli 2026"""
    return words.month_year(day)


@register.filter
def weekday_date(day: date | None) -> str:
    """{{ hearing.day|weekday_date }} → Selasa, 14 Juli 2026"""
    return words.weekday_date(day) if day else "–"


@register.filter
def moment(at: datetime | None, region_code: str = "") -> str:
    """{{ event.at|moment }} → 14 Juli 2026 pukul 09.30 WIB; {{ hearing.at|moment:"51.71" }} → … pukul 10.30 WITA"""
    return words.moment(at, region_code) if at else "–"


@register.filter
def hour(at: datetime, region_code: str) -> str:
    """{{ term.due_hour|hour:"91.71" }} → pukul 09.30 WIT"""
    return words.hour(at, region_code)


@register.filter
def masked_nip(nip: str) -> str:
    """{{ servant.nip|masked_nip }} → •••• 1017"""
    return words.masked_nip(nip)


@register.filter
def translated(label: str) -> str:
    """{{ letter.label|translated }}: a label of a room, which keeps it in Indonesian, in the reader's language."""
    return words.translated(label)


@register.filter
def spoken(text: str) -> str:
    """{{ reason|spoken }}: a sentence of the law room in the reader's language, marked where it stayed Indonesian."""
    return law_speech.marked(text)


@register.filter
def in_words(trail: Sequence[Entry]) -> list[Line]:
    """{{ trail|in_words }}: each event (`line.entry`) with what it keeps as pairs of words (`line.facts`)."""
    return payload_words.in_words(trail)


@register.simple_tag
def verification(source: Source) -> str:
    """{% verification source %}: how a legal fact was checked, in words."""
    return {
        Verification.SEEN: _("naskah asli dibaca"),
        Verification.SECONDARY: _("dibaca dari sumber kedua"),
        Verification.UNVERIFIED: _("belum diverifikasi ke naskah asli"),
        Verification.DERIVED: _("disimpulkan dari sumber lain"),
    }[source.verification]


@register.inclusion_tag("components/_masthead.html", takes_context=True)
def masthead(context: Context) -> dict[str, object]:
    """Who is this page by, who am I here, where can I go. Draws itself for visitors and officers."""
    request = context["request"]
    # An address for another host is refused before anybody is recognised; its error page has no user.
    user = getattr(request, "user", AnonymousUser())
    return {
        "demo": settings.DEMO,
        "signed_in": user.is_authenticated,
        "full_name": getattr(user, "full_name", ""),
        "roles": sorted(words.translated(ROLE_LABELS[role]) for role in access.roles_of(user, on=today())),
        "items": navigation.items(user, request.path),
    }


@register.inclusion_tag("components/_breadcrumb.html")
def breadcrumb(*labels_and_urls: str) -> dict[str, object]:
    """{% breadcrumb "Perkara" case_list_url case.ref %}: pairs of label and address, the page itself last and alone."""
    pairs = [*labels_and_urls, ""] if len(labels_and_urls) % 2 else list(labels_and_urls)
    return {"crumbs": list(zip(pairs[::2], pairs[1::2], strict=True))}


@register.simple_tag
def state(label: str, kind: str = "open") -> SafeString:
    """{% state "Diteruskan" "active" %}: a state in words; kinds: open, active, done, late, sealed.

    A list has two in each line, and a template of its own for each costs more than all else in the line.
    """
    if kind not in STATE_KINDS:
        raise template.TemplateSyntaxError(f"state kind {kind!r}: one of {sorted(STATE_KINDS)}")
    return format_html('<span class="state state-{}">{}</span>\n', kind, words.translated(str(label)))


@register.simple_tag
def instrument_state(instrument: Instrument) -> SafeString:
    """{% instrument_state letter %}: an issued letter is in force between its first and its last day alone."""
    if instrument.state != State.ISSUED:
        return state(instrument.get_state_display(), "done" if instrument.state == State.WITHDRAWN else "open")
    if instrument.has_ended(today()):
        return state(HAS_ENDED, "done")
    if instrument.valid_from > today():
        return state(NOT_BEGUN, "open")
    return state(instrument.get_state_display(), "active")


@register.inclusion_tag("components/_deadline.html")
def deadline(deadline: Any, met: bool = False, on: date | None = None) -> dict[str, object]:
    """{% deadline clock %}: what is due, how far away, and why that date; takes a `law.deadlines.Deadline`."""
    day = on or timezone.localdate()
    return {
        "deadline": deadline,
        "met": met,
        "late": not met and deadline.due < day,
        "distance": words.distance(deadline.due, day),
    }


@register.inclusion_tag("components/_field.html")
def field(field: BoundField) -> dict[str, object]:
    """{% field form.name %}: label, hint, error and input, tied together for a screen reader."""
    return {"field": field, "checkbox": isinstance(field.field.widget, CheckboxInput)}


@register.inclusion_tag("components/_error_summary.html")
def error_summary(form: BaseForm) -> dict[str, object]:
    """{% error_summary form %}: at the top of a form; every error leads to its field."""
    return {"form": form}


@register.inclusion_tag("components/_form.html", takes_context=True)
def form(context: Context, form: BaseForm) -> dict[str, object]:
    """{% form form %}: token, summary and all fields, where nothing special stands between them."""
    return {"form": form, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("components/_steps.html")
def steps(number: int, titles: Sequence[str]) -> dict[str, object]:
    """{% steps 2 titles %}: where one stands in a form of several pages."""
    states = ["done" if place < number else "current" if place == number else "" for place in range(1, len(titles) + 1)]
    return {"number": number, "total": len(titles), "title": titles[number - 1], "states": states}


@register.inclusion_tag("components/_pager.html", takes_context=True)
def pager(context: Context, next_key: str | None) -> dict[str, object]:
    """{% pager next_key %}: the next page by key (`?after=`), never by number; the filters stay."""
    request = context["request"]
    query = request.GET.copy()
    query.pop("after", None)
    first_url = f"?{query.urlencode()}"
    query["after"] = next_key or ""
    return {"request": request, "next_key": next_key, "next_url": f"?{query.urlencode()}", "first_url": first_url}


@register.inclusion_tag("components/_empty.html")
def empty(title: str, text: str = "", url: str = "", action: str = "") -> dict[str, str]:
    """{% empty "Belum ada perkara" "Perkara muncul setelah …" url "Catat laporan" %}: an empty list that helps."""
    return {"title": title, "text": text, "url": url, "action": action or _("Lanjut")}


@register.simple_tag
def distance_from(day: date) -> str:
    """{% distance_from item.due_date %}: how far a day lies from today, in words."""
    return words.distance(day, today())


@register.inclusion_tag("prevention/_sections.html", takes_context=True)
def prevention_sections(context: Context) -> dict[str, object]:
    """{% prevention_sections %}: the parts of the room `prevention`, for whoever may see more than one."""
    request = context["request"]
    sections = navigation.sections(request.user, request.path)
    return {"sections": sections if len(sections) > 1 else []}
