"""Words that report what somebody said."""

from typing import Final

_SAID_WORDS = (
    "заявили сообщили говорится отметили подчеркнул подчеркнула рассказал рассказала добавил добавила пояснил "
    "уточнил "
    "передает передаёт пишет dijeron señalaron informaron aseguraron agregó afirmaron mengatakan ujar "
    "said told reported says announced according сообщил сообщила сообщили заявил заявила отметил отметила "
    "сказал сказала sagte teilte erklärte laut berichtet berichtete zufolge déclaré selon annoncé indiqué "
    "dijo según informó anunció secondo detto sagt berichten betonte warnt warnte kritisiert kritisierte "
    "meldet meldete demnach mitteilte angaben erklärt kündigte bestätigte affirmé précisé expliqué confirmé "
    "disse segundo afirmou informou zei volgens meldt twierdzi powiedział podaje podał poinformował "
    "oświadczył kertoi mukaan säger enligt sa sier ifølge siger řekl uvedl dedi açıkladı sako teigė "
    "повідомив söyledi belirtti açıkladı sacīja informēja pranešė sakė قال أعلن أكد صرح وقال وأضاف कहा बताया "
    "skriver opplyser forteller uppger kertoo przekazał mondta közölte δήλωσε είπε dichiarato spiegato "
    "affirmait déclarait explique indique souligne raconte reconoció aseguró explicó señaló afirmó заявила "
    "повідомила"
)
SAID: Final = frozenset(_SAID_WORDS.split())
# In the past tense, by somebody else.
_REPORTED_WORDS = (
    "said told added сказал сказала заявил заявила заявили сообщил сообщила сообщили sagte sagten erklärte "
    "déclaré dijo "
    "dijeron disse powiedział"
)
REPORTED: Final = frozenset(_REPORTED_WORDS.split())
