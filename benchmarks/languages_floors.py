"""What each part promises of each language. Floors are only ever raised."""

from benchmarks.languages_measures import Figure

_INFLECTED = dict.fromkeys(("fr", "es", "de", "it", "pt", "ru", "ar", "hy"), 0.85)
_FLOORS: dict[str, float] = {
    "told, short": 1,
    "told, long": 1,
    "as written": 1,
    "marks": 1,
    "not joined": 1,
    "as whoosh": 1,
    "simplified and traditional": 1,
    "full and half width": 1,
    "told, named": 1,
    "not wrong": 1,
}
_OF_LANGUAGES = {
    "inflected": {**_INFLECTED, "en": 1.0},
    "found inflected": {**_INFLECTED, "en": 0.0},
    "blind third": {**_INFLECTED, "en": 0.0},
}


def floored(part: str, language: str, right: int, asked: int) -> Figure:
    floor = _FLOORS.get(part, _OF_LANGUAGES.get(part, {}).get(language))
    return Figure(part, language, right, asked, floor)
