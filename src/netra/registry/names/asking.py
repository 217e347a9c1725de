"""The questions of a lookup, each written once: many keys go as one value, so a statement is always the same text."""

from __future__ import annotations

from django.db.models import Sum, TextField
from django.db.models.functions import Cast, Substr

from netra.registry.models import CivilServant, NameCount, NameKey, NearKey, PositionSpell
from netra.trust.asked_again import AskedAgain

# (what is left of a word, the word) for each of what is left.
near_words = AskedAgain(
    lambda generation, shorts: NearKey.objects.filter(generation=generation, short__among=shorts).values_list(
        "short", "key"
    )
)
# (key, how many bear it as a word, how many it leads to) for each key that there is.
counted_keys = AskedAgain(
    lambda generation, keys: (
        NameKey.objects.filter(generation=generation, key__among=keys)
        .values_list("key")
        .annotate(Sum("words"), Sum("bearers"))
    )
)
# (key, packed numbers) for each key and batch, the oldest batch first.
packed_bearers = AskedAgain(
    lambda generation, keys: (
        NameKey.objects.filter(generation=generation, key__among=keys).order_by("id").values_list("key", "numbers")
    )
)
# (column, value, how many people bear it) for every pair of these that there is.
counted_values = AskedAgain(
    lambda generation, columns, values: (
        NameCount.objects.filter(generation=generation, column__among=columns, value__among=values)
        .values_list("column", "value")
        .annotate(Sum("count"))
    )
)
# (key, reference, name, year of birth in four digits, employment) of each person.
people = AskedAgain(
    lambda pks: CivilServant.objects.filter(pk__among=pks).values_list(
        "pk", "ref", "name", Substr(Cast("birth_date", TextField()), 1, 4), "employment"
    )
)
# (key of the person, first day in ISO form, agency, unit or None, region, position), the earliest first.
posts = AskedAgain(
    lambda pks: (
        PositionSpell.objects.filter(is_primary=True, civil_servant__among=pks)
        .order_by("start_date")
        .values_list(
            "civil_servant_id",
            Cast("start_date", TextField()),
            "agency__code",
            "unit__name",
            "agency__region_code",
            "position",
        )
    )
)
