"""Imported once by the server that reading children are forked from, so that they share its models.

Loading the language model, the vocabulary and the index of names takes seconds; a child that is
replaced after a crash should not pay them again.
"""

from __future__ import annotations

import gc
import sys
from concurrent.futures import Future, ThreadPoolExecutor

from sholu.evidence.language import load_model

SAMPLE = """# Police seized 2 kg of hashish in Tersay region

Officers of the Ministry of Interior of Aldaria seized 2 kg of hashish on 9 January 2025.

Полиция Алдарии изъяла 2 кг гашиша в Терсайской области 9 января 2025 года.

Алдария полициясы 2025 жылғы 9 қаңтарда Терсай облысында 2 кг гашиш тәркіледі.
"""

OBJECTS_BEFORE_A_LOOK = 50_000
"""New objects after which a child looks for cycles. A register of 10,000 rows makes a million that
all stay; with the usual 700 a third of its reading went into looking at them."""


def _warm() -> None:
    # What is loaded here stays, so there is nothing for the collector to find; and what it does
    # not look at again stays in the memory that the children share.
    gc.disable()
    # The model is unpacked by a library that lets other threads go on, in 700 pieces; with the
    # usual interval of 5 ms it would wait longer for each than it works on it.
    usual = sys.getswitchinterval()
    sys.setswitchinterval(usual / 10)
    with ThreadPoolExecutor(max_workers=1) as aside:
        _read_sample(aside.submit(load_model))
    sys.setswitchinterval(usual)
    gc.freeze()
    gc.set_threshold(OBJECTS_BEFORE_A_LOOK, 20, 20)
    gc.enable()


def _read_sample(model: Future[None]) -> None:
    # Imported while the model is loaded.
    from sholu.claims.read import read_claims
    from sholu.events.read import read_events
    from sholu.evidence.read import read_document
    from sholu.mentions.annotate import annotate
    from sholu.mentions.place_index import index_places
    from sholu.sources.model import Document
    from sholu.vocabulary.load import load

    vocabulary = load()
    index_places(vocabulary)
    model.result()
    content = SAMPLE.encode("utf-8")
    text = read_document(content, "sample.md").text
    document = Document(
        id=text.document,
        name="sample.md",
        size=len(content),
        source=None,
        address=None,
        retrieved="",
        published=None,
        licence=None,
        marking="clear",
        part_of=None,
    )
    annotated = annotate(document, text, vocabulary, b"")
    read_events(annotated, vocabulary, None)
    read_claims(annotated, vocabulary, None)


_warm()
