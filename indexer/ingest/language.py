"""The language an article is written in, by its body."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_CODE = re.compile(r"[a-z]{2,3}(?=$|[-_])")
_NAMES = {
    "en": "english eng",
    "ru": "russian русский rus",
    "fr": "french français fra fre",
    "es": "spanish español spa",
    "de": "german deutsch deu ger",
    "ar": "arabic العربية ara",
    "zh": "chinese 中文 zho chi",
}
_CODES = {name: code for code, names in _NAMES.items() for name in names.split()}
# By the first word of the letters' names. Where one language of a script is likely, its letters say it alone.
_SCRIPTS: Mapping[str, tuple[str, ...]] = {
    script: tuple(languages.split())
    for script, languages in {
        "LATIN": "af az bs ca cs cy da de en es et eu fi fr ga gl hr hu id is it ku la lt lv ms mt nl nn no pl pt ro sk sl"
        " so sq sr sv sw tk tl tr uz vi",
        "CYRILLIC": "az ba be bg bs kk ky mk mn ru sr tg tk tt uk uz",
        "ARABIC": "ar fa ku ps ug ur",
        "DEVANAGARI": "hi mr ne sa",
        "BENGALI": "as bn",
        "HEBREW": "he yi",
        "ETHIOPIC": "am ti",
        "GREEK": "el",
        "ARMENIAN": "hy",
        "GEORGIAN": "ka",
        "GURMUKHI": "pa",
        "GUJARATI": "gu",
        "ORIYA": "or",
        "TAMIL": "ta",
        "TELUGU": "te",
        "KANNADA": "kn",
        "MALAYALAM": "ml",
        "SINHALA": "si",
        "THAI": "th",
        "LAO": "lo",
        "MYANMAR": "my",
        "KHMER": "km",
        "HANGUL": "ko",
        "KANA": "ja",
        "CJK": "zh",
    }.items()
}
# The commonest small words: a text with next to none of them is in another language that the model does not know.
_SMALL_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "af": "die en van het nie is wat vir",
        "ar": "في من على أو إلى أن ما لا التي هذا",
        "az": "və bu bir ilə üçün hər вә бу бир илә үчүн һәр",
        "ba": "һәм менән өсөн булған үҙ бөтә",
        "be": "і на з у ў не што па або для",
        "bg": "на и за да се от не в е с",
        "bs": "i u na da je se za od ili ima",
        "ca": "de la i que a el en els les del",
        "cs": "a v na se je k o že by nebo",
        "cy": "y yn a i o ar yr ac",
        "da": "og at i af er til en ikke efter blev",
        "de": "der die und in den von zu das mit auf",
        "en": "the of and to is for on by with that",
        "es": "el los del una por las con en que",
        "et": "ja on ei et või tema ka see",
        "eu": "eta da ez du bat edo dira",
        "fa": "و در به از که این را با است هر",
        "fi": "että sekä tai oikeus ole mutta hän jokaisella on",
        "fr": "de la et le les des en à du que",
        "ga": "agus an na a i ar ag ar",
        "gl": "de a e o que do da en os unha",
        "am": "ወይም እና ነው ውስጥ ላይ አለው ሁሉ",
        "he": "של את על לא כל או עם",
        "hi": "के में की है और का को से हैं",
        "hr": "i u na je se za da od ili ima",
        "hu": "a az és hogy nem is egy",
        "id": "dan yang di untuk dengan dari bahwa karena pada tidak",
        "is": "og að í á er sem til við ekki",
        "it": "di che è della del per gli un nel alla",
        "kk": "және мен үшін бұл бойынша деп бір құқығы",
        "ku": "û ku di li bi de ji her کە لە بە و بۆ",
        "ky": "жана менен үчүн бул бир ар же болгон",
        "la": "et in est ad ut non cum sed",
        "lt": "ir kad į su iš ar yra turi teisę",
        "lv": "un ir uz ar no kā par vai ka",
        "mk": "на и во да се од за со не е",
        "mn": "нь болон энэ байна эрх хүн бөгөөд байх бүр юм",
        "ms": "dan yang di untuk dengan dalam kepada atau tidak bahawa kerana daripada ialah",
        "mt": "li jew kull minn għandu ma ta",
        "ne": "र को छ मा का पनि गर्ने वा छन्",
        "mr": "व आहे आणि या च्या किंवा त्या हा ही आहेत",
        "nl": "de van het en een in op is te dat",
        "nn": "og i av er til ikkje ein frå dei som det eg",
        "no": "og i av er til ikke en fra de som det jeg",
        "pl": "i się nie że jest oraz przez lub",
        "ps": "د په او چې له کې سره هر",
        "pt": "que não em para uma os ao dos da do",
        "ro": "și şi în din pe sau ale cu",
        "ru": "в и на не с что по к или от",
        "sk": "a v na sa je k o že by alebo",
        "sl": "in v na je se za da ali ki z",
        "so": "iyo oo ka ku in waa ah ee",
        "sq": "të dhe në e i për një me",
        "sr": "i u na da je se za od ili и у на да је се за од или",
        "sv": "och i att av är för en som på till",
        "sw": "kwa katika kila ili hii hiyo au ni",
        "tg": "ва дар ба аз ки ин бо ҳар",
        "tk": "we bu bilen üçin bir her ве билен үчин",
        "tl": "ng ay nang hindi",
        "tr": "ve bir bu için ile da de her olarak",
        "tt": "һәм белән өчен булган үз бер",
        "ug": "ۋە بىلەن بۇ ھەر بىر ئۈچۈن",
        "uk": "і та на в у що не з або до",
        "ur": "کے میں کی ہے اور سے کو کا",
        "uz": "va bilan uchun bu bir har ва билан учун бу бир ҳар",
        "vi": "của và các có là trong cho không được",
    }.items()
}
_SPARSE, _MANY = 0.02, 50
# Beyond the letters of Russian, and which of those it has not.
_ALPHABETS: Mapping[str, tuple[str, str]] = {
    "az": ("әғһөҝүҹј", "щцэюяъьё"),
    "ba": ("әғҡңҙҫһөү", ""),
    "be": ("іў", "ищъ"),
    "bg": ("ѝ", "ыэё"),
    "kk": ("әғқңөұүһі", ""),
    "ky": ("ңөү", ""),
    "mk": ("ѓѕјљњќџѐѝ", "йыэъьщюяё"),
    "mn": ("өү", ""),
    "ru": ("", ""),
    "sr": ("ђјљњћџ", "йыэъьщюяё"),
    "tg": ("ғӣқӯҳҷ", "щы"),
    "tk": ("әҗңөү", ""),
    "tt": ("әҗңһөү", ""),
    "uk": ("іїєґ", "ыэъё"),
    "uz": ("ўқғҳ", "щы"),
}
_RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_FOREIGN_LETTERS = 0.01
_EASTERN = (
    "_ko_ _neko_ _svako_ _niko_ evrop hiljad saradn tačn garant naučn porodic _tokom_ univerzit učestv takođe upotreb _lič"
)
_IJEKAVIAN = "vje mje sje tje dje dijel svije cijel vijeć riječ vrije porije _prije_"
# Languages that are nearly one, and what tells them: words, and parts of words.
_NEAR: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    language: {each: tuple(part.replace("_", " ") for part in parts.split()) for each, parts in group.items()}
    for group in (
        {
            "id": "_bahwa_ _karena_ _bisa_ _dari_ _atas_ _uang_ _kantor_ pemerintah _hukum_ _maupun_ _anggota_ _harus_ itas_"
            " sional_ _perserikatan_ _polisi_",
            "ms": "bahawa kerana _daripada_ _kepada_ _ialah_ _wang_ _pejabat_ kerajaan undang _mahupun_ _ahli_ hendaklah iti_"
            " antarabangsa pertubuhan _polis_ sebarang sesiapa _pelbagai_ _sahaja_ mesyuarat",
        },
        {
            "da": "_af_ _efter_ _mod_ _uden_ _ud_ _nogen_ _ikke_ _fra_ _hver_ _en_ _et_ _de_ _blev_ _være_ hed_",
            "no": "_av_ _etter_ _mot_ _uten_ _ut_ _noen_ _ikke_ _fra_ _hver_ _en_ _et_ _de_ _ble_ _være_ het_",
            "nn": "_av_ _etter_ _mot_ _utan_ _ut_ _nokon_ _ikkje_ _frå_ _kvar_ _ein_ _eit_ _dei_ _vart_ _vere_ dom_",
        },
        {
            "sr": f"{_EASTERN} opšt istor avgust _vreme _mest čove _pre_ _posle svest svet _reč rešen reši _vera _vere_ _veru_ _verov _vek _gde"
            " _deca _dece_ _dete_ _deo_ _delo _dela_ _save bezbe obave sednic _mera merama primen promen _sled ovde_ _uvek"
            " celi _celo zahtev umetn razumev pobed ponedelj _nede ocen procen nasled vredno poreklo _sme_",
            "cnr": f"{_EASTERN} {_IJEKAVIAN} opšt istor nedjelj nijes avgust crnogor",  # and Serbian of Bosnia
            "bs": f"{_EASTERN} {_IJEKAVIAN} opć histor sedmi august lahk mehk",
            "hr": f"{_IJEKAVIAN} tko_ europ tisuć tjedn suradn točn jamč znanstv znanost obitelj tijekom sukladno priopć tvrtk"
            " sveučil sudjel osobn strank unatoč uporab opća_ opću_ opće_ člank",
        },
    )
    for language in group
}
_SAME_SCRIPT = {"HIRAGANA": "KANA", "KATAKANA": "KANA", "FULLWIDTH": "LATIN", "HALFWIDTH": "KANA"}
_SYLLABLES = ("CJK", "KANA", "HANGUL")
_PIECES, _PIECE = 5, 200
_LONG = 10_000  # characters that are enough to tell languages which are nearly one
_ENOUGH_LETTERS = 60
_SYLLABLE = 5  # letters
_MOST = 0.6
_SURE, _SURE_ENGLISH = 0.6, 0.3  # next to nothing else is taken for English
_PIDGIN = "pcm"  # which the model takes English tables and headlines for
_LETTERS = re.compile(r"[^\W\d_]+")
# A sixth of English prose, and words of no other language: where they are thick, the model need not be asked.
_ENGLISH = (" the ", " of ", " and ", " to ", " said ", " from ", " that ", " with ", " its ")
_FEWEST, _THICK, _MOST_FOREIGN = 3, 0.08, 0.02


def language_of(text: str, declared: str = "") -> str:
    """ISO 639-1, or "" where nothing says. Short or mixed texts are in the language that was declared."""
    sample, stated = _sample(text), _code(declared)
    if not stated and _is_english(sample):
        return "en"
    letters = _letters(sample)
    script = _script(letters)
    if script and not _is_written_in(stated, script):
        stated = ""
    if stated and sum(letters.values()) < _ENOUGH_LETTERS:
        return stated
    if stated and _is_english(sample):
        return "en"
    return _identified(text, sample, script, stated) if script else stated


def _sample(text: str) -> str:
    """Most of an article is not its beginning, which may be a letterhead in another language."""
    if len(text) <= _PIECES * _PIECE:
        return text
    step = (len(text) - _PIECE) // (_PIECES - 1)
    return " ".join(text[at : at + _PIECE] for at in range(0, _PIECES * step, step))


def _is_english(sample: str) -> bool:
    """Whether over half of it is English prose, by its small words, and next to none of it is in other letters."""
    lower = sample.lower()
    small = sum(map(lower.count, _ENGLISH))
    thick = small >= _FEWEST and small >= _THICK * (lower.count(" ") + 1)
    return thick and len(sample.encode("utf-8", "replace")) - len(sample) <= _MOST_FOREIGN * len(sample)


def _letters(sample: str) -> Counter[str]:
    """How many letters of each script; a sign for a syllable is as much as some letters."""
    found: Counter[str] = Counter()
    for character, number in Counter(sample).items():
        if character.isalpha():
            script = _script_of(character)
            found[script] += number * (_SYLLABLE if script in _SYLLABLES else 1)
    return found


@cache
def _script_of(letter: str) -> str:
    script = unicodedata.name(letter, "").partition(" ")[0]
    return _SAME_SCRIPT.get(script, script)


def _script(letters: Counter[str]) -> str:
    """That of most letters; Japanese has Chinese signs between its own, Korean may."""
    if not letters:
        return ""
    for own in ("KANA", "HANGUL"):
        if letters[own] > letters["CJK"] / 9:
            letters[own] += letters.pop("CJK", 0)
    script, number = letters.most_common(1)[0]
    return script if number >= _MOST * sum(letters.values()) else ""


def _identified(whole: str, sample: str, script: str, stated: str) -> str:
    """What was stated counts where the model is unsure, or takes the text for a language that it cannot be."""
    known = _SCRIPTS.get(script, ())
    if len(known) < 2:
        return known[0] if known else stated
    sample = unicodedata.normalize("NFC", sample)
    text = sample.lower()
    words = text.replace("፡", " ").split()
    guess, sureness = _best(_shares(text if _is_capitals(sample) else sample, script))
    if sureness >= (_SURE_ENGLISH if guess == "en" else _SURE):
        near = _NEAR.get(guess, {}) if script == "LATIN" else {}
        told = _told(whole[:_LONG].lower(), near) if near else guess
        if told in known and (told == "en" or _small_words(words, told) >= 1) and _has_letters(text, told, script):
            return told
        if stated not in {guess, *near}:
            return ""
    is_likely = len(words) < _MANY or _small_words(words, stated) >= 1
    return stated if is_likely and _has_letters(text, stated, script) else ""


def _best(shares: Mapping[str, float]) -> tuple[str, float]:
    """The likeliest language, and how likely it is that it or one that is nearly it is right."""
    guess = max(shares, key=lambda language: shares[language])
    english, pidgin = shares.get("en", 0), shares.get(_PIDGIN, 0)
    if guess in {"en", _PIDGIN} and english >= pidgin / 2:
        return "en", english + pidgin
    return guess, sum(shares.get(each, 0) for each in _NEAR.get(guess, (guess,)))


def _shares(sample: str, script: str) -> dict[str, float]:
    ranks = {language: share for language, share in _identifier().rank(sample) if _is_written_in(language, script)}
    whole = sum(ranks.values()) or 1
    return {language: share / whole for language, share in ranks.items()}


def _is_capitals(sample: str) -> bool:
    return sum(map(str.isupper, sample)) > sum(map(str.islower, sample))


def _told(text: str, near: Mapping[str, tuple[str, ...]]) -> str:
    spaced = f" {' '.join(_LETTERS.findall(text))} "
    first, second = Counter({language: sum(map(spaced.count, parts)) for language, parts in near.items()}).most_common(2)
    return first[0] if first[1] > second[1] else ""


def _small_words(words: list[str], language: str) -> float:
    """As a share of what prose in it has at the least; 1 where they are not known."""
    small = _SMALL_WORDS.get(language)
    return 1 if small is None else sum(word in small for word in words) / max(1, _SPARSE * len(words))


def _has_letters(text: str, language: str, script: str) -> bool:
    """Whether next to none of its letters are missing in the language's alphabet."""
    if script != "CYRILLIC" or language not in _ALPHABETS:
        return True
    more, missing = _ALPHABETS[language]
    counts = Counter(filter(str.isalpha, text))
    cyrillic = {letter: number for letter, number in counts.items() if _script_of(letter) == script}
    own = _RUSSIAN.difference(missing).union(more)
    foreign = sum(number for letter, number in cyrillic.items() if letter not in own)
    return foreign <= _FOREIGN_LETTERS * sum(cyrillic.values())


@cache
def _is_written_in(language: str, script: str) -> bool:
    written = [each for each, languages in _SCRIPTS.items() if language in languages]
    return script in written if written else script == "LATIN" or script not in _SCRIPTS


def _code(declared: str) -> str:
    """
    >>> _code("en-US"), _code("rus"), _code("Deutsch"), _code("unknown")
    ('en', 'ru', 'de', '')
    """
    name = declared.strip().lower()
    match = _CODE.match(name)
    code = _CODES.get(name) or (match.group() if match else "")
    code = _CODES.get(code, code)
    return code if len(code) == 2 else ""


@cache
def _identifier() -> Any:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
