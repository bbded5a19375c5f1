"""What the words beside a date say of it: that something was published on it, only changed, or takes place then."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

Said = Literal["published", "updated", "event", ""]

_WORDS_OF_CHANGE = (
    "updated?|last update|modified|revised|edited|amended|reviewed|last changed|corrected"
    "|mise? à jour|m[àa]j|modifiée?|actualisée?|corrigée?|обновл\\w{2,5}|изменен\\w{0,2}|изменён\\w{0,2}"
    "|оновлен\\w|абноўлен\\w"
    "|aktualisier\\w{1,2}|aktualisierung|geändert|überarbeitet|actualizad[oa]|actualización|modificad[oa]"
    "|atualizad[oa]|atualização|aggiornat[oa]|aggiornamento|modificat[oa]|güncelle\\w{2,6}|bijgewerkt|gewijzigd"
    "|zaktualizowan\\w|aktualizacja|aktualizováno|uppdatera[dt]|op?dateret|oppdatert|päivitetty|frissítve|actualizat"
    "|ενημερώθηκε|жаңартыл\\w{2,4}|жаңырт\\w{2,6}|навсозӣ|yangilan\\w{2,4}|diperbarui|cập nhật"
)
_WORDS_OF_PUBLICATION = (
    "published|posted|released?|issued|publication|publish(?:ing)? date|publié[es]?|mise? en ligne|paru|parution"
    "|опубликован\\w{0,2}|публикаци\\w|размещен\\w|размещён|опубліковано|апублікавана|veröffentlicht|erschienen|erstellt"
    "|publicad[oa]|publicación|publicação|pubblicat[oa]|yayın\\w{0,8}|gepubliceerd|geplaatst|opublikowan\\w|publikacj\\w|dodano"
    "|publicera[dt]|publiceret|publisert|julkaistu|publicat|жариялан\\w{2,4}|жарыялан\\w{2,4}|нашр шуд"
    "|e.lon qilin\\w{2,4}"
    "|diterbitkan|đăng|press release|presse(?:mitteilung|meldung|information)|пресс-релиз"
)
# scripts that put no space between words, or letters before them
_SIGNS_OF_CHANGE = "更新|修改|수정|업데이트|تحديث|به.?روز|อัปเดต|แก้ไข|עודכן"
_SIGNS_OF_PUBLICATION = "发布|發佈|發布|发表|公開|公开|掲載|投稿|配信|刊登|게시|입력|등록|نشر|انتشار|เผยแพร่|פורסם"
# "Event date: 14 April", "Apply by 30 April": a day to come when the page was made
_EVENT = re.compile(
    r"(?<!\w)(?:(?:(?:event|conference|meeting|hearing|venue|forum|seminar|workshop|lecture|exhibition)(?: dates?)?"
    r"|dates? of (?:the )?(?:event|meeting|conference)|deadline|when|starts?|begins|opens|closing date|registration"
    r"|veranstaltung|termin|frist|beginn|date limite|échéance|quand|fecha límite|cuándo|plazo|начало|срок|когда)"
    r"\s?[:：]|(?:apply|register|submit|reply|rsvp)(?: \w{2,12})? (?:by|before|until|till))\W{0,3}$",
    re.IGNORECASE,
)
_BEFORE_LABEL = re.compile(
    r"(?<!\w)(?:last|first|originally|date|zuletzt|letzte|erstmals|dernière|première|última?|primera|ultimo|последн\w{2}"
    r"|дата|data|ostatnia|آخر|تاریخ|تاريخ)\s?$",
    re.IGNORECASE,
)
_LONGEST_BEFORE = 12
_CHANGED = re.compile(rf"(?<!\w)(?:{_WORDS_OF_CHANGE})(?!\w)|{_SIGNS_OF_CHANGE}", re.IGNORECASE)
_PUBLISHED = re.compile(rf"(?<!\w)(?:{_WORDS_OF_PUBLICATION})(?!\w)|{_SIGNS_OF_PUBLICATION}", re.IGNORECASE)


def said_by(words: str) -> Said:
    """By the last label among the words, which stands nearest to the date after them.

    >>> said_by("Published by the press service, last updated on")
    'updated'
    """
    changed, published = last_of(_CHANGED, words), last_of(_PUBLISHED, words)
    if changed == published:
        return "event" if words and _EVENT.search(words) else ""
    return "updated" if changed > published else "published"


def may_date(said: Said) -> bool:
    """Whether a date of which this is said can be that of publication."""
    return said in {"published", ""}


def cut_at_labels(words: str) -> Iterator[tuple[str, str]]:
    """The words in pieces that begin with a label each, but perhaps the first: each label with what follows it.

    >>> list(cut_at_labels("Atualizado em 7 de maio. Publicado em 3 de março"))
    [('Atualizado', ' em 7 de maio. '), ('Publicado', ' em 3 de março')]
    """
    found = sorted(match.span() for labels in (_CHANGED, _PUBLISHED) for match in labels.finditer(words))
    labels = [(_begin(words, start), end) for start, end in found]
    for (start, end), (goes_on, _) in pairwise([(0, 0), *labels, (len(words), 0)]):
        if goes_on > start:
            yield words[start:end], words[end:goes_on]


def _begin(words: str, start: int) -> int:
    """Where a label begins whose last word is at `start`: `Last modified`."""
    before = _BEFORE_LABEL.search(words, max(0, start - _LONGEST_BEFORE), start)
    return before.start() if before else start


def last_of(labels: re.Pattern[str], words: str) -> int:
    """Where the last of the labels begins; -1 where none stands among the words."""
    return max((match.start() for match in labels.finditer(words)), default=-1)
