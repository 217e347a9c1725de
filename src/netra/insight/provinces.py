"""What the offices of each province have before them, in figures: how the national office supervises them.

It guides and evaluates the offices below it (UU 7/2017 Pasal 94 ayat (1) huruf b, Pasal 96 huruf b; UU 10/2016 Pasal
22B huruf c, d, h) and handles nothing of theirs, so it is told how many and how late, by province, and of no single
matter.
"""

from __future__ import annotations

from collections import Counter
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from netra.cases.access import SUPERVISORS
from netra.cases.models import Case
from netra.cases.states import ENDED
from netra.insight.queries import OPEN_STATES
from netra.insight.tables import ALL, Row, Table
from netra.intake.models import Report
from netra.registry.queries import region_at
from netra.registry.regions import NATION
from netra.trust.access import role_scope
from netra.trust.models import User

KEY = "provinsi"


def supervises_provinces(user: User, *, on: date) -> bool:
    """Whether this user serves the national office."""
    return NATION in role_scope(user, SUPERVISORS, on=on).provinces


def provinces_table(election: str = ALL, *, on: date) -> Table:
    """Reports and cases by province, as they stand on that day; three queries, each over an index of the lists."""
    narrow = Q(election_code=election) if election != ALL else Q()
    reports = Report.objects.filter(narrow).exclude(province_code="").order_by()
    cases = Case.objects.filter(narrow).order_by()
    came, unread = Counter[str](), Counter[str]()
    for code, count, waiting in reports.values_list("province_code").annotate(
        Count("pk"), waiting=Count("pk", filter=Q(state__in=OPEN_STATES))
    ):
        came[code], unread[code] = count, waiting
    registered, running = Counter[str](), Counter[str]()
    for code, count, going in cases.values_list("province_code").annotate(
        Count("pk"), going=Count("pk", filter=~Q(state__in=sorted(ENDED)))
    ):
        registered[code], running[code] = count, going
    late = Counter(dict(cases.filter(next_due_date__lt=on).values_list("province_code").annotate(Count("pk"))))
    columns = (came, unread, registered, running, late)
    return Table(
        key=KEY,
        title=_("Kantor pengawas menurut provinsi"),
        unit=_("laporan dan perkara"),
        corner=_("Provinsi"),
        columns=(
            _("laporan"),
            _("belum selesai diperiksa"),
            _("perkara"),
            _("perkara berjalan"),
            _("lewat tenggat"),
        ),
        rows=tuple(
            Row(region_at(code, on).region.full_name, tuple(column[code] for column in columns))
            for code in sorted({*came, *registered})
        ),
        note=_(
            "Untuk pembinaan dan evaluasi oleh kantor nasional: jumlah saja, tanpa isi. Laporan tekanan atasan yang "
            "dilewatkan dari kantor provinsi tidak dihitung."
        ),
        drawn=(3, 4),
    )
