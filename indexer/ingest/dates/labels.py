"""What the words beside a date say of it: that something was published on it, or only changed."""

import re
from typing import Literal

Said = Literal["published", "updated", ""]

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
    "|publicad[oa]|publicación|publicação|pubblicat[oa]|yayın\\w{0,8}|gepubliceerd|geplaatst|opublikowan\\w|dodano"
    "|publicera[dt]|publiceret|publisert|julkaistu|publicat|жариялан\\w{2,4}|жарыялан\\w{2,4}|нашр шуд"
    "|e.lon qilin\\w{2,4}"
    "|diterbitkan|đăng|press release|presse(?:mitteilung|meldung|information)|пресс-релиз"
)
# scripts that put no space between words, or letters before them
_SIGNS_OF_CHANGE = "更新|修改|수정|업데이트|تحديث|به.?روز|อัปเดต|แก้ไข|עודכן"
_SIGNS_OF_PUBLICATION = "发布|發佈|發布|发表|公開|公开|掲載|投稿|配信|刊登|게시|입력|등록|نشر|انتشار|เผยแพร่|פורסם"
_CHANGED = re.compile(rf"(?<!\w)(?:{_WORDS_OF_CHANGE})(?!\w)|{_SIGNS_OF_CHANGE}", re.IGNORECASE)
_PUBLISHED = re.compile(rf"(?<!\w)(?:{_WORDS_OF_PUBLICATION})(?!\w)|{_SIGNS_OF_PUBLICATION}", re.IGNORECASE)


def said_by(words: str) -> Said:
    """By the last label among the words, which stands nearest to the date after them.

    >>> said_by("Published by the press service, last updated on")
    'updated'
    """
    changed, published = last_of(_CHANGED, words), last_of(_PUBLISHED, words)
    if changed == published:
        return ""
    return "updated" if changed > published else "published"


def last_of(labels: re.Pattern[str], words: str) -> int:
    """Where the last of the labels begins; -1 where none stands among the words."""
    return max((match.start() for match in labels.finditer(words)), default=-1)
