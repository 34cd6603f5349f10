"""The nouns of taking networks apart: ties by the rule that actors are scored by, what is left.

Each rule has its class, so that only the loops of the rule asked for are compiled.
"""

from __future__ import annotations

from typing import NamedTuple

from sholu.network.model import Booleans, Floats, Indices


class Ties(NamedTuple):
    """A network as the loops read it.

    Attributes:
        around_offsets, around: contacts without directions, compressed rows.
        offsets, targets, weights, lengths: ties with directions, compressed rows.
        attenuation: of Katz.
        directed: whether a tie counts at both its ends.
        heavy: whether scoring a piece takes the square of its size.
    """

    around_offsets: Indices
    around: Indices
    offsets: Indices
    targets: Indices
    weights: Floats
    lengths: Floats
    attenuation: float
    directed: bool
    heavy: bool


class DegreeTies(Ties):
    """Scored by the sum of weights."""


class InfluenceTies(Ties):
    """Scored by collective influence over direct contacts."""


class StepTies(Ties):
    """Scored by betweenness, every tie one step."""


class LengthTies(Ties):
    """Scored by betweenness along lengths."""


class WalkTies(Ties):
    """Scored by Katz."""


class State(NamedTuple):
    """What is left after some removals; changed in place.

    Attributes:
        gone: shape (n,).
        score: shape (n,), of those left.
        size: shape (n,), of the piece that each of them is in.
        inverse: shape (n, n), of I − aA' for Katz; (0, 0) for other rules.
    """

    gone: Booleans
    score: Floats
    size: Indices
    inverse: Floats
