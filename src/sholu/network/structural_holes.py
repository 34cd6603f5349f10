"""Burt's structural holes: whose contacts do not know each other.

Source: R. S. Burt, Structural holes, 1992, chapter 2 (constraint eq. 2.4, effective size eq. 2.2,
hierarchy eq. 2.9).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sholu.network.assemble import as_matrix
from sholu.network.model import Floats, Network, NetworkError

LARGEST = 3_000
"""Actors up to which a full matrix is made (72 MB each)."""


@dataclass(frozen=True)
class StructuralHoles:
    """Burt's measures, each of shape (n,); NaN where an actor has no contact.

    Attributes:
        constraint: how far an actor's time goes to contacts who are tied to each other.
        effective_size: contacts less those that are redundant.
        efficiency: effective size over the number of contacts.
        hierarchy: how far the constraint comes from one contact alone (0 evenly, 1 from one).
    """

    constraint: Floats
    effective_size: Floats
    efficiency: Floats
    hierarchy: Floats


def structural_holes(network: Network) -> StructuralHoles:
    """Burt's measures; a tie's share is that of both directions together.

    Weights count as strengths, or not at all if the network ignores them.

    Raises:
        NetworkError: with more than `LARGEST` actors.
    """
    if network.n > LARGEST:
        raise NetworkError(f"Burt's measures are computed for up to {LARGEST} actors.")
    ties = as_matrix(network)
    both = ties + ties.T
    total = both.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        shares = both / total[:, None]
        marginal = both / both.max(axis=1, initial=0)[:, None]
    shares, marginal = np.nan_to_num(shares), np.nan_to_num(marginal)
    contacts = both > 0
    of_contact = np.where(contacts, (shares + shares @ shares) ** 2, 0.0)
    redundancy = np.where(contacts, shares @ marginal.T, 0.0)
    number = contacts.sum(axis=1)
    alone = number == 0
    effective = number - redundancy.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        efficiency = effective / number
    return StructuralHoles(
        np.where(alone, np.nan, of_contact.sum(axis=1)),
        np.where(alone, np.nan, effective),
        np.where(alone, np.nan, efficiency),
        _hierarchy(of_contact, number),
    )


def _hierarchy(of_contact: Floats, number: Floats) -> Floats:
    """The Coleman–Theil index of disorder over the contacts' constraints; 1 with one contact."""
    result = np.full(len(of_contact), np.nan)
    for row, size in enumerate(number):
        if size == 1:
            result[row] = 1.0
        elif size > 1:
            values = of_contact[row][of_contact[row] > 0]
            ratio = values / values.mean()
            result[row] = float((ratio * np.log(ratio)).sum() / (size * np.log(size)))
    return result
