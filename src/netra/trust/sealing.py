"""Keys and envelopes: every secret of the instance is stretched into one key per use, every content has its own key.

An envelope is AES-256-GCM: a random data key seals the content, the key of the instance seals the data key. The
context (a designation, a hash) is authenticated with both, so an envelope cannot be moved to another row unnoticed.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from dataclasses import dataclass
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12


class SealBroken(Exception):
    """The envelope was changed, moved to another context, or sealed with another key of the instance."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """Sealed content with its sealed key; `key_id` says which key of the instance opens it, without revealing it."""

    ciphertext: bytes
    wrapped_key: bytes
    key_id: str


@lru_cache(maxsize=32)
def derived_key(secret: str, purpose: str) -> bytes:
    """One key for one purpose (HKDF-SHA-256), so that no two uses ever share a key."""
    hkdf = HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=None, info=f"netra/{purpose}/1".encode())
    return hkdf.derive(secret.encode())


def new_key() -> bytes:
    """A random key for one content."""
    return AESGCM.generate_key(bit_length=KEY_BYTES * 8)


def key_id(key: bytes) -> str:
    return hashlib.sha256(b"netra/key-id/" + key).hexdigest()[:16]


def keyed_fingerprint(secret: str, purpose: str, text: str) -> str:
    """What a table keeps instead of a secret word: useless without the key, even for short words."""
    return hmac.new(derived_key(secret, purpose), text.encode(), hashlib.sha256).hexdigest()


def seal(key: bytes, content: bytes, context: str) -> Envelope:
    data_key = new_key()
    return Envelope(sealed(data_key, content, context), sealed(key, data_key, context), key_id(key))


def unseal(key: bytes, envelope: Envelope, context: str) -> bytes:
    """The content of an envelope. Fails with SealBroken."""
    return unsealed(unsealed(key, envelope.wrapped_key, context), envelope.ciphertext, context)


def sealed(key: bytes, content: bytes, context: str) -> bytes:
    """Nonce and ciphertext in one."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, context.encode())


def unsealed(key: bytes, data: bytes, context: str) -> bytes:
    """The reverse of `sealed`. Fails with SealBroken."""
    try:
        return AESGCM(key).decrypt(data[:NONCE_BYTES], data[NONCE_BYTES:], context.encode())
    except (InvalidTag, ValueError) as broken:
        raise SealBroken(context) from broken
