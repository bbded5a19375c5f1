"""Cues of opinion: columns, comments, editorials."""

import re
from typing import Final

from indexer.ingest.article_type.cue import Cue, cue, exact, phrases, word
from indexer.ingest.article_type.reading import TEXT, Reading

_HEADING = (
    r"^\W{0,3}(?:to the editor|dear (?:sir|editor))\b[^\n]{0,20}$|^\W{0,3}letters?: "
    r"|^\W{0,3}(?:dear )?(?:sirs?|editors?)[:,] (?=[^\n]{80})"
    r"|\bein (?:gast)?kommentar(?: von\b|\.)|\bthe following editorial\b|^\W{0,3}by the editorial board\b"
    r"|^\W{0,3}(?:guest )?(?:opinion|op-ed|oped|editorial|commentary|comment|column|analysis and comment"
    r"|kommentar|leitartikel|gastbeitrag|opinión|tribune|editorial board|мнение|колонка"
    r"|letters? to the editor) ?[:|–—]|^\W{0,3}(?:guest )?(?:opinion|op-ed|editorial|commentary|kommentar"
    r"|leitartikel|gastbeitrag|мнение)\W{0,3}$|[|–—-] (?:opinion|op-ed|editorial|commentary|kommentar) ?$"
)
# Who introduces an essay or a column calls it so.
_CALLED = (
    r"\b(?:(?:his|her|this|my|weekly) (?:essay|column|op-ed|commentary)"
    r"|(?:seinem|ihrem|diesem|dem) (?:essay|gastbeitrag|kommentar)|kolumnistin|kolumnist|gastkommentar"
    r"|gastautor\w{0,2}|(?:cette|sa|ma) (?:chronique|tribune)"
    r"|billet d['’]humeur|columna de opinión|esta columna|köşe yazı\w{0,6}|felieton\w{0,3}|авторская колонка"
    r"|(?:questo|suo) editoriale)\b"
)
_CALLED_WORDS = (
    "essay column op-ed commentary gastbeitrag kommentar kolumnistin kolumnist gastkommentar gastautor "
    "gastautorin chronique tribune billet columna köşe felieton felietonu колонка editoriale"
)
_HEADING_WORDS = (
    "opinion op-ed oped editorial commentary comment column editors sirs kommentar leitartikel gastbeitrag opinión "
    "tribune мнение колонка letter letters editor sir"
)
# A title that tells what should be, or asks why.
_CLAIM = (
    r"\b(?:should|must|needs? to|why|time to|stop|let['’]s|the case (?:for|against)|in defen[cs]e of|gets? wrong"
    r"|we need)\b"
    r"|\b(?:warum|muss|müssen|sollte|schluss mit|nennen wir|darf nicht|braucht)\b|\b(?:pourquoi|il faut|doit"
    r"|ne doit pas|halte à)\b"
    r"|\b(?:por qué|debe|debería|hay que|basta de)\b|\b(?:почему|зачем|должн\w|хватит|пора)\b|[?!]\s*$"
)
_CLAIM_WORDS = (
    "should must need needs why time stop let's let’s case defense defence wrong warum muss müssen sollte "
    "schluss nennen darf "
    "braucht pourquoi faut doit halte qué debe debería hay basta почему зачем должен должна должны хватит пора"
)
_VIEWS = (
    r"(?:views|opinions)\b[^.\n]{0,80}\b(?:author|writer|contributor|their own|his own|her own"
    r"|do not necessarily)|author['’]?s? own\b|мнение автора|мнение редакции|gibt die meinung\b"
    r"|les opinions exprimées"
)
_AUTHOR = (
    r"^\W{0,3}(?:[A-Z][\w.’'-]{0,20} ){1,4}(?:is|are|was|teaches|writes) (?:an?|the|co-|currently"
    r"|former\w*)?(?: ?[\w’'-]{1,30} ){0,6}?(?:columnist|professor|fellow|author|editor|writer|director"
    r"|lecturer|president|chair\w*|minister|ambassador|economist|founder|researcher|historian|journalist"
    r"|senator|commentator|contributor)\b"
)
_AUTHOR_WORDS = (
    "columnist professor fellow author editor writer lecturer economist founder researcher historian "
    "journalist commentator contributor"
)
_ARGUES = (
    "we should |we must |it should |they should |must not |ought to |cannot afford |we need to |i think "
    "|i believe |i suspect |i doubt |i fear |i wonder |i guess |i suppose |of course|the problem is|the truth is"
    "|the trouble is"
    "|the question is|the point is|the reality is|is not the answer|it is time |let us not |make no mistake|in "
    "my view"
    "|in my opinion|to be fair|fair to say|where to begin|man muss |man sollte |wir müssen |ich finde |ich glaube "
    "|meiner meinung |das problem ist|die wahrheit ist|die frage ist|höchste zeit|il faut |il faudrait |il est "
    "temps |je crois "
    "|je pense |à mon avis|force est de |la vérité est|le problème est|hay que |es hora de |creo que |pienso que "
    "|a mi juicio"
    "|en mi opinión|el problema es|la verdad es|lo cierto es|я думаю|я считаю|на мой взгляд|по-моему|мне кажется"
    "|дело в том"
    "|проблема в том|вопрос в том|правда в том|bisogna |secondo me|penso che|credo che|moim zdaniem|trzeba |é "
    "preciso |na minha "
)
_JUDGING = (
    "absurd absurdity ridiculous shameful disgraceful disastrous foolish hypocrisy hypocritical nonsense "
    "scandalous pathetic "
    "outrageous cynical cynicism naive folly farce charade laughable shamelessly reckless delusion delusional "
    "hubris bizarre "
    "absurde absurden lächerlich peinlich verlogen zynisch zynismus heuchelei scheinheilig reaktionär "
    "reaktionären skandalös "
    "unerträglich unsinn irrsinn wahnsinn verheerend dreist armselig blamage "
    "ridicule honteux scandaleux hypocrisie cynisme désastre mensonge mensonges grotesque lamentable "
    "absurdo ridículo vergüenza vergonzoso grotesco nefasto nefastos desgobierno desastre mentira mentiras "
    "cinismo hipocresía "
    "lamentable deplorable patético delirio desvarío disparate "
    "абсурд абсурдно позор позорно лицемерие цинизм цинично глупость бред нелепо смешно безумие ложь враньё вранье "
    "assurdo ridicolo vergogna ipocrisia bugia follia absurdalne hańba hipokryzja kłamstwo hipocrisia vergonha "
    "absurdas gėda"
)
_PATH = (
    r"/(?:opinions?|op-?eds?|commentisfree|editorials?|columns?|columnists?|letters|commentary|kommentare?"
    r"|meinung|debat|tribunes?)/"
)

