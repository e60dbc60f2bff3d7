"""What is written before a word with a hyphen, as a word of its own, or as one word with it: «экс-премьер»."""

from __future__ import annotations

from retrieval.languages.word_set import word_set

PREFIXES = word_set(
    """
    экс вице мини миди макси супер гипер мега микро макро нано кибер видео аудио фото онлайн офлайн оффлайн интернет веб
    медиа теле радио кино авто мото вело агро био эко гео нейро крипто мульти анти контр псевдо квази нео ультра экстра
    бизнес пресс арт лже спорт евро энерго электро гидро спец
    """
)
