"""Settings of the whole house, read once from the environment; an unknown or unsafe value refuses to start.

Secrets come from the variable itself or from a file named in `<VARIABLE>_FILE`. Outside demo mode a missing or
default secret is an error, never a fallback.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parent

# Known to everyone who can read this file, therefore accepted in demo mode and in tests only.
DEMO_SECRET = "netra-demo-secret-known-to-everyone-do-not-use-for-real-cases"  # noqa: S105


def env_text(name: str, default: str) -> str:
    return os.environ.get(name, default)


def env_flag(name: str, *, default: bool) -> bool:
    value = os.environ.get(name, "1" if default else "0").lower()
    if value not in {"0", "1", "true", "false"}:
        raise ImproperlyConfigured(f"{name}={value!r}: tulislah 0 atau 1.")
    return value in {"1", "true"}


def env_int(name: str, default: int) -> int:
    value = os.environ.get(name, str(default))
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name}={value!r}: tulislah bilangan bulat.")
    return int(value)


DEMO = env_flag("NETRA_DEMO", default=False)
# No variable turns this on, so that none can be forgotten in the environment of a real instance.
TESTING = "netra.settings_testing" in sys.modules


def env_secret(name: str) -> str:
    """A secret from NAME or the file in NAME_FILE; the known demo secret only in demo mode and tests."""
    path = os.environ.get(f"{name}_FILE")
    value = Path(path).read_text(encoding="utf-8").strip() if path else os.environ.get(name, "")
    if DEMO or TESTING:
        return value or f"{DEMO_SECRET}/{name}"
    if not value or value.startswith(DEMO_SECRET):
        raise ImproperlyConfigured(
            f"{name} tidak ada atau masih rahasia demo. Jalankan `netra setup` untuk membuat rahasia sendiri, atau isi "
            f"{name} atau {name}_FILE. Hanya demo (NETRA_DEMO=1) yang berjalan dengan rahasia yang diketahui umum."
        )
    if len(value) < 32:
        raise ImproperlyConfigured(f"{name} kurang dari 32 huruf. Jalankan `netra setup` untuk membuat yang kuat.")
    return value


def database_from_url(url: str) -> dict[str, Any]:
    """Django's database settings for `sqlite:///path` or `postgresql://user:password@host:port/name`."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path.removeprefix("/") if parts.path.startswith("//") else parts.path),
            # IMMEDIATE: a writer waits at BEGIN instead of failing when it upgrades a read lock half-way.
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            },
        }
    if parts.scheme == "postgresql":
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path.lstrip("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            # The server parses and plans what every page asks once per connection, not once per page.
            "OPTIONS": {"server_side_binding": True, "prepare_threshold": 5},
        }
    raise ImproperlyConfigured(
        f"NETRA_DATABASE={url!r}: tulislah sqlite:///path atau postgresql://user@host:port/name."
    )


# What an instance owns on disk: the SQLite file, evidence, and the secrets that `netra setup` makes.
DATA_DIR = Path(env_text("NETRA_DATA_DIR", str(Path.cwd() / "var"))).resolve()
if DEMO and (DATA_DIR / "secrets").exists():
    raise ImproperlyConfigured(
        f"NETRA_DEMO=1, padahal {DATA_DIR} memuat rahasia instans sungguhan. Demo menerima siapa pun tanpa kata sandi: "
        "hapus NETRA_DEMO (unset NETRA_DEMO), atau sebutkan folder lain dalam NETRA_DATA_DIR."
    )

SECRET_KEY = env_secret("NETRA_SECRET_KEY")
IDENTITY_KEY = env_secret("NETRA_IDENTITY_KEY")
EVIDENCE_KEY = env_secret("NETRA_EVIDENCE_KEY")

DEBUG = False
ALLOWED_HOSTS = env_text("NETRA_HOSTS", "127.0.0.1,localhost").split(",")
PUBLIC_URL = env_text("NETRA_PUBLIC_URL", "http://127.0.0.1:8000")
HTTPS = PUBLIC_URL.startswith("https://")

DATABASES = {"default": database_from_url(env_text("NETRA_DATABASE", f"sqlite:///{DATA_DIR / 'netra.sqlite3'}"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "netra.trust",
    "netra.registry",
    "netra.letters",
    "netra.prevention",
    "netra.supervision",
    "netra.intake",
    "netra.cases",
    "netra.sanctions",
    "netra.insight",
    "netra.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "netra.web.middleware.security_headers",
    "netra.web.middleware.language",
    "netra.web.middleware.request_limit",
    "netra.web.middleware.daily_root",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "netra.web.middleware.readable_address",
    "netra.web.incoming.RoomMiddleware",
    "netra.web.middleware.RefusalMiddleware",
]

ROOT_URLCONF = "netra.urls"
WSGI_APPLICATION = "netra.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
            ],
        },
    }
]

AUTH_USER_MODEL = "trust.User"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [ROOT / "locale"]
TIME_ZONE = "Asia/Jakarta"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEMO or TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEMO or TESTING

# Django's own sessions and accounts, whose two statements before each page are written once.
SESSION_ENGINE = "netra.web.signed_in"
AUTHENTICATION_BACKENDS = ["netra.web.signed_in.Accounts"]
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = False
# A browser that came over TLS once comes over TLS for a year: no first request in the clear on a foreign network.
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
# Not "no-referrer": browsers then send `Origin: null` with our own forms, and the CSRF check refuses them.
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Ends with the browser: a cookie that lasts a year would tell the next user of a shared computer who was here.
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "netra.web.errors.csrf_failure"
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if HTTPS else []

# One file of evidence; the message that names this limit is made from this number.
EVIDENCE_LIMIT_BYTES = env_int("NETRA_EVIDENCE_LIMIT_BYTES", 20 * 1024 * 1024)
# All files together of reports that were not sent yet: whoever writes them is unknown and may mean harm.
UNSENT_LIMIT_BYTES = env_int("NETRA_UNSENT_LIMIT_BYTES", 4 * 1024**3)
# All files of one report that was not sent yet: one writer alone never takes the room of all.
DRAFT_LIMIT_BYTES = env_int("NETRA_DRAFT_LIMIT_BYTES", 10 * EVIDENCE_LIMIT_BYTES)
# What one sender (an address, which many people may share) uploads and begins in a day without sending it.
SENDER_LIMIT_BYTES = env_int("NETRA_SENDER_LIMIT_BYTES", UNSENT_LIMIT_BYTES // 4)
SENDER_DRAFTS = env_int("NETRA_SENDER_DRAFTS", 200)
# All files that one reporter gives to a report, or one accused to a case, from the first to the last message.
REPORT_LIMIT_BYTES = env_int("NETRA_REPORT_LIMIT_BYTES", 2 * DRAFT_LIMIT_BYTES)
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "netra.web.incoming.RoomAskingHandler",
]

# Log lines carry events, never people: no request bodies, no query strings, no client addresses, no personal links,
# and no message of an exception, which may repeat what was typed.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "formatters": {
        "plain": {"()": "netra.trust.log_lines.WithoutPeople", "fmt": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
