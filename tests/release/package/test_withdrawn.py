"""What was there and is no more: it stays visible over all later releases."""

from __future__ import annotations

from sholu.release.package.model import Withdrawn
from sholu.release.package.withdrawn import Reason, Thing, withdrawn_since

EVENT = Thing("event", "e1", "5 kg found", ("d1",))
CLAIM = Thing("claim", "c1", "5 kg", ("d2",))
OLD = Withdrawn("document", "d0", "old.html", "2024-24", "2025-01-01", "Asked to.")


def test_what_is_gone_is_told_with_the_last_release_that_had_it() -> None:
    found = withdrawn_since([EVENT, CLAIM], "2025-01", [], {"c1"}, {})
    assert found == (Withdrawn("event", "e1", "5 kg found", "2025-01", None, None),)


def test_the_decision_about_it_or_about_its_document_is_the_reason() -> None:
    reasons = {"e1": Reason("2025-02-01", "Wrong."), "d2": Reason("2025-02-02", "Withdrawn.")}
    event, claim = withdrawn_since([EVENT, CLAIM], "2025-01", [], set(), reasons)
    assert (event.at, event.why) == ("2025-02-01", "Wrong.")
    assert (claim.at, claim.why) == ("2025-02-02", "Withdrawn.")


def test_what_was_withdrawn_before_stays_until_it_comes_back() -> None:
    assert withdrawn_since([], "2025-01", [OLD], set(), {}) == (OLD,)
    assert withdrawn_since([], "2025-01", [OLD], {"d0"}, {}) == ()
