"""The keys of registers that are locked with a passphrase; they live in memory alone.

An encrypted file begins with its salt, which is no secret: a mark that it is a register
of this program, the version of the key's cost, and eleven random bytes. So a locked
register is told from any other file, and the passphrase alone opens a file that has been
copied anywhere. Every copy of a register has its salt and its key.

The key is derived by Argon2id, which makes each guess cost memory and time, and given to
SQLCipher as it is, with the salt. SQLCipher's own derivation (PBKDF2) takes no memory and
is the one that machines built for guessing are good at. A key that is known stays known
until the program ends: a backup may be made of a register after its window has closed it.
"""

import os
from typing import Final, NamedTuple

_MARK: Final = b"Hubr"
_SALT_BYTES: Final = 16
_KEY_BYTES: Final = 32
_SEAL_BYTES: Final = 64
PAGE_BYTES: Final = 4096


class Cost(NamedTuple):
    """What one derivation takes: memory in KiB, passes over it, and lanes side by side."""

    memory: int
    passes: int
    lanes: int


COSTS: Final[dict[int, Cost]] = {1: Cost(memory=256 * 1024, passes=3, lanes=4)}
"""By the version in the salt: 256 MiB take 0.9 s of one processor's time, four share it."""


class FileKey(NamedTuple):
    """The key of an encrypted file and the salt that the file begins with."""

    key: bytes
    salt: bytes

    @property
    def spec(self) -> str:
        """Return it as SQLCipher takes it, which derives nothing more from it."""
        return f"x'{self.key.hex()}{self.salt.hex()}'"


NO_KEY: Final = FileKey(bytes(_KEY_BYTES), b"")
"""Opens nothing; SQLCipher reads a file's salt when it is tried."""

_known: dict[bytes, FileKey] = {}


def new_salt() -> bytes:
    """Return a salt for a file that is to be encrypted at the newest cost."""
    head = _MARK + bytes([max(COSTS)])
    return head + os.urandom(_SALT_BYTES - len(head))


def is_salt(head: bytes) -> bool:
    """Tell whether the first bytes of a file are those of an encrypted register."""
    return len(head) == _SALT_BYTES and head.startswith(_MARK) and head[len(_MARK)] in COSTS


def derived(passphrase: str, salt: bytes) -> FileKey:
    """Return the key that a passphrase gives with a file's salt.

    It takes a second and much memory: never on the window's thread. Letters that systems
    spell in two ways count as the same. Raises MemoryError.
    """
    import unicodedata

    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    cost = COSTS[salt[len(_MARK)]]
    try:
        key = hash_secret_raw(
            unicodedata.normalize("NFC", passphrase).encode(),
            salt,
            time_cost=cost.passes,
            memory_cost=cost.memory,
            parallelism=cost.lanes,
            hash_len=_KEY_BYTES,
            type=Type.ID,
        )
    except HashingError as error:
        raise MemoryError from error
    return FileKey(key, salt)


def is_sealed(page: bytes, number: int, key: FileKey) -> bool:
    """Tell whether a page but the first, as it is in the file, was encrypted by a key.

    SQLCipher 4 ends each page with the HMAC-SHA512 of what is before it and of its number.
    """
    import hashlib
    import hmac

    salt = bytes(each ^ 0x3A for each in key.salt)
    sealing = hashlib.pbkdf2_hmac("sha512", key.key, salt, 2, _KEY_BYTES)
    content, seal = page[:-_SEAL_BYTES], page[-_SEAL_BYTES:]
    made = hmac.digest(sealing, content + number.to_bytes(4, "little"), "sha512")
    return len(page) == PAGE_BYTES and hmac.compare_digest(made, seal)


def learn(key: FileKey) -> None:
    """Let files that begin with the key's salt be opened from now on."""
    _known[key.salt] = key


def known_key(salt: bytes) -> FileKey | None:
    """Return the key of files that begin with a salt, if it is known."""
    return _known.get(salt)


def forget(key: FileKey) -> None:
    """Lock what has been opened by a key."""
    _known.pop(key.salt, None)
