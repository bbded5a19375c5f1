import pytest
from flask import Flask
from jinja2 import DictLoader, TemplateSyntaxError

from indexer.engines.engine import Engine
from indexer.settings import Settings
from web import create_app
from web.rendering import render

TEMPLATES = {
    "words.html": '<p title="{% trans %}Saved searches{% endtrans %}">{% trans %}All articles{% endtrans %}, 100%</p>',
    "values.html": "{% trans name=name %}Without {{ name }}{% endtrans %}",
    "markup.html": '{% trans href=name, words=name %}Did you mean <a href="{{ href }}">{{ words }}</a>?{% endtrans %}',
    "sense.html": '{% trans "text" %}First{% endtrans %} {% trans %}First{% endtrans %}',
    "called.html": '{{ _("Saved searches") }} {{ _("<b>not in the catalogue</b>") }}',
    "macro.html": "{% macro said() %}{{ ui }}: {% trans %}Search{% endtrans %}{% endmacro %}{{ said() }}",
    "plural.html": "{% trans count=2 %}one{% pluralize %}{{ count }} of them{% endtrans %}",
}


@pytest.fixture
def app(engine: Engine) -> Flask:
    made = create_app(engine, Settings(site_name="Lake Archive"))
    made.jinja_loader = DictLoader(TEMPLATES)
    return made


def rendered(app: Flask, template: str, language: str = "fr", **values: object) -> str:
    with app.test_request_context("/", headers={"Accept-Language": language}):
        return render(template, **values)


def test_what_a_template_says_is_in_the_readers_language(app: Flask) -> None:
    assert rendered(app, "words.html") == '<p title="Recherches enregistrées">Tous les articles, 100%</p>'
    assert rendered(app, "words.html", "ru").startswith('<p title="Сохранённые поиски">Все материалы')
    assert rendered(app, "words.html", "en").startswith('<p title="Saved searches">All articles')


def test_values_are_escaped_in_every_language(app: Flask) -> None:
    hostile = "<b>%(name)s & %s</b>"
    for language, word in (("en", "Without"), ("fr", "Sans"), ("ru", "Кроме:")):
        assert rendered(app, "values.html", language, name=hostile) == f"{word} &lt;b&gt;%(name)s &amp; %s&lt;/b&gt;"
    assert '<a href="&#34;&gt;">&#34;&gt;</a>' in rendered(app, "markup.html", name='">')


def test_one_word_may_have_two_senses(app: Flask) -> None:
    assert rendered(app, "sense.html") == "Premier Première"


def test_words_handed_to_a_macro_are_escaped_like_any_text(app: Flask) -> None:
    assert rendered(app, "called.html") == "Recherches enregistrées &lt;b&gt;not in the catalogue&lt;/b&gt;"


def test_macros_know_the_language_too(app: Flask) -> None:
    assert rendered(app, "macro.html", "ru") == "ru: Найти"


def test_a_plural_in_a_template_is_refused(app: Flask) -> None:
    with pytest.raises(TemplateSyntaxError):
        rendered(app, "plural.html")
