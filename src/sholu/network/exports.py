"""Ties for other programs: GraphML, GEXF, CSV for i2, FollowTheMoney. Nothing is combined."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping

from lxml import etree

from sholu.core.ids import identify
from sholu.network.model import Tie, TieTable

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
GEXF = "http://gexf.net/1.3"

TIE_COLUMNS = ("kind", "time", "phase", "spans")
"""What a tie carries besides its ends and its weight, where the source says it."""

I2_COLUMNS = (
    "Entity 1 ID", "Entity 1 Type", "Entity 2 ID", "Entity 2 Type", "Link Type", "Strength",
    "Date", "Phase", "Direction", "Source Reference",
)  # fmt: skip


def to_graphml(table: TieTable) -> bytes:
    """GraphML (Brandes et al. 2002): each tie as told is an edge of its own."""
    root = etree.Element("graphml", nsmap={None: GRAPHML})
    keys = {f"n{i}": ("node", name) for i, name in enumerate(("label", *_attributes(table)))}
    keys |= {f"e{i}": ("edge", name) for i, name in enumerate(("weight", *_said(table)))}
    for id_, (of, name) in keys.items():
        kind = "double" if (of, name) == ("edge", "weight") else "string"
        etree.SubElement(root, "key", {"id": id_, "for": of, "attr.name": name, "attr.type": kind})
    graph = etree.SubElement(
        root,
        "graph",
        {"id": "ties", "edgedefault": "directed" if _directed(table) else "undirected"},
    )
    ids = {(of, name): id_ for id_, (of, name) in keys.items()}
    numbers = _numbers(table)
    for label, number in numbers.items():
        node = etree.SubElement(graph, "node", {"id": number})
        values = {"label": label} | dict(table.attributes.get(label, {}))
        for name, value in values.items():
            if ("node", name) in ids:
                etree.SubElement(node, "data", {"key": ids["node", name]}).text = value
    for row, tie in enumerate(table.ties):
        edge = etree.SubElement(
            graph, "edge",
            {"id": f"t{row}", "source": numbers[tie.source], "target": numbers[tie.target]},
        )  # fmt: skip
        for name, text in {"weight": repr(tie.weight), **_told(tie)}.items():
            etree.SubElement(edge, "data", {"key": ids["edge", name]}).text = text
    return _xml(root)


def to_gexf(table: TieTable) -> bytes:
    """GEXF 1.3 (Gephi): each tie as told is an edge of its own."""
    root = etree.Element("gexf", {"version": "1.3"}, nsmap={None: GEXF})
    graph = etree.SubElement(
        root, "graph", {"defaultedgetype": "directed" if _directed(table) else "undirected"}
    )
    columns = {"node": _attributes(table), "edge": _said(table)}
    for of, names in columns.items():
        declared = etree.SubElement(graph, "attributes", {"class": of})
        for place, name in enumerate(names):
            etree.SubElement(
                declared, "attribute", {"id": f"{of[0]}{place}", "title": name, "type": "string"}
            )
    numbers = _numbers(table)
    nodes = etree.SubElement(graph, "nodes")
    for label, number in numbers.items():
        node = etree.SubElement(nodes, "node", {"id": number, "label": label})
        _values(node, columns["node"], "n", table.attributes.get(label, {}))
    edges = etree.SubElement(graph, "edges")
    for row, tie in enumerate(table.ties):
        edge = etree.SubElement(
            edges, "edge",
            {"id": str(row), "source": numbers[tie.source], "target": numbers[tie.target],
             "weight": repr(tie.weight)},
        )  # fmt: skip
        _values(edge, columns["edge"], "e", _told(tie))
    return _xml(root)


def _values(
    parent: etree._Element, names: tuple[str, ...], letter: str, values: Mapping[str, str]
) -> None:
    known = [(number, values[name]) for number, name in enumerate(names) if values.get(name)]
    if known:
        holder = etree.SubElement(parent, "attvalues")
        for number, value in known:
            etree.SubElement(holder, "attvalue", {"for": f"{letter}{number}", "value": value})


def to_i2(table: TieTable) -> bytes:
    """One CSV of links for the importer of i2 Analyst's Notebook, with both ends in each row.

    Actors without ties stand in the entities (`to_i2_entities`).
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(I2_COLUMNS)
    arrow = "Directed" if _directed(table) else "Undirected"
    for tie in table.ties:
        writer.writerow(
            [tie.source, _type(table, tie.source), tie.target, _type(table, tie.target), tie.kind,
             f"{tie.weight:g}", tie.time or "", tie.phase or "", arrow, " ".join(tie.spans)]
        )  # fmt: skip
    # With its mark, programs on Windows read UTF-8 as what it is.
    return buffer.getvalue().encode("utf-8-sig")


