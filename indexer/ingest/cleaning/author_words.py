"""Words by which a person's name is told from a body's, an office's or a day's."""

from indexer.text.dates.words import MONTH_NAMES

# names of days and months; those of people too ("May", "August", "Jan") are left out
_SHORTEST_MONTH = 6
CALENDAR = frozenset(
    {
        *(month for month in MONTH_NAMES if len(month) >= _SHORTEST_MONTH and month not in {"august", "agosto"}),
        *("juli", "enero", "июня", "июля", "today", "yesterday", "monday", "tuesday", "wednesday", "thursday"),
        *("friday",),
        *("saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
    }
)

# where these are all the words, nobody is named; beside others they make no person
NOBODY = frozenset(
    {
        *("admin", "administrator", "webmaster", "superuser", "root", "editor", "editors", "editorial", "staff"),
        *("user", "guest", "anonymous", "unknown", "none", "null", "author", "authors", "autor", "autoren"),
        *("auteur", "автор", "redaktion", "redaction", "redacción", "redazione", "редакция", "редактор", "team"),
        *("desk", "reporter", "reporters", "correspondent", "correspondents", "writer", "writers", "contributor"),
        *("contributors", "byline", "posted", "published", "by", "follow", "share", "print", "email", "e-mail"),
        *("comments", "about", "more", "read", "subscribe", "newsletter", "home", "news", "press", "article"),
        *("blog", "twitter", "facebook", "threads", "instagram", "linkedin", "whatsapp", "telegram", "youtube"),
        *("google", "veröffentlicht", "erstellt", "stand", "quelle", "source", "gründerin", "gründer", "artikel"),
        *("artikelübersicht", "zur", "zum", "mehr", "alle", "autorin", "verfasser", "written", "rédaction"),
        *("redakcja", "the", "a", "an", "our", "we", "to", "of", "with", "how", "why", "what", "who", "when"),
        *("管理员", "系统管理员", "管理員", "未知", "匿名", "佚名", "本站", "网络", "網路", "发布于", "转载"),
        *("where", "letters", "cc", "this", "these", "and", "or", "but"),
    }
)

# no person's name has one of these
OF_BODIES = frozenset(
    {
        *("agency", "agencies", "agencia", "agence", "agentur", "bureau", "office", "service", "services"),
        *("secretariat",),
        *("ministry", "committee", "council", "commission", "union", "university", "institute", "institut"),
        *("foundation", "association", "society", "company", "group", "gmbh", "ltd", "inc", "corp", "media"),
        *("press", "presse", "prensa", "news", "nachrichten", "noticias", "online", "magazin", "magazine", "times"),
        *("post", "journal", "tribune", "herald", "zeitung", "tageblatt", "tv", "radio", "network", "channel"),
        *("reuters", "afp", "dpa", "tass", "itar", "xinhua", "interfax", "efe", "ansa", "bloomberg", "bbc"),
        *("cnn", "wire", "newswire", "department", "organization", "organisation", "party", "club", "redaktion"),
        *("newsroom", "издание", "агентство", "служба", "редакция", "пресс-служба", "projects", "contributors"),
        *("blog", "website", "site"),
    }
)

# the words in small letters that are parts of names
PARTICLES = frozenset(
    {
        *("von", "van", "der", "den", "de", "da", "di", "du", "la", "le", "el", "al", "bin", "ibn", "ter", "ten"),
        *("zu", "zum", "zur", "vom", "dos", "das", "do", "del", "della", "dello", "des", "af", "av", "y", "e"),
        *("ben", "ould", "abu", "st", "bint", "und"),
    }
)
