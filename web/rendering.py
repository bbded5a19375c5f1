"""A template becomes a page in the reader's language.

Each language has its own compiled templates: what a template says by itself is part of its code, so that a page in
another language costs what it costs in English.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import Flask, current_app, request
from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.ext import Extension, InternationalizationExtension
from jinja2.parser import Parser

from indexer.fields import FacetField
from web.i18n import formatting
from web.i18n.language import LOCALES, PARAMETER, Language, language, spoken
from web.site import site
from web.urls.address import address
from web.urls.links import anchor, article_url

_ROOM = 4_000  # characters of an address up to which a choice of language carries it along
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The same page in a language, which is named in that language."""

    code: str
    name: str
    href: str
    current: bool


def _compiled_in(speaker: Language) -> type[Extension]:
    class CompiledIn(InternationalizationExtension):
        """`{% trans %}` becomes text and values: it is looked up once, when the template is compiled."""

        def parse(self, parser: Parser) -> nodes.Node | list[nodes.Node]:
            made = super().parse(parser)
            call = made.nodes[0] if isinstance(made, nodes.Output) else None
            if not isinstance(call, nodes.Call) or len(call.args) > 2:
                parser.fail("plurals are for the code that prepares a page", exc=TemplateSyntaxError)
            *context, english = (each.as_const() for each in call.args)
            said = speaker.pgettext(context[0], english) if context else speaker.gettext(english)
            values = {each.key: each.value for each in call.kwargs}
            return nodes.Output(list(_parts(said, values)), lineno=call.lineno)

    return CompiledIn


def _parts(said: str, values: Mapping[str, nodes.Expr]) -> Iterator[nodes.Expr]:
    for at, part in enumerate(_PLACEHOLDER.split(said)):
        if at % 2:
            yield values[part]
        elif part:
            yield nodes.TemplateData(part.replace("%%", "%"))


def render(template: str, **context: object) -> str:
    """The page that the template makes of `context`; the site and its languages are there for every template."""
    known = {"site": site(), "languages": _links(), **context}
    current_app.update_template_context(known)
    return _environment(current_app, spoken()).get_template(template).render(known)


def _environment(app: Flask, speaker: Language) -> Environment:
    made: dict[str, Environment] = app.extensions.setdefault("environments", {})
    if speaker.code not in made:
        environment = app.create_jinja_environment()
        environment.policies["ext.i18n.trimmed"] = True
        environment.extend(newstyle_gettext=True)  # before the extension, which would choose the old way
        environment.add_extension(_compiled_in(speaker))
        environment.filters |= {"day": formatting.day, "date": formatting.date, "said": _said}
        # what macros see too
        environment.globals |= {"_": speaker.gettext, "ui": speaker.code, "article_url": article_url, "anchor": anchor}
        made[speaker.code] = environment
    return made[speaker.code]


def _said(raw: str, field: FacetField) -> str:
    return formatting.value(field, raw)


def _links() -> tuple[LanguageLink, ...]:
    """A page that came by a form, or whose address is long, has its plain address in other languages. None leads to
    another host, as //host would."""
    carried = request.method in ("GET", "HEAD") and len(request.query_string) <= _ROOM
    pairs = list(request.args.items(multi=True)) if carried else []
    path = f"/{request.path.lstrip('/')}" if len(request.path) <= _ROOM else "/"
    return tuple(
        LanguageLink(code, language(code).name, address(path, [*pairs, (PARAMETER, code)]), code == spoken().code)
        for code in LOCALES
    )
