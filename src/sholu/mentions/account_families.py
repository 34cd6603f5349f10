"""Names and numbers of accounts in messengers, chats and shops."""

from __future__ import annotations

import re

_I = re.IGNORECASE

SESSION = re.compile(r"(?<!\w)(?:05[0-9a-f]{64}|[0-9A-F]{76})(?!\w)")
"""Of Session and Tox."""
CHANNEL = re.compile(r"(?<![\w-])[-–−]100\d{10}(?!\d)")
"""Number of a channel or group of Telegram."""
NUMBERED = re.compile(
    r"(?:\bicq\b|\bаськ\w+|\bасе\b|\bqq\b|\buin\b|дискорд\w*|discord|skype|скайп\w*|telegram\sid|"
    r"user\sid)[^.;\n\d]{0,30}?(?P<it>\d{2,3}(?:-\d{2,3}){2}|\d{5,12})(?![\w]|[.,-]\d)",
    _I,
)
QUOTED = re.compile(
    r"(?:\bник(?:ом|а|нейм\w*)?|логин\w*|nick(?:name)?|username|лақап\sат\w*)\s[«\"“](?P<it>[^»\"”\n]{2,30})[»\"”]",
    _I,
)
HIDDEN_SITE = re.compile(r"(?<![\w.])(?:[a-z2-7]{56}|[a-z0-9]{10,30})\.onion(?!\w)", _I)
INVITATION = re.compile(r"(?:https?://)?t\.me/(?:\+|joinchat/)[\w-]{8,}")
"""Of shops: no agency hides its address."""
TAGGED = re.compile(r"(?<![\w.#])(?:live:[\w.]{3,30}\w|[A-Za-z][\w.]{2,30}#\d{4})(?!\w)")
"""Of Skype and Discord."""
NAMED = re.compile(
    r"(?:in-game\sname|screen\sname|nick(?:name)?|\bhandle|\balias|logged\sin(?:to\s\w+)?\sas|"
    r"known\s(?:online|in\sthe\s\w+)\sas|wechat(?:\sid)?|вичат\w*|\bник\w*|логин\w*|идентификатор\w*|"
    r"лақап\s(?:ат|есім)\w*|аккаунт\w*|проходил\w*\sкак|подписыва\w+\sкак|позывн\w+)"
    r"(?:\s[^\W\dA-Za-z]+){0,2}[^\w\n]{1,4}"
    r"(?<!@)(?P<it>(?-i:(?=[A-Za-z.-]*[\d_]|[a-z]+[A-Z]|[A-Z][a-z]+[A-Z])[A-Za-z][\w.-]{2,30}\w))",
    _I,
)
SHOP = re.compile(
    r"магазин|закладк|продаж|прода[её]т|сбыт|операто[рі]|дилер|наркоти|меф|канал\sс\s|дүкен|сатушы|есірткі|"
    r"\bshop|store|dealer|drug|buyers|customers|покупател",
    _I,
)
POLICE = re.compile(r"полиц|\bмвд\b|police|сообщ|обра[тщ]|анонимн|\b102\b|report|хабарла|жолда", _I)
