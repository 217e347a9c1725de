"""Settings of the tests: only with these is the known secret accepted; hashing is cheap, files go to a temp folder."""

import os
import tempfile

os.environ.setdefault("NETRA_DATA_DIR", tempfile.mkdtemp(prefix="netra-test-"))

from netra.settings import *  # noqa: F403 -- the environment must be set before the settings read it

PASSWORD_HASHERS = ["netra.trust.tests.hashers.CheapArgon2PasswordHasher"]
