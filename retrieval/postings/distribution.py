"""Distribution: whether the module rank_bm25 is that of the distribution rank-bm25, another has the same name."""

from __future__ import annotations

from importlib.metadata import packages_distributions


def check_distribution() -> None:
    """Raise ImportError where another distribution has put its module over rank-bm25's."""
    owners = set(packages_distributions().get("rank_bm25", ()))
    if owners != {"rank-bm25"}:
        raise ImportError(
            f"the module rank_bm25 belongs to {', '.join(sorted(owners)) or 'no distribution'}; "
            "uninstall these and install rank-bm25 again"
        )
