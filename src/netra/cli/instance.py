"""One instance on this machine: where its data lies, where its secrets lie, and how a command enters it.

Everything is told to `netra.settings` by environment variables before Django is loaded, so that a server started by
hand, by systemd or by `netra serve` reads its settings in one way.
"""

from __future__ import annotations

import os
import secrets
from argparse import Namespace
from collections.abc import Callable, MutableMapping
from importlib import import_module
from pathlib import Path
from urllib.parse import quote

import django

from netra.cli.later import later

SECRETS = ("NETRA_SECRET_KEY", "NETRA_IDENTITY_KEY", "NETRA_EVIDENCE_KEY")
DEMO_DATABASE = "demo.sqlite3"
# With these an instance lets people in without a password, or keeps its secrets under one that everybody can read.
NOT_FOR_REAL_CASES = ("NETRA_DEMO", "NETRA_TESTING")
# No file lies below the null device.
NOWHERE = Path(os.devnull) / "netra"
TEST_SETTINGS = "netra.settings_testing"
Environment = MutableMapping[str, str]


class InstanceError(Exception):
    """The instance cannot be entered; the message says what was found and what can be done."""


def data_dir(environment: Environment, *, demo: bool) -> Path:
    """Where the instance keeps its data: NETRA_DATA_DIR, else `var`, and `var/demo` for the demo."""
    named = environment.get("NETRA_DATA_DIR")
    return Path(named) if named else Path.cwd() / "var" / ("demo" if demo else "")


def secret_file(folder: Path, name: str) -> Path:
    return folder / "secrets" / name.removeprefix("NETRA_").lower().replace("_", "-")


def choose(environment: Environment, *, demo: bool) -> Path:
    """Tell the settings which instance is meant, and where its secrets are when nobody has named them."""
    folder = data_dir(environment, demo=demo).absolute()
    environment["NETRA_DATA_DIR"] = str(folder)
    environment["DJANGO_SETTINGS_MODULE"] = environment.get("DJANGO_SETTINGS_MODULE") or "netra.settings"
    if demo:
        if (folder / "secrets").exists():
            raise InstanceError(f"{folder} memuat rahasia instans sungguhan; demo harus memakai folder lain.")
        environment["NETRA_DEMO"] = "1"
        # A name of its own: what the demo may throw away can never be the database of a real instance.
        environment.setdefault("NETRA_DATABASE", f"sqlite:///{quote(str(folder / DEMO_DATABASE))}")
        return folder
    refuse_demo_and_tests(environment)
    for name in SECRETS:
        file = secret_file(folder, name)
        if not is_named(environment, name) and file.is_file():
            environment[f"{name}_FILE"] = str(file)
    return folder


def refuse_demo_and_tests(environment: Environment) -> None:
    """A variable left over from a demo or from tests must not open the doors of a real instance."""
    for name in NOT_FOR_REAL_CASES:
        if environment.get(name, "0").lower() not in {"0", "false"}:
            raise InstanceError(
                f"{name} terpasang, padahal ini instans sungguhan: dengan variabel itu siapa pun dapat masuk. "
                f"Hapus dulu (unset {name}), lalu ulangi. Untuk demo, pakailah `netra demo` atau pilihan `--demo`."
            )


def refuse_test_settings(environment: Environment) -> None:
    """Nobody serves or sets up a real instance with the settings of the tests, which know the secret."""
    if environment.get("DJANGO_SETTINGS_MODULE") == TEST_SETTINGS:
        raise InstanceError(
            f"DJANGO_SETTINGS_MODULE={TEST_SETTINGS} hanya untuk uji: rahasianya diketahui semua orang. Hapus dulu "
            "(unset DJANGO_SETTINGS_MODULE), lalu ulangi."
        )


def is_named(environment: Environment, name: str) -> bool:
    """Whether a secret was given by the environment, itself or by file."""
    return bool(environment.get(name) or environment.get(f"{name}_FILE"))


def make_secrets(environment: Environment, folder: Path) -> list[Path]:
    """Make the secrets that a new instance lacks, readable by their owner alone; return the files made.

    A database whose secrets are gone is refused: new secrets would lock its evidence and identities for ever.
    """
    missing = [name for name in SECRETS if not is_named(environment, name) and not secret_file(folder, name).is_file()]
    if missing and (folder / "netra.sqlite3").exists():
        raise InstanceError(
            f"Di {folder} sudah ada basis data, tetapi rahasianya tidak ada: "
            f"{', '.join(str(secret_file(folder, name)) for name in missing)}. "
            "Rahasia baru tidak dapat membuka bukti dan identitas yang lama. "
            "Kembalikan berkas rahasia itu dari cadangan, atau sebutkan lewat variabel lingkungan."
        )
    made = [_make_secret(secret_file(folder, name)) for name in missing]
    choose(environment, demo=False)
    return made


def _make_secret(file: Path) -> Path:
    for folder in (file.parent.parent, file.parent):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(secrets.token_urlsafe(48) + "\n")
    return file


def enter(*, demo: bool) -> Path:
    """Load Django for this instance; return its data folder. Missing secrets: ImproperlyConfigured."""
    # Whatever this process and its server create from here on, the database included, is their owner's alone.
    os.umask(0o077)
    folder = choose(os.environ, demo=demo)
    django.setup()
    return folder


def enter_alone() -> None:
    """Load Django for work that needs only the code, beside whatever instance the environment names.

    The known secrets of the demo stand in, and the data folder lies where nothing can exist: no database is opened,
    no secret is read, and nothing can be written.
    """
    for name in SECRETS:
        os.environ.pop(name, None)
        os.environ.pop(f"{name}_FILE", None)
    os.environ.pop("NETRA_DATABASE", None)
    os.environ["NETRA_DATA_DIR"] = str(NOWHERE)
    os.environ["NETRA_DEMO"] = "1"
    os.environ["DJANGO_SETTINGS_MODULE"] = os.environ.get("DJANGO_SETTINGS_MODULE") or "netra.settings"
    django.setup()


def inside(module: str, function: str, *, alone: bool = False) -> Callable[[Namespace], int]:
    """The function of `netra.cli.inside.<module>`, found and called only once the instance is entered.

    `alone`: the work needs neither database nor secrets, only the code (`enter_alone`).
    """

    work = later(f"netra.cli.inside.{module}", function)

    def run(options: Namespace) -> int:
        if alone:
            enter_alone()
        else:
            enter(demo=options.demo)
            import_module("netra.cli.inside.tables").require_tables()
        return work(options)

    return run
