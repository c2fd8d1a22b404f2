"""Where the files that come with cleanup stand on this machine."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def rules_folder() -> Path:
    """Return the folder of rule packs: inside the installed package, else beside it in a checkout."""
    installed = _HERE / "_rules"
    return installed if installed.is_dir() else _HERE.parent / "rules"


def fluency_folder() -> Path:
    """Return the folder of the fluency model that comes with cleanup; it may be missing."""
    return _HERE / "models" / "fluency-en"


def reference_folder() -> Path:
    """Return the folder of the models that come with cleanup, translation models among them."""
    return _HERE / "models"


def words_folder() -> Path:
    """Return the folder of tables that say which words translate which; it may be missing."""
    return _HERE / "models" / "words"
