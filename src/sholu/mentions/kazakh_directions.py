"""Whether a Kazakh word in its case says whence, where or whither: a place rather than a person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sholu.mentions.known_words import is_given_name
from sholu.mentions.name_runs import is_plainly_surname
from sholu.mentions.words import Word

_FROM = re.compile(r".{3,}[дтн][ае]н")
_TO = re.compile(r".{3,}(?:[ғқ]а|[гк]е|на|не)")
_CAME = re.compile(
    r"(?:кел(?:ген|ді|е|іп|етін)|шық(?:қан|ты)|шығып|ұш(?:қан|ты|ып|атын)|қайт(?:қан|ты|ып)|орал(?:ған|ды|ып)|аттан\w+|"
    r"жөнел\w+|тасымалда\w+|әкелін\w+|жеткізіл\w+|көш(?:кен|ті|іп)|басталатын|шыға\w*)"
)
_WENT = re.compile(
    r"(?:бағыт|қарай|бара|бар(?:ған|ды|ып|атын|мақ|уға)|аттан\w+|жөнел\w+|ұш(?:қан|ты|ып|атын|пақ)|тасымалда\w+|"
    r"жол|дейін|кір(?:ген|ді|іп|етін)|жеткізіл\w+|әкелін\w+|көш(?:кен|ті|іп)|апаратын|баратын|бет|бұрылатын)"
)
_REACH = 2


def says_direction(words: Sequence[Word], place: int) -> bool:
    """``Өзгенге бағыт алған``, ``Ұланбатырдан келген``; no ``Асқарға барған``."""
    word = words[place]
    if is_given_name(word.text) or is_plainly_surname(word.folded):
        return False
    after = words[place + 1 : place + 1 + _REACH]
    for case, verbs in ((_FROM, _CAME), (_TO, _WENT)):
        if case.fullmatch(word.folded) and any(verbs.fullmatch(w.folded) for w in after):
            return True
    return False
