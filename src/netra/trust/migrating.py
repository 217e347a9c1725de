"""Steps of a migration for which a new instance need not wait."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import ProjectState


class RunInDatabase(migrations.RunPython):
    """`RunPython` for code that asks the database alone, as triggers do: the models it is handed are none.

    Before each `RunPython` Django makes every model of that day anew, in case the code asks for one. For the locks of
    all rooms that was two fifths of what a new instance waits for.
    """

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        super().database_forwards(app_label, schema_editor, ProjectState(), to_state)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        super().database_backwards(app_label, schema_editor, ProjectState(), to_state)


class RunOverRows(migrations.RunPython):
    """`RunPython` for code that changes the rows of a table (`of`): where there is none, as in a new instance, there is
    nothing to change, and no models are made for it.
    """

    def __init__(self, code: Callable[..., Any], reverse_code: Callable[..., Any], *, of: str) -> None:
        super().__init__(code, reverse_code)
        self.of = of

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(f'SELECT 1 FROM "{self.of}" LIMIT 1')  # noqa: S608 -- a name that the migration writes
            found = cursor.fetchone()
        if found is not None:
            super().database_forwards(app_label, schema_editor, from_state, to_state)
