"""Packages whose public names are loaded when they are first asked for (PEP 562)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def lazily(package: str, home: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """Give the ``__getattr__`` of ``package``; ``home`` maps its modules to the names they define.

    A name that was loaded stays in the package. Another word is an AttributeError, as usual.
    """
    module_of = {name: module for module, names in home.items() for name in names}

    def load(name: str) -> Any:
        module = module_of.get(name)
        if module is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{module}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return load