def to_i2_entities(table: TieTable) -> bytes:
    """The CSV of entities beside the links: one row an actor, with its attributes."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    names = _attributes(table)
    writer.writerow(["Entity ID", "Entity Type", *names])
    for label in _numbers(table):
        own = table.attributes.get(label, {})
        writer.writerow([label, _type(table, label), *(own.get(name, "") for name in names)])
    return buffer.getvalue().encode("utf-8-sig")


def to_ftm(table: TieTable) -> bytes:
    """FollowTheMoney entities as JSON lines: each actor a LegalEntity, each tie an UnknownLink.

    FollowTheMoney has no weight of a link: it stands in the summary. Actors are roles or
    pseudonyms, so that nothing in it matches a person (schema files UnknownLink, Interest and
    Interval of followthemoney 3).
    """
    ids = {label: identify("actor", table.origin, label) for label in _numbers(table)}
    lines = [_entity(ids[label], "LegalEntity", _described(table, label)) for label in ids]
    for row, tie in enumerate(table.ties):
        summary = f"weight {tie.weight:g}" + (f", phase {tie.phase}" if tie.phase else "")
        properties = {"subject": [ids[tie.source]], "object": [ids[tie.target]],
                      "summary": [summary]}  # fmt: skip
        if tie.kind:
            properties["role"] = [tie.kind]
        if tie.spans:
            properties["recordId"] = list(tie.spans)
        if tie.time and _is_date(tie.time):
            properties["date"] = [tie.time]
        lines.append(_entity(identify("tie", table.origin, str(row)), "UnknownLink", properties))
    return "".join(f"{line}\n" for line in lines).encode()


def _entity(id_: str, schema: str, properties: Mapping[str, list[str]]) -> str:
    return json.dumps({"id": id_, "schema": schema, "properties": properties}, ensure_ascii=False)


def _described(table: TieTable, label: str) -> dict[str, list[str]]:
    own = table.attributes.get(label, {})
    notes = [f"{name}: {value}" for name, value in own.items() if value]
    return {"name": [label]} | ({"notes": ["; ".join(notes)]} if notes else {})


def _is_date(text: str) -> bool:
    """An ISO date, whole or partial, which FollowTheMoney takes; other times stay out."""
    parts = text[:10].split("-")
    return len(parts[0]) == 4 and all(part.isdigit() for part in parts)


def _directed(table: TieTable) -> bool:
    """Whether ties have directions; a source that does not say tells them from one to another."""
    return table.directed is not False


def _numbers(table: TieTable) -> dict[str, str]:
    """Actor to its id in a file; those that only a tie names come last."""
    labels = dict.fromkeys(table.actors)
    labels |= dict.fromkeys(end for tie in table.ties for end in (tie.source, tie.target))
    return {label: f"a{number}" for number, label in enumerate(labels)}


def _attributes(table: TieTable) -> tuple[str, ...]:
    names = dict.fromkeys(name for own in table.attributes.values() for name in own)
    return tuple(name for name in names if name not in ("label", "name", "id"))


def _said(table: TieTable) -> tuple[str, ...]:
    return tuple(name for name in TIE_COLUMNS if any(getattr(tie, name) for tie in table.ties))


def _told(tie: Tie) -> dict[str, str]:
    values = {"kind": tie.kind, "time": tie.time, "phase": tie.phase, "spans": " ".join(tie.spans)}
    return {name: value for name, value in values.items() if value}


def _type(table: TieTable, label: str) -> str:
    """What i2 takes for the icon: the role, if there is one."""
    return table.attributes.get(label, {}).get("role", "") or "Actor"


def _xml(root: etree._Element) -> bytes:
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


EXPORTERS: dict[str, Callable[[TieTable], bytes]] = {
    "graphml": to_graphml,
    "gexf": to_gexf,
    "i2": to_i2,
    "i2-entities": to_i2_entities,
    "ftm": to_ftm,
}
"""Format to what writes it."""
