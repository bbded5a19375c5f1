"""A form of titles and names in which they can be compared."""


def title_key(text: str) -> str:
    """Letters and digits in one case."""
    return "".join(filter(str.isalnum, text.casefold()))
