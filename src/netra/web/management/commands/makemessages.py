"""Django's `makemessages`, without guessing: a text that changed is untranslated, not "fuzzy" and silently left out."""

from __future__ import annotations

from django.core.management.commands import makemessages


class Command(makemessages.Command):
    """Called by `make messages`."""

    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]
