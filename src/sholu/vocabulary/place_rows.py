"""The long lists of places: TSV files made by tools/build_gazetteer.py."""

from __future__ import annotations

from sholu.vocabulary.model import Names, Place, VocabularyError

PLACE_COLUMNS: tuple[str, ...] = (
    "code", "kind", "en", "ru", "kk", "country", "region", "valid_from", "valid_to",
    "latitude", "longitude", "ambiguous", "population", "former_codes", "note",
)  # fmt: skip
"""Header of the TSV files. Names and former codes are parted by ``|``."""


def add_places(places: dict[str, Place], name: str, content: bytes) -> None:
    """Read a TSV of places; a code may stand only once."""
    lines = content.decode("utf-8").splitlines()
    if tuple(lines[0].split("\t")) != PLACE_COLUMNS:
        raise VocabularyError(f"{name}: the first line must name {', '.join(PLACE_COLUMNS)}.")
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(PLACE_COLUMNS):
            raise VocabularyError(
                f"{name}, line {number}: {len(PLACE_COLUMNS)} cells expected, {len(cells)} found."
            )
        if cells[0] in places:
            raise VocabularyError(f"{name}, line {number}: the code {cells[0]} stands twice.")
        places[cells[0]] = _place_of_cells(cells)


def _place_of_cells(cells: list[str]) -> Place:
    """One line of a TSV as a place."""
    code, kind, en, ru, kk, country, region, start, end, north, east, *rest = cells
    ambiguous, population, former, note = rest
    return Place(
        code=code,
        kind=kind,
        names=Names(_parted(en), _parted(ru), _parted(kk)),
        country=country or None,
        region=region or None,
        valid_from=start or None,
        valid_to=end or None,
        latitude=float(north) if north else None,
        longitude=float(east) if east else None,
        ambiguous=ambiguous == "1",
        population=int(population) if population else None,
        former_codes=_parted(former),
        note=note,
    )


def _parted(cell: str) -> tuple[str, ...]:
    """The parts of a cell with ``|`` between them."""
    return tuple(cell.split("|")) if cell else ()
