"""What a file, a page's markup or a section of a site calls the kind of its article."""

import math
from collections.abc import Iterator

from indexer.article import ArticleType

# How likely the declared kind becomes, as a logarithm; what an archivist wrote into a file is believed.
BELIEVED = math.inf
# A section that is called as a kind is: what the site itself takes its article for.
_SECTION = 9.0
_WEAKLY = 1.8
# Words that fit several kinds ("article", "document", "blog") are not here.
_NAMES: dict[ArticleType, str] = {
    "press release": (
        "press release, pressrelease, press-release, release, media release, news release, communique de presse, "
        "communiqué de presse, пресс-релиз, nota de prensa, comunicado de prensa, comunicado, comunicato stampa, "
        "pressemitteilung, pressemeldung, medienmitteilung, press note, press"
    ),
    "news": (
        "news, news item, newsitem, newsarticle, news article, news story, reportagenewsarticle, "
        "analysisnewsarticle, "
        "новость, новости, nachricht, nachrichten, actualité, actualités, noticia, "
        "notizie, notícia, nyheter, nyheder, uutiset, nieuws, wiadomości, zprávy, hírek, haberler, știri"
    ),
    "interview": "interview, интервью, entretien, entrevista",
    "statement": "statement, joint statement, press statement, declaration, заявление, déclaration, declaración",
    "speech": (
        "speech, address, remarks, keynote, выступление, речь, discours, allocution, discurso, rede, intervention"
    ),
    "resolution": "resolution, draft resolution, decision, резолюция, résolution, resolución",
    "transcript": "transcript, briefing, press briefing, press conference, стенограмма, transcription, transcripción",
    "communiqué": "communique, communiqué, joint communique, joint communiqué, коммюнике, kommuniqué",
    "opinion": (
        "opinion, op-ed, oped, editorial, column, columnist, commentary, comment, comment is free, "
        "opinionnewsarticle, "
        "letter, letter to the editor, viewpoint, view, мнение, колонка, opinión, tribune, tribuna, meinung, "
        "kommentar, gastkommentar, meinungen, nuomonė, nuomonės, opinie, opinioni, "
        "leitartikel, leader, kolumne, gastbeitrag, standpunkt, opinion column"
    ),
    "other": "other",
}
_KINDS = {name.strip(): kind for kind, names in _NAMES.items() for name in names.split(",")}
# Markup that content systems give to whatever they hold.
_WEAK = {"newsarticle": _WEAKLY, "reportagenewsarticle": 2.5, "analysisnewsarticle": 2.5}
_LONGEST = 400
_SECTION_MARK = "section: "


def declared(said: str) -> list[tuple[ArticleType, float]]:
    """The kinds that `Draft.type` names, with weights: "section: press releases; NewsArticle" names one, as markup that
    is given to everything counts only where nothing else is said."""
    if not said:
        return []
    parts = " ".join(said[:_LONGEST].replace("_", " ").lower().split()).split("; ")
    found = [each for part in parts for each in _weighed(part)]
    strong = [(kind, weight) for kind, weight in found if weight > _WEAKLY]
    telling = [each for each in strong if each[0] != "news"]  # as all that a newspaper prints may be called
    return telling or strong or found[:1]


def _weighed(part: str) -> Iterator[tuple[ArticleType, float]]:
    name = part.removeprefix(_SECTION_MARK)
    if kind := _kind(name):
        believed = BELIEVED if name == part else _SECTION
        yield kind, _WEAK.get(name, believed)


def _kind(name: str) -> ArticleType | None:
    # a section of a site is named in the plural: "Statements", "Speeches"
    return next(
        (_KINDS[each] for each in (name, name.removesuffix("s"), name.removesuffix("es")) if each in _KINDS), None
    )
