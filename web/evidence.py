"""Where a date was read, as the index keeps it in English, in the reader's language.

What the text itself says is quoted and stays; what is not known here is shown as it is stored.
"""


def said(evidence: str) -> str:
    return evidence
