"""Settings of the tests: the known secret is accepted, hashing is cheap, nothing is written outside a temp folder."""

import os
import tempfile

os.environ.setdefault("NETRA_TESTING", "1")
os.environ.setdefault("NETRA_DATA_DIR", tempfile.mkdtemp(prefix="netra-test-"))

from netra.settings import *  # noqa: F403 -- the environment must be set before the settings read it

PASSWORD_HASHERS = ["netra.trust.tests.hashers.CheapArgon2PasswordHasher"]
