"""Version: a digest of everything that what is found in an article depends on."""

from __future__ import annotations

import hashlib
import importlib.metadata
from functools import cache
from pathlib import Path

_MODELS = ("razdel", "slovnet", "navec", "natasha", "pymorphy3", "pymorphy3-dicts-ru")
_HOUSEKEEPING = (  # find nothing in an article
    *("store", "database.py", "folder.py", "library.py", "update.py", "workers.py"),
    *("people", "directory.py"),
)


@cache
def rules_version() -> str:
    """16 hexadecimal digits: of this package's sources and of the versions of the models behind them."""
    digest = hashlib.blake2b(digest_size=8)
    room = Path(__file__).parent
    for source in sorted(room.rglob("*.py")):
        if source.relative_to(room).parts[0] not in _HOUSEKEEPING:
            digest.update(source.read_bytes())
    for model in _MODELS:
        digest.update(_version_of(model).encode())
    return digest.hexdigest()


def _version_of(model: str) -> str:
    try:
        return f"{model} {importlib.metadata.version(model)}\n"
    except importlib.metadata.PackageNotFoundError:
        return f"{model} absent\n"
