"""Who of the people named speaks or acts for an authority: named features, weighed as read.

The weights of ``office_weights.tsv`` are fitted by ``tools/fit_office_weights.py`` on items of
``evaluation/`` and on invented sentences.
"""

from __future__ import annotations

from collections.abc import Mapping

from sholu.core.choice import Features, choose, load_weights
from sholu.mentions.office_features import (
    LEFT_OFFICE,
    Agency,
    find_office_features,
    is_lettered,
)
from sholu.mentions.public_names import is_head
from sholu.mentions.sentences import Sentence

LEAST_LIKELY = 0.55
"""An official is named only where that is likelier than so much: in doubt a name is hidden."""


def find_officials(
    text: str,
    found: Mapping[int, tuple[int, Sentence]],
    owners: Mapping[int, str],
    is_agency: Agency,
) -> set[str]:
    """The owners of names who are officials; arguments as of `find_office_features`.

    Three conventions go before the weights: heads of state are known to all, whom a text names by
    a letter it hides itself, and who lost the office, or is held in it, acts for nobody.
    """
    people = find_office_features(text, found, owners, is_agency)
    return {
        owner
        for owner, features in people.items()
        if is_head(owner)
        or (not is_lettered(owner) and LEFT_OFFICE not in features and is_official(features))
    }


def is_official(features: Features) -> bool:
    """Whether these features make an official."""
    weights = load_weights("sholu.mentions", "office_weights.tsv")
    official, likely = choose([(True, features), (False, {})], weights)
    return official and likely >= LEAST_LIKELY
