"""What the secret of a question's form makes: how a table knows the form, and the code that opens the question."""

from __future__ import annotations

from netra.trust import form_secrets


def form_of(secret: str) -> str:
    """How a question knows that it was sent before. Fails with WeakSecret."""
    return form_secrets.form_fingerprint(secret, "advisory-form")


def advisory_code(secret: str) -> str:
    """The code of the question that this secret sends."""
    return form_secrets.code_of(secret, "advisory-code")
