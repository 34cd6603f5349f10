"""The word 'gravity' of 'sholu routes': a table of pairs, fitted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from sholu.network.gravity import fit_gravity
from sholu.network.routes_graph import kilometres_between
from sholu.network.routes_model import RouteError
from sholu.network.routes_read import site_of
from sholu.network.routes_tables import CAVEAT, number_in, read_rows

if TYPE_CHECKING:
    from sholu.cli.routes import Asked

ENDS = ("origin", "destination")
NOT_REGRESSORS = (*ENDS, "flow", "source", "period", "year", "note", "unit")
DISTANCE = "distance_km"


def gravity_record(asked: Asked, path: Path) -> dict[str, Any]:
    """Fit the table: origin, destination, flow and numbers that may explain it.

    Columns whose name starts with ``is_`` enter as they are, all others as logarithms. Without a
    column ``distance_km`` it is taken from the coordinates of the places.
    """
    rows = read_rows(path, (*ENDS, "flow"))
    names = [name for name in rows[0] if name and name not in NOT_REGRESSORS]
    numbers = {
        name: np.array([number_in(path, n, name, row[name]) for n, row in enumerate(rows, start=2)])
        for name in ("flow", *names)
    }
    computed = DISTANCE not in numbers
    if computed:
        numbers[DISTANCE] = _distances(asked, path, rows)
        names.append(DISTANCE)
    plain = {name: numbers[name] for name in names if name.startswith("is_")}
    logged = {name: numbers[name] for name in names if name not in plain}
    model = fit_gravity(numbers["flow"], logged, plain)
    return {
        "file": path.name,
        "definition": "flow = exp(constant + sum of elasticity times log of each regressor), by "
        "Poisson pseudo-maximum likelihood with robust errors (Santos Silva and Tenreyro 2006); "
        "95 % intervals."
        + (" Distances are great circles between the places." if computed else ""),
        "caveat": CAVEAT,
        "n": model.n,
        "positive": model.positive,
        "zero": model.zero,
        "reset_p": model.reset_p,
        "share_explained": model.share_explained,
        "coefficients": [vars(one) | {"unsaid": one.unsaid or None} for one in model.coefficients],
        "pairs": [
            {"origin": row["origin"], "destination": row["destination"], "flow": float(seen),
             "fitted": float(told)}
            for row, seen, told in zip(rows, numbers["flow"], model.fitted, strict=False)
        ],
        "story": [
            f"{model.n} pairs, {model.positive} with flow.",
            model.verdict,
            *_form(model.reset_p),
            CAVEAT,
        ],
    }  # fmt: skip


def _form(reset_p: float | None) -> list[str]:
    if reset_p is None or reset_p >= 0.05:
        return []
    return [f"RESET rejects the form of the model (p = {reset_p:.3f}): read it with care."]


def _distances(asked: Asked, path: Path, rows: list[dict[str, str]]) -> np.ndarray[Any, Any]:
    found = []
    for line, row in enumerate(rows, start=2):
        ends = [asked.index.get(row[end].casefold()) for end in ENDS]
        one, other = (site_of(place) if place else None for place in ends)
        km = kilometres_between(one, other) if one and other else None
        if not km:
            raise RouteError(
                f"{path.name}, line {line}: the distance between '{row['origin']}' and "
                f"'{row['destination']}' is not known.",
                f"Add a column {DISTANCE}.",
            )
        found.append(km)
    return np.array(found)