# Asked in running text, of the reader: not a question that stands alone in its line, as in interviews.
# It begins with the mark: letters are many.
_ASKED = re.compile(r"\?(?<=[^\W\d_]{2}\?)(?= [^\W\d_]|\n|$)")
_FEWEST_ASKED = 2
_SOME = 0.028
_MUCH = 0.04
_HEAD = 6000


def _asks_readers(reading: Reading) -> bool:
    """Nobody is asked, nor quoted: who argues asks himself."""
    if reading.turns or reading.draft.text.count("?", 0, _HEAD) < _FEWEST_ASKED or reading.quotations:
        return False
    return len(_ASKED.findall(reading.head)) >= _FEWEST_ASKED


CUES: Final[tuple[Cue, ...]] = (
    cue("heading", {"opinion": 6.5}, "top", _HEADING, _HEADING_WORDS),
    cue("author", {"opinion": 6.5}, "last", _VIEWS, "views opinions author own автора редакции meinung"),
    exact("author", {"opinion": 3}, "last", _AUTHOR, _AUTHOR_WORDS),
    Cue(
        "argument",
        {"opinion": 2.5, "news": -1.5, "press release": -0.5, "statement": 0.5, "speech": 0.5},
        lambda reading: reading.argument > _SOME,
        frozenset({TEXT}),
        costly=True,
    ),
    Cue("argument", {"opinion": 1.4}, lambda reading: reading.argument > _MUCH, frozenset({TEXT}), costly=True),
    cue("self-naming", {"opinion": 2, "news": -0.5}, "flow", _CALLED, _CALLED_WORDS),
    cue("title", {"opinion": 1}, "title", _CLAIM, _CLAIM_WORDS),
    phrases("argument", {"opinion": 1.5}, _ARGUES),
    word("argument", {"opinion": 2, "news": -0.5}, _JUDGING, 2),
    Cue("questions", {"opinion": 2, "news": -1}, _asks_readers, frozenset({TEXT})),
    cue("address", {"opinion": 6}, "path", _PATH),
)
