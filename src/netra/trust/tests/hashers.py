"""A password hasher for tests: still Argon2id, with the least work the library accepts."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class CheapArgon2PasswordHasher(Argon2PasswordHasher):
    """Same algorithm and format, so that a hash made in a test reads as in production."""

    time_cost = 1
    memory_cost = 8
    parallelism = 1
