"""A build reads what is new or stale, and nothing else."""

from __future__ import annotations

from sholu.build.plan import MANY, SMALL, StaleBatch, plan


def test_a_current_document_is_not_read_again() -> None:
    work = plan({"a": "k1", "b": "k1"}, {"b000001": {"a": "k1"}})
    assert (work.new, work.stale) == (("b",), ())


def test_a_document_whose_key_changed_is_read_again_in_its_batch() -> None:
    work = plan({"a": "k2", "b": "k1"}, {"b000001": {"a": "k1", "b": "k1"}})
    assert work.stale == (StaleBatch("b000001", ("b",), ("a",)),)
    assert work.reads() == 1


def test_a_withdrawn_document_leaves_its_batch_and_is_not_read() -> None:
    work = plan({"b": "k1"}, {"b000001": {"a": "k1", "b": "k1"}})
    assert work.stale == (StaleBatch("b000001", ("b",), ()),)
    assert work.reads() == 0


def test_many_small_batches_are_put_together() -> None:
    batches = {f"b{n:06d}": {f"d{n}": "k"} for n in range(MANY + 1)}
    wanted = {f"d{n}": "k" for n in range(MANY + 1)}
    assert set(plan(wanted, batches).join) == set(batches)


def test_a_few_small_batches_and_all_large_ones_are_left_alone() -> None:
    batches = {f"b{n:06d}": {f"d{n}-{i}": "k" for i in range(SMALL)} for n in range(MANY + 1)}
    wanted = {id_: "k" for documents in batches.values() for id_ in documents}
    assert plan(wanted, batches).join == ()
