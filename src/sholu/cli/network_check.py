"""The word 'check': what to look at in the data before a number is believed."""

from __future__ import annotations

from typing import Any

from sholu.cli.network_request import Request
from sholu.core.finding import Finding
from sholu.network.checks import check_table
from sholu.network.checks_between import check_between
from sholu.network.story import tell_checks

Record = dict[str, Any]


def check(request: Request) -> Record:
    """What a person should look at in the data; works where measures refuse."""
    table = request.table
    named = request.named or (table,)
    findings = [finding for one in named for finding in check_table(one)]
    between = check_between(request.siblings, request.total)
    names = [one.origin for one in named]
    findings += [
        finding
        for finding in between
        if any(name in f"{finding.where} {finding.statement}" for name in names)
    ]
    pairs = {(tie.source, tie.target) for tie in table.ties if tie.source != tie.target}
    beside = len(request.siblings) + (request.total is not None) - 1 if request.siblings else 0
    record: Record = {
        "file": table.origin,
        "form": table.form,
        "n": len(set(table.actors)),
        "arcs": len(pairs),
        "edges": len({frozenset(pair) for pair in pairs}),
        "definition": f"the data as read, before anything is combined, compared with {beside} "
        "files that belong to it; nothing is repaired",
        "findings": [_finding_record(finding) for finding in findings],
    }
    record["story"] = tell_checks(record)
    return record


def _finding_record(finding: Finding) -> Record:
    names = ("kind", "where", "statement", "method", "certainty", "gravity", "id")
    return {name: getattr(finding, name) for name in names}
