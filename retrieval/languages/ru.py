"""Russian: words that carry no topic, words a question opens with, and lemmas the dictionary gets wrong."""

from __future__ import annotations

from retrieval.languages.word_set import word_set

# Words that say nothing of what a text is about; they are left out of articles and questions alike.
STOP_WORDS = word_set(
    """
    а без более больше бы был была были было быть в вам вами вас весь во вот все всё всего всей всем всеми всех вы где
    да даже для до другой его ее её ей ему если есть ещё еще ею же за здесь и из или им ими их к как какая какие каким
    какими каких каково какова каковы какого какое какой каком какому какую ко когда который которая которое которые
    которого которой которую которым которыми которых котором кто кого кому кем ком куда ли лишь меня мне мной может
    можно мой моя мои мы на над нам нами нас наш наша наше наши не
    через него нее неё ней нем нём нет ни них но ну о об один
    он она они оно от откуда очень перед по под почему при про с свой своя свое своё свои своего
    своему своем своём своим своими свою своей своих сам себя
    себе сколько со так также такая такие такой такое там тебе тебя тем теми тех то тобой того той только том тому тот
    тоже ту ты у уже чего чей чем чему что чтобы чья чьё чьи эта эти этим этими этих это этого этой этом этому этот эту
    я является являются зачем насколько нужен нужна нужно нужны надо необходимо
    """
)

# Lemmas of words that ask for somebody's words and are not of the topic; they are left out of questions alone.
ASKING_WORDS = word_set(
    """
    сказать говорить заявить заявлять думать считать рассказать рассказывать сообщить сообщать отметить отмечать
    высказаться высказываться ответить отвечать объяснить объяснять полагать мнение комментировать прокомментировать
    упомянуть упоминать
    """
)

# Lemmas that ask for somebody's words where a person is named, and may be the topic where none is.
SPEECH_WORDS = word_set("слово высказывание заявление комментарий позиция предлагать предложить обещать пообещать")

# Lemmas of words that help to find and prove nothing: a text without them may answer, one with them alone does not.
LIGHT_WORDS = word_set(
    """
    хватить хватать год раз происходить произойти случиться случаться стать становиться находиться начать начаться
    иметь делать сделать будущее сегодня сейчас теперь эксперт специалист человек люди вопрос ситуация проблема дело
    подробность новость последний главный стоить получить получиться пойти обстоять рассказывать писать известно
    """
)

# Lemmas of words by which a question asks when something was published.
PUBLISHING_WORDS = word_set(
    "писать написать публиковать опубликовать выходить выйти статья интервью новость публикация"
)

# What outlets are, beside their names.
OUTLET_KINDS = word_set("агентство газета журнал издание портал сайт канал телеканал радио киножурнал еженедельник")

# «Марков о газе»: behind a name they open what he speaks of; before one they make him the topic.
ABOUT = word_set("о об обо про насчет относительно")
# Before a name they tell that it is not he who is asked for.
NOT_BY = word_set("к ко с со от для против из за на")

# Openings of a question that goes on from the one before.
FOLLOWING = word_set("а и ещё еще")

GREETINGS = word_set(
    """
    привет здравствуй здравствуйте приветствую салют хай добрый доброе день утро вечер спасибо благодарю благодарствую
    пожалуйста пока свидание прощай ок окей ладно понятно понял поняла хорошо отлично супер класс круто молодец бот
    большой большое огромное огромный всего доброго хорошего дня вам тебе за ответ ответы помощь до
    """
)

# Stems of the months and seasons as a question has them.
MONTHS = {
    "январ": 1, "феврал": 2, "март": 3, "апрел": 4, "мая": 5, "мае": 5, "май": 5, "июн": 6, "июл": 7, "август": 8,
    "сентябр": 9, "октябр": 10, "ноябр": 11, "декабр": 12,
}  # fmt: skip
SEASONS = {"зим": (12, 2), "весн": (3, 5), "лет": (6, 8), "осен": (9, 11)}

# What is written before a filter's value: «эксперт: Марков».
FILTER_LABELS = {
    "эксперт": "speaker", "спикер": "speaker", "автор слов": "speaker", "издание": "outlet", "сми": "outlet",
    "с": "since", "от": "since", "по": "until", "до": "until",
}  # fmt: skip

# Words by which a short text shows that it is Russian.
FUNCTION_WORDS = word_set(
    """
    в во на с со и не что как для по к из от до о об при за у это кто где когда почему зачем сколько какой какая какое
    какие каких ли был была были было есть чем чего который которые или же бы ещё уже так его её их он она они мы вы
    """
)

# Endings that a Russian word may have and a Kazakh one hardly does.
TYPICAL_ENDINGS = (
    "ого", "его", "ому", "ему", "ыми", "ими", "ция", "ции", "ость", "ости", "ение", "ения", "ский", "ская", "ские",
    "ских", "ться", "тся", "ует", "ают", "али", "ыл", "ой", "ый", "ая", "ое", "ые", "ов", "ами", "ях", "ах",
)  # fmt: skip

# Word forms whose first dictionary parse is another word, or that no dictionary has: the form, then its lemma.
# Each entry is a name or a word of Kazakhstan's press with the wrong parse that earned it.
LEMMAS = {
    "тенге": "тенге",  # parsed as a form of an unknown «тенг»
    "акорда": "акорда",  # parsed as a form of an unknown «акорд»
    "акорды": "акорда",
    "акорде": "акорда",
    "акорду": "акорда",
    "акордой": "акорда",
    "токаев": "токаев",  # parsed as the vocative-like «токай» in the plural
    "токаева": "токаев",
    "токаеву": "токаев",
    "токаевым": "токаев",
    "токаеве": "токаев",
    "шымкент": "шымкент",  # unknown, three parses of equal weight in the oblique cases
    "шымкента": "шымкент",
    "шымкенту": "шымкент",
    "шымкентом": "шымкент",
    "шымкенте": "шымкент",
    "ел": "ел",  # Kazakh «ел» (country) is printed more often than the past of «есть»
    "салу": "салу",  # Kazakh «салу» (to build), parsed as a form of «сало»
    "лет": "год",  # «десять лет» is about years, not about flight
    "алма": "алма",  # «Алма-Ата»; the parse is a given name
    "мажилис": "мажилис",
    "мажилиса": "мажилис",
    "мажилису": "мажилис",
    "мажилисом": "мажилис",
    "мажилисе": "мажилис",
    "маслихат": "маслихат",
    "маслихата": "маслихат",
    "маслихату": "маслихат",
    "маслихатом": "маслихат",
    "маслихате": "маслихат",
    "аким": "аким",
    "акима": "аким",  # parsed as a form of the given name, which is the same word for us
    "акиму": "аким",
    "акимом": "аким",
    "акиме": "аким",
    "акимы": "аким",
    "акимов": "аким",
    "акимат": "акимат",
    "акимата": "акимат",
    "акимату": "акимат",
    "акиматом": "акимат",
    "акимате": "акимат",
}
