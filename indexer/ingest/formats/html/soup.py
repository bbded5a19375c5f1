"""BeautifulSoup over lxml's parser, for those who look at a page's elements one by one."""

from bs4 import BeautifulSoup as Soup
from bs4 import Tag

__all__ = ["Soup", "Tag", "soup_of"]


def soup_of(markup: str) -> Soup:
    return Soup(markup, "lxml")
