"""Languages that are nearly one, which no model of letters tells, and what tells them: words, and parts of words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

# In Serbian and Bosnian; in Bosnian and Croatian.
_EASTERN = (
    "_ko_ _neko_ _svako_ _niko_ evrop hiljad saradn tačn garant naučn porodic _tokom_ univerzit učestv takođe upotreb"
    " _lič"
)
_IJEKAVIAN = "vje mje sje tje dje dijel svije cijel vijeć riječ vrije porije _prije_"
_GROUPS: tuple[Mapping[str, str], ...] = (
    {
        "id": "_bahwa_ _karena_ _bisa_ _dari_ _uang_ _kantor_ pemerintah _maupun_ _harus_ itas_ sional_ _polisi_"
        " _saat_ _sedangkan_ _setelah_ _merupakan_ _berbagai_ provinsi _kota_ _juni_ _juli_ _agustus_ _desember_",
        "ms": "bahawa kerana _wang_ kerajaan _mahupun_ hendaklah aliti_ siti_ viti_ antarabangsa"
        " _polis_ _semasa_ _manakala_ _selepas_ _pelbagai_ _bandar_ _jun_ _julai_ _ogos_ _disember_"
        " mesyuarat sesiapa sahaja pertubuhan",
    },
    {
        "da": "_af_ _efter_ _mod_ _uden_ _ud_ _nogen_ _ikke_ _fra_ _hver_ _en_ _et_ _de_ _blev_ _være_ hed_",
        "no": "_av_ _etter_ _mot_ _uten_ _ut_ _noen_ _ikke_ _fra_ _hver_ _en_ _et_ _de_ _ble_ _være_ het_",
        "nn": "_av_ _etter_ _mot_ _utan_ _ut_ _nokon_ _ikkje_ _frå_ _kvar_ _ein_ _eit_ _dei_ _vart_ _vere_ dom_",
    },
    {
        # vreme, mesto, svet; "cnr" is Montenegrin, from which the Serbian of Bosnia is not told
        "sr": f"{_EASTERN} opšt istor avgust _vreme _mest čove _pre_ _posle svest svet _reč rešen reši _vera _vere_"
        " _veru_ _verov _vek _gde _deca _dece_ _dete_ _deo_ _delo _dela_ _save bezbe obave sednic _mera merama"
        " primen promen _sled ovde_ _uvek celi _celo zahtev umetn razumev pobed ponedelj _nede ocen procen"
        " nasled vredno poreklo _sme_",
        # vrijeme, mjesto, svijet
        "cnr": f"{_EASTERN} {_IJEKAVIAN} opšt istor nedjelj nijes avgust crnogor",
        "bs": f"{_EASTERN} {_IJEKAVIAN} opć histor sedmi august lahk mehk",
        "hr": f"{_IJEKAVIAN} tko_ europ tisuć tjedn suradn točn jamč znanstv znanost obitelj tijekom sukladno priopć"
        " tvrtk sveučil sudjel osobn strank unatoč uporab opća_ opću_ opće_ člank",
    },
)
_NEAR: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    language: {each: tuple(part.replace("_", " ") for part in parts.split()) for each, parts in group.items()}
    for group in _GROUPS
    for language in group
}
_LETTERS = re.compile(r"[^\W\d_]+")
_SERBIAN = str.maketrans(
    dict(zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True))
    | {"љ": "lj", "њ": "nj", "џ": "dž"}
)


def near_languages(language: str) -> frozenset[str]:
    """Those that it is hardly told from, with itself."""
    return frozenset(_NEAR.get(language, (language,)))


def told_apart(languages: frozenset[str], text: str) -> str:
    """Which of near languages a text is in, or "". Serbian is read in either of its alphabets."""
    spaced = f" {' '.join(_LETTERS.findall(unicodedata.normalize('NFC', text).lower().translate(_SERBIAN)))} "
    parts = _NEAR[min(languages)]
    first, second = Counter({each: sum(map(spaced.count, parts[each])) for each in parts}).most_common(2)
    return first[0] if first[1] > second[1] else ""
