"""The staff's PIN, as a day file keeps it: salted and hashed by scrypt (RFC 7914), never in clear."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
import secrets
import unicodedata
from collections.abc import Callable

LEAST, MOST = 4, 12
"""Digits of a PIN."""
COST, BLOCK, PARALLEL = 2**14, 8, 1
"""scrypt's N, r and p: 16 MB and about 50 ms a try on a school's laptop."""
SALT_BYTES, HASH_BYTES = 16, 32
_STORED = re.compile(r"scrypt\$([A-Za-z0-9_-]{22})\$([A-Za-z0-9_-]{43})", re.ASCII)


class NotAPin(ValueError):
    """Not four to twelve digits."""


def digits_of(pin: str) -> str:
    """The PIN in 0 to 9, whichever digits were typed; NotAPin if it is none."""
    plain = "".join(str(unicodedata.decimal(sign, "")) for sign in pin.strip())
    if len(plain) != len(pin.strip()) or not LEAST <= len(plain) <= MOST:
        raise NotAPin(f"A PIN has {LEAST} to {MOST} digits.")
    return plain


def hashed(pin: str, random_bytes: Callable[[int], bytes] = secrets.token_bytes) -> str:
    """`scrypt$salt$hash`, for the day file; another salt each time. NotAPin."""
    salt = random_bytes(SALT_BYTES)
    return f"scrypt${_letters(salt)}${_letters(_hash(digits_of(pin), salt))}"


def matches(pin: str, stored: str) -> bool:
    """Whether it is the PIN that was stored; what is no PIN, or was not stored here, never is."""
    if not (found := _STORED.fullmatch(stored)):
        return False
    try:
        plain = digits_of(pin)
        salt, wanted = (base64.urlsafe_b64decode(f"{part}==") for part in found.groups())
    except (NotAPin, binascii.Error):
        return False
    return hmac.compare_digest(_hash(plain, salt), wanted)


def is_stored(value: str) -> bool:
    """Whether it looks like what `hashed` gives."""
    return _STORED.fullmatch(value) is not None


def _hash(plain: str, salt: bytes) -> bytes:
    return hashlib.scrypt(plain.encode("ascii"), salt=salt, n=COST, r=BLOCK, p=PARALLEL, dklen=HASH_BYTES)


def _letters(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")
