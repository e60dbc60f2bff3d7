"""Talk: what asks nothing of the articles is told from what does, by the whole message."""

from __future__ import annotations

import pytest

from retrieval.talk import Talk, talk_in

SAID = {
    Talk.ABOUT_BOT: [
        "что ты умеешь", "Что ты умеешь?", "Привет! Что ты умеешь?", "кто ты", "А ты кто?", "Как тебя зовут?",
        "помощь", "чё умеешь",
        "о чём тебя можно спросить", "не істей аласың", "НЕ ІСТЕЙ АЛАСЫҢ?", "не истей аласын", "сен кімсің?",
        "what can you do", "Who are you?", "what's your name", "help",
    ],
    Talk.SMALL_TALK: [
        "как дела?", "Как дела", "Привет, как дела?", "как твои дела, бот", "2+2", "2 + 2 = ?", "сколько будет 2+2?",
        "сколько будет 7 умножить на 8", "10/4", "(3-1)*2", "2х2",
        "қалайсың", "калайсын?", "Сәлем, қалайсың?", "2+2 қанша болады", "how are you", "What is 2+2?", "what's up",
    ],
    Talk.THANKS: [
        "спасибо", "Спасибо большое!", "спасибо за ответ", "Огромное вам спасибо за помощь", "понятно, спасибо", "ок",
        "рахмет", "Көп рахмет!",
        "благодарю вас", "очень помог, спасибо", "рақмет сізге", "thank you", "Thanks a lot", "thank you very much",
    ],
    Talk.FAREWELL: ["пока", "До свидания!", "всего доброго", "сау болыңыз", "көріскенше", "bye", "Good bye"],
    Talk.GREETING: [
        "Hi there", "hello", "привет", "Здравствуйте!", "Добрый день", "всем привет", "салем", "Сәлеметсіз бе?",
    ],
    Talk.CHECKING: ["проверь", "проверь, пожалуйста", "Это правда?", "тексерші", "рас па?", "is it true?"],
    Talk.POINTING: [
        "ответь", "Ответь ему, пожалуйста", "что скажешь?", "а ты что думаешь?", "жауап берші", "не дейсің?", "answer",
    ],
}  # fmt: skip

ASKED = [
    "Как дела с экспортом зерна?", "как дела у нефтяников", "что ты знаешь о зерне", "Что ты знаешь о студентах?",
    "кто ты по мнению министра", "Привет, что с экспортом зерна?", "спасибо министру", "Что умеет новый спутник?",
    "проверь слова Сарсековой", "ответь, почему мелеет Каспий", "что скажешь о газе", "2030", "2030-2031",
    "01/03/2031", "01.03.2031", "5,2", "что будет в 2030 году", "сколько будет стоить проезд", "помощь студентам",
    "қалай сұрауға болады дейді министр", "рахмет айтқан министр", "Астық экспорты қалай?", "сәлем айтты",
    "what can you do about water", "how are you going to pay", "thank you letter", "what is the level of the sea",
    "", "?!", "👍",
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in SAID.items() for text in texts])
def test_talk_is_told_by_its_kind(kind: Talk, text: str) -> None:
    assert talk_in(text) is kind


@pytest.mark.parametrize("text", ASKED)
def test_a_question_is_none(text: str) -> None:
    assert talk_in(text) is None
