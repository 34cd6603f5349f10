"""Read ties from GraphML (Brandes et al. 2002), as igraph, networkx, yEd and Gephi write it."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from sholu.network.cells import as_number
from sholu.network.model import NetworkError, Repeated, Tie, TieTable

NAME_KEYS = ("name", "label", "id")
WEIGHT_KEYS = ("weight", "strength", "value", "count")
TIME_KEYS = ("time", "date", "timestamp")
PHASE_KEYS = ("phase", "wave", "period")


def read_graphml(content: bytes, origin: str) -> TieTable:
    """Ties of a GraphML file; keys called weight, time, phase and kind are taken as such.

    Raises:
        NetworkError: if it is no well-formed GraphML, or a tie names an actor that is not there.
    """
    root = _parse(content, origin)
    graph = root.find("{*}graph")
    if graph is None:
        raise NetworkError(f"{origin} is XML but no GraphML: it holds no <graph>.")
    keys = {
        key.get("id", ""): (key.get("attr.name") or key.get("id", "")).casefold()
        for key in root.iterfind("{*}key")
    }
    nodes = {node.get("id", ""): _data(node, keys) for node in graph.iterfind("{*}node")}
    labels = _labels(nodes)
    directed = graph.get("edgedefault", "directed") == "directed"
    found = [_tie(edge, keys, labels, origin) for edge in graph.iterfind("{*}edge")]
    phases = tuple(dict.fromkeys(tie.phase for tie in found if tie.phase is not None))
    return TieTable(
        origin=origin,
        form="GraphML",
        actors=tuple(labels.values()),
        ties=tuple(found),
        directed=directed,
        weighted=any(tie.weight != 1 for tie in found),
        repeated=Repeated.SUM,
        phases=phases,
        attributes={labels[node]: data for node, data in nodes.items() if data},
    )


def _parse(content: bytes, origin: str) -> etree._Element:
    # No entities and no network: a file must not make the reader fetch or grow anything.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise NetworkError(f"{origin} is no well-formed XML: {error}.") from None


def _data(element: etree._Element, keys: Mapping[str, str]) -> dict[str, str]:
    return {
        keys.get(item.get("key", ""), item.get("key", "")): (item.text or "").strip()
        for item in element.iterfind("{*}data")
    }


def _labels(nodes: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Node to its label: the first of name, label that all nodes have, each once; else the id."""
    for key in NAME_KEYS:
        names = [data.get(key, "") for data in nodes.values()]
        if nodes and all(names) and len(set(names)) == len(names):
            return dict(zip(nodes, names, strict=True))
    return {node: node for node in nodes}


def _tie(
    edge: etree._Element, keys: Mapping[str, str], labels: Mapping[str, str], origin: str
) -> Tie:
    ends = edge.get("source", ""), edge.get("target", "")
    for end in ends:
        if end not in labels:
            raise NetworkError(f"{origin}: a tie names the actor '{end}', which is not there.")
    data = _data(edge, keys)
    weight = next((data[key] for key in WEIGHT_KEYS if data.get(key)), "1")
    number = as_number(weight)
    if number is None:
        raise NetworkError(f"{origin}: the weight of {ends[0]} – {ends[1]} is '{weight}'.")
    return Tie(
        labels[ends[0]],
        labels[ends[1]],
        number,
        kind=data.get("kind") or data.get("type") or "",
        time=next((data[key] for key in TIME_KEYS if data.get(key)), None),
        phase=next((data[key] for key in PHASE_KEYS if data.get(key)), None),
    )
