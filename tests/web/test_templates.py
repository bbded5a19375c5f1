import re
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path

import pytest

import web

TEMPLATES = "\n".join(path.read_text(encoding="utf-8") for path in (Path(web.__file__).parent / "templates").iterdir())
MODULES = (
    *("article.body", "article.compare", "article.view", "article.voices"),
    *("browse.evidence", "browse.indexes", "browse.profile", "browse.sayings", "browse.series", "browse.years"),
    *(
        "help",
        "pages",
        "quotation",
        "reader.reading_list",
        "results.chips",
        "results.coverage_gaps",
        "results.facet_values",
    ),
    *(
        "results.facets",
        "results.histogram",
        "results.no_results",
        "results.paging",
        "results.passages",
        "results.view",
        "urls.links",
    ),
)
VIEWS = [
    view
    for module in MODULES
    for view in vars(import_module(f"web.{module}")).values()
    if is_dataclass(view) and getattr(view, "__module__", "") == f"web.{module}"
]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_whatever_is_prepared_for_a_template_is_placed_by_one(view: type) -> None:
    unused = [field.name for field in fields(view) if not re.search(rf"\.{field.name}\b", TEMPLATES)]
    assert unused == []


def test_templates_hold_no_code_of_their_own() -> None:
    assert not re.search(r"{%-?\s*(set|call|filter|do)\b", TEMPLATES)
    assert "|safe" not in TEMPLATES
    assert "Markup" not in TEMPLATES
