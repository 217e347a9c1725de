"""Names as Indonesians write them: `parse` gives tokens, titles, and what was odd about the text."""

from netra.matching.names.parsed import Name, Remark, Role, Title, Token
from netra.matching.names.parsing import parse

__all__ = ["Name", "Remark", "Role", "Title", "Token", "parse"]
