"""Settings of the tests: only with these is the known secret accepted; hashing is cheap, files go to a temp folder.

What a test writes need not outlive the machine, so no commit waits for the disk. SQLite keeps more statements ready
than the 128 of Python, because the stories of the tests ask every table again and again.
"""

import os
import tempfile

os.environ.setdefault("NETRA_DATA_DIR", tempfile.mkdtemp(prefix="netra-test-"))

from netra.settings import *  # noqa: F403 -- the environment must be set before the settings read it
from netra.settings import DATABASES

PASSWORD_HASHERS = ["netra.trust.tests.hashers.CheapArgon2PasswordHasher"]

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
    DATABASES["default"]["OPTIONS"]["cached_statements"] = 1024
else:
    DATABASES["default"]["OPTIONS"]["options"] = "-c synchronous_commit=off"
