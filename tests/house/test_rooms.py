"""What import-linter cannot see: foreign keys, rooms without a word of purpose, names that hide what they hold."""

from __future__ import annotations

import ast
import re

import pytest
from django.apps import apps
from django.db.models import Field, Model

from tests.house.plan import ROOMS, SOURCE, nodes_of, python_files, shown, tree_of

DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "tools"}
# PPK is three offices (appointing authority, sub-district committee, commitment maker), so it names nothing.
AMBIGUOUS = re.compile(r"(^|_)ppk(_|$)|^PPK$")

# Doors and readers do what other rooms' laws say.
WITHOUT_A_LAW = {"cli", "demo", "web", "insight"}


def room_of(model: type[Model]) -> str:
    return model.__module__.split(".")[1]


def relations() -> list[tuple[str, type[Model], type[Model]]]:
    ours = [model for model in apps.get_models() if model.__module__.startswith("netra.")]
    found = []
    for model in ours:
        for field in model._meta.get_fields():
            target = field.related_model if isinstance(field, Field) else None
            if isinstance(target, type) and target.__module__.startswith("netra."):
                found.append((f"{model.__name__}.{field.name}", model, target))
    return found


def test_a_foreign_key_points_into_its_own_room_or_a_lower_one() -> None:
    upward = [
        f"{name} ({room_of(model)}) points to {target.__name__} ({room_of(target)})"
        for name, model, target in relations()
        if ROOMS.index(room_of(target)) < ROOMS.index(room_of(model))
    ]
    assert upward == [], "\n".join(upward)


def test_there_are_foreign_keys_to_check() -> None:
    assert len(relations()) > 10


def test_no_generic_foreign_key_hides_a_direction() -> None:
    generic = [shown(file) for file in python_files() if "GenericForeign" + "Key" in file.read_text(encoding="utf-8")]
    assert generic == [], "\n".join(generic)


def test_every_folder_of_the_house_is_a_room_on_the_plan() -> None:
    folders = {folder.name for folder in SOURCE.iterdir() if (folder / "__init__.py").exists()}
    assert folders == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_it_is_and_what_does_not_belong_there(room: str) -> None:
    words = ast.get_docstring(tree_of(SOURCE / room / "__init__.py")) or ""
    wanted = {"words", "not here"} | (set() if room in WITHOUT_A_LAW else {"legal basis"})
    said = words.lower().replace("not belong here", "not here")
    missing = sorted(word for word in wanted if word not in said)
    assert missing == [], f"the docstring of netra.{room} does not say: {missing}"


def test_no_file_or_folder_is_a_drawer() -> None:
    drawers = [shown(file) for file in python_files() if {file.stem, file.parent.name} & DRAWERS]
    assert drawers == [], "\n".join(drawers)


def test_nothing_is_named_by_the_abbreviation_of_three_offices() -> None:
    named = []
    for file in python_files():
        for node in nodes_of(file):
            name = getattr(node, "id", None) or getattr(node, "name", None) or getattr(node, "arg", None)
            if isinstance(name, str) and AMBIGUOUS.search(name):
                named.append(f"{shown(file)}: {name}")
    assert named == [], "\n".join(named)
