"""Compiled: what numba makes of a function, once, and keeps in its cache."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba

F = TypeVar("F", bound=Callable[..., Any])


def compiled(function: F) -> F:
    return cast("F", numba.njit(cache=True, nogil=True, error_model="numpy")(function))
