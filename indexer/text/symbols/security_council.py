"""Security Council resolutions: which year a number belongs to."""

from bisect import bisect_left

_FIRST_YEAR = 1946
# The last resolution of each year, from 1946 to 2024.
_LAST_OF_YEAR = (
    *(15, 37, 66, 78),
    *(89, 96, 98, 103, 105, 110, 121, 126, 131, 132),
    *(160, 170, 177, 185, 199, 219, 232, 244, 262, 275),
    *(291, 307, 324, 344, 366, 384, 402, 422, 443, 461),
    *(484, 499, 528, 545, 559, 580, 593, 606, 626, 646),
    *(683, 725, 799, 892, 969, 1035, 1092, 1146, 1219, 1284),
    *(1334, 1386, 1454, 1521, 1580, 1651, 1738, 1794, 1859, 1907),
    *(1966, 2032, 2085, 2132, 2195, 2259, 2336, 2397, 2451, 2503),
    *(2560, 2617, 2671, 2721, 2767),
)
LAST_NUMBER = _LAST_OF_YEAR[-1]


def year_of(number: int) -> int:
    """0 where the number is not known to belong to a year."""
    return _FIRST_YEAR + bisect_left(_LAST_OF_YEAR, number) if 1 <= number <= LAST_NUMBER else 0


def with_year(number: int, stated: int = 0) -> str:
    """S/RES/1373 (2001); "" where neither the number nor the text says the year."""
    year = stated or year_of(number)
    return f"S/RES/{number} ({year})" if year else ""
