"""What each printed number is: the definition that stands beside it."""

from __future__ import annotations

from collections.abc import Mapping

from sholu.network.model import Network, TieTable, WeightIs

DEFINITIONS: Mapping[str, str] = {
    "density": "ties over pairs that could have one: n(n − 1) ordered pairs if directed, half as "
    "many if not; self-ties left out",
    "centralisation": "Freeman (1978): sum of differences to the largest score over the same "
    "sum in the star of n. in, out: degree one way, against the star whose ties all go "
    "one way, (n − 1)²; "
    "degree: undirected, (n − 1)(n − 2); betweenness: (n − 1)²(n − 2), half of it if undirected; "
    "closeness: undirected, (n − 1)(n − 2)/(2n − 3), only of a connected network",
    "degree": "number of different contacts, directions left out; in_degree, out_degree: ties that "
    "come in and go out",
    "strength": "sum of the weights of all ties as the source gives them, both directions",
    "betweenness": "Freeman (1977): sum over pairs of others of the share of shortest paths "
    "through the actor; ordered pairs if directed, unordered if not; not normalised",
    "betweenness_share": "betweenness over its largest value in a network of n: (n − 1)(n − 2), "
    "half of it if undirected",
    "closeness": "others reached over the sum of distances to them, times the share of others "
    "reached (Wasserman and Faust 1994); along outgoing ties if directed",
    "harmonic": "mean of 1/distance to all others, 0 for those not reached",
    "eigenvector": "score in proportion to the sum of the contacts' scores, the largest 1; null "
    "where no single eigenvector leads",
    "pagerank": "Brin and Page (1998), damping 0.85, sums to 1",
    "katz": "Katz (1953): attenuated walks that end at the actor, (I − aA')⁻¹1, not normalised",
    "constraint": "Burt (1992, eq. 2.4): how far an actor's ties go to contacts tied to each "
    "other; low for brokers",
    "effective_size": "Burt (1992, eq. 2.2): contacts less those that are redundant",
    "efficiency": "effective size over the number of contacts",
    "hierarchy": "Burt (1992, eq. 2.9): how far the constraint comes from one contact alone, "
    "0 to 1",
    "clustering": "share of pairs of contacts who are tied (Watts and Strogatz 1998), directions "
    "left out",
    "core": "largest k such that the actor has k ties to others who have k among themselves "
    "(Seidman 1983), directions left out",
    "transitivity": "three times the triangles over the paths of two ties, directions left out",
    "reciprocity": "share of directed ties that are answered",
    "assortativity": "correlation of undirected degrees at both ends of a tie (Newman 2003)",
    "mean_distance": "mean number of steps (or length) over pairs with a path",
    "diameter": "the longest of the shortest paths between pairs with a path",
    "components": "sets of actors joined by ties, directions left out",
    "krackhardt": "Krackhardt (1994), of the directed ties as given, each 1 in an out-tree: "
    "connectedness (pairs in one component), hierarchy (of pairs with a path, those with one way "
    "only), efficiency (1 − superfluous ties over the most there could be), lub (pairs without an "
    "upper bound that reaches all their others, as in R sna; lub_nearest: that all others reach)",
    "core_periphery": "Borgatti and Everett (1999): the set of actors with the highest correlation "
    "of ties to 'all tied inside, none outside'; ties between the two left out",
    "communities": "Leiden (Traag et al. 2019), best modularity of 20 seeded runs, directions and "
    "weights left out",
    "triad_census": "sets of three actors by their ties (Holland and Leinhardt 1970), M-A-N codes",
}
"""Key of the JSON to its definition."""


def definition_of(table: TieTable, network: Network) -> str:
    """How the network was made of the source, in one paragraph.

    Args:
        network: the reading that the numbers are of.
    """
    said = {
        WeightIs.IGNORED: "weights are ignored: a tie is there or not",
        WeightIs.STRENGTH: "weights are strengths: a path costs the sum of 1/weight",
        WeightIs.LENGTH: "weights are lengths: a path costs their sum",
    }[network.weight_is]
    sentences = [f"{table.origin} read as {table.form}"]
    if table.projected:
        sentences.append(table.projected)
    sentences.append("ties are directed" if network.directed else "ties are undirected: a pair is "
                     "tied if either direction is told")  # fmt: skip
    sentences.append(said)
    loops = sum(tie.source == tie.target for tie in table.ties)
    if loops:
        sentences.append(f"{loops} self-ties are left out")
    zero = sum(tie.weight == 0 for tie in table.ties)
    if zero:
        sentences.append(f"{zero} ties of weight 0 are left out")
    if table.repeated == "last":
        sentences.append("of several rows about one pair, the last counts")
    elif table.weighted:
        sentences.append("weights of several rows about one pair add up")
    return "; ".join(sentences) + "."
