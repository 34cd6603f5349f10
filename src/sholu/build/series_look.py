"""Look up what the tables of indicators hold: what `sholu series` and its kin read."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sholu.build.model import (
    ANSWER,
    CLAIM_POINT,
    OBSERVATION,
    READ_DOCUMENT,
    REGISTRATION,
    SET_ASIDE,
    TRANSACTION,
)
from sholu.build.observatory import Observatory
from sholu.engine.tables import Table, read_state
from sholu.indicators.model import (
    Answer,
    ClaimPoint,
    IndicatorError,
    Observation,
    Registration,
    Series,
    SetAside,
)
from sholu.indicators.observations import series_of
from sholu.indicators.prices_model import Transaction

if TYPE_CHECKING:
    import pandas as pd


_OF_RECORDS = {"registrations": REGISTRATION, "transactions": TRANSACTION}
"""Tables whose rows are records of mapped tables, by the kind of mapping."""


class Statistics:
    """Read-only views of the tables of indicators as they were when it was made."""

    def __init__(self, observatory: Observatory) -> None:
        self.observatory = observatory
        self._batches = list(read_state(observatory.table_folder).batches)

    def points(self) -> list[ClaimPoint]:
        """Every claim that came to a series."""
        return self.observatory.tables.read(CLAIM_POINT, ClaimPoint)

    def observations(
        self, indicator: str | None = None, place: str | None = None
    ) -> list[Observation]:
        """Observations, of one indicator and one place where these are given."""
        where = (
            "($indicator IS NULL OR indicator = $indicator) AND ($place IS NULL OR place = $place)"
        )
        parameters = {"indicator": indicator, "place": place}
        return self.observatory.tables.read(OBSERVATION, Observation, None, where, parameters)

    def series(self, indicator: str | None = None, place: str | None = None) -> tuple[Series, ...]:
        """Series with their breaks, the longest of an indicator and place first."""
        return series_of(self.observations(indicator, place), self.observatory.vocabulary)

    def registrations(self, table: str | None = None) -> list[Registration]:
        """Rows of registers; of one mapping where it is named."""
        where = '$name IS NULL OR "table" = $name'
        rows = self.observatory.tables.read(
            REGISTRATION, Registration, self._batches, where, {"name": table}
        )
        return sorted(rows, key=lambda one: (one.document, one.row))

    def answers(self, table: str | None = None) -> list[Answer]:
        """Answers of surveys; of one mapping where it is named."""
        where = '$name IS NULL OR "table" = $name'
        return self.observatory.tables.read(ANSWER, Answer, self._batches, where, {"name": table})

    def transactions(self) -> list[Transaction]:
        """Sales, of all mapped tables."""
        rows = self.observatory.tables.read(TRANSACTION, Transaction, self._batches)
        return sorted(rows, key=lambda one: (one.document, one.row))

    def set_aside(self) -> list[SetAside]:
        """What came to no series, and why, the most frequent first."""
        rows = self.observatory.tables.read(SET_ASIDE, SetAside)
        return sorted(rows, key=lambda one: (-one.count, one.where, one.reason))

    @cached_property
    def document_names(self) -> dict[str, str]:
        """Name of each document, for source notes."""
        tables = self.observatory.tables
        scan = tables.scan(READ_DOCUMENT, self._batches)
        rows = tables.query(f"SELECT document, name FROM {scan}", {})
        return {row["document"]: row["name"] for row in rows.to_pylist()}

    @cached_property
    def names(self) -> dict[str, str]:
        """What sources (by code) and documents (by id) are called, for notes."""
        sources = {one.code: one.name.preferred("en") for one in self.observatory.register}
        return {**self.document_names, **sources}

    def table_names(self) -> dict[str, str]:
        """What `frame` can give, with what a row is."""
        names = {
            "claims": "a claim that came to a series",
            "observations": "a place in a series: what is drawn",
            "registrations": "a registered offence",
            "transactions": "a sale",
        }
        for mapping in self.observatory.mappings:
            names[mapping.name] = {
                "statistics": "a cell of the table",
                "registrations": "a registered offence",
                "survey": "a respondent",
                "transactions": "a sale",
            }[mapping.kind]
        return names

    def frame(self, name: str) -> pd.DataFrame:
        """A table as pandas has it: ``claims``, ``observations``, ``registrations`` or a mapping.

        A survey has one row a respondent and one column a question.

        Raises:
            IndicatorError: if there is no such table.
        """
        if name not in self.table_names():
            raise IndicatorError(
                f"There is no table '{name}'.", f"There are {', '.join(self.table_names())}."
            )
        kind = {one.name: one.kind for one in self.observatory.mappings}.get(name, name)
        if kind == "survey":
            return self._survey(name)
        if kind in _OF_RECORDS:
            wanted = None if name == kind else name
            return self._dated(self._columns(_OF_RECORDS[kind], '"table"', wanted))
        if kind == "observations":
            return self._dated(self._columns(OBSERVATION, "indicator", None))
        reader = None if kind == "claims" else name
        return self._dated(self._points(reader))

    def _columns(self, table: Table, column: str, wanted: str | None) -> pd.DataFrame:
        batches = self._batches if table in _OF_RECORDS.values() else None
        frame: pd.DataFrame = self.observatory.tables.query(
            f"SELECT * FROM {self.observatory.tables.scan(table, batches)} "
            f"WHERE $wanted IS NULL OR {column} = $wanted",
            {"wanted": wanted},
        ).to_pandas()
        return frame.drop(columns=["points", "table"], errors="ignore")

    def _points(self, mapping: str | None) -> pd.DataFrame:
        frame = self._columns(CLAIM_POINT, "indicator", None)
        if mapping is None:
            return frame
        rule = next(one for one in self.observatory.mappings if one.name == mapping)
        names = frame["document"].map(self.document_names)
        return frame[names.map(lambda one: isinstance(one, str) and rule.covers(one))]

    def _dated(self, frame: pd.DataFrame) -> pd.DataFrame:
        """With year and month, which is what tables are grouped by."""
        column = "date" if "date" in frame else "period"
        frame = frame.copy()
        frame["year"] = frame[column].str[:4]
        frame["month"] = frame[column].where(frame[column].str.len() >= 7).str[:7]
        return frame

    def _survey(self, name: str) -> pd.DataFrame:
        import pandas as pd

        rows = [vars(one) for one in self.answers(name)]
        if not rows:
            raise IndicatorError(f"The survey '{name}' has no answers.", "Run 'sholu build'.")
        long = pd.DataFrame(rows)
        keys = ["document", "respondent"]
        wide = long.pivot(index=keys, columns="question", values="answer")
        about = long.drop_duplicates(keys).set_index(keys)[["weight", "place", "date"]]
        return about.join(wide).reset_index()
