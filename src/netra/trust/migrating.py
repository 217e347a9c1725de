"""Steps of a migration that need the database and no models."""

from __future__ import annotations

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
