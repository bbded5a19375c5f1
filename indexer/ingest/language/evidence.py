"""What a text in a language has, and what it has not."""

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from indexer.ingest.language.scripts import script_of

# The commonest small words: a text with next to none of them is in another language, which the model does not know.
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
# Of Cyrillic letters, those beyond the Russian ones, and those of them that it has not.
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


@dataclass(frozen=True, slots=True)
class Prose:
    """A sample of a text, its words and how often it has each letter, where it is written in Cyrillic ones."""

    sample: str
    words: tuple[str, ...]
    letters: Mapping[str, int]

    def is_in(self, language: str) -> bool:
        """English is seldom mistaken, and often a table."""
        return (language == "en" or self._has_words(language)) and self._has_letters(language)

    def is_short_for(self, language: str) -> bool:
        """Whether it may be in it, and have no small words by chance."""
        return len(self.words) < _MANY and self._has_letters(language)

    def has_own_letters(self, language: str) -> bool:
        """Whether it is the only language whose alphabet the text keeps to: it may do without small words, as languages
        do that join them to others."""
        fitting = [each for each in _ALPHABETS if self._has_letters(each)] if self.letters else []
        return fitting == [language]

    def may_be(self, language: str) -> bool:
        """Also a list, which has no small words. But English is what pages declare that are in another language."""
        is_likely = language != "en" or self._has_words(language) or len(self.words) < _MANY
        return is_likely and self._has_letters(language)

    def only_other(self) -> str:
        """The language whose alphabet and words it has, where that is one; of Cyrillic ones, and of enough words."""
        is_enough = len(self.words) >= _MANY and self.letters
        found = [language for language in _ALPHABETS if is_enough and self.is_in(language)]
        return found[0] if len(found) == 1 else ""

    def _has_words(self, language: str) -> bool:
        small = _SMALL_WORDS.get(language)
        return small is None or sum(word in small for word in self.words) >= max(1, _SPARSE * len(self.words))

    def _has_letters(self, language: str) -> bool:
        """Whether next to none of its letters are missing in the language's alphabet, where that is known."""
        more, missing = _ALPHABETS.get(language, ("".join(self.letters), ""))
        own = _RUSSIAN.difference(missing).union(more)
        foreign = sum(number for letter, number in self.letters.items() if letter not in own)
        return foreign <= _FOREIGN_LETTERS * sum(self.letters.values())


def prose_of(sample: str, script: str) -> Prose:
    """Composed, since a letter is one character in the tables, and without what is quoted in other scripts."""
    composed = unicodedata.normalize("NFC", sample)
    foreign = {ord(each): "" for each in set(composed) if each.isalpha() and script_of(each) != script}
    own = composed.translate(foreign) if foreign else composed
    small = own.lower()
    letters = Counter(filter(str.isalpha, small)) if script == "CYRILLIC" else {}
    return Prose(own, tuple(small.replace("፡", " ").split()), letters)
