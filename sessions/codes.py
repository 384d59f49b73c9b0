"""Public names of things: short codes in addresses, long tokens where knowing the address is the key."""

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # nothing that two people on the phone mix up
LENGTH = 10


def new_code() -> str:
    """A random public id of ten characters. It names; it does not grant."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def new_token() -> str:
    """128 random bits: whoever knows it may enter."""
    return secrets.token_urlsafe(16)
