"""A real python-telegram-bot application on the local Bot API: each kind of update there and each answer back."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import aiogram.types
import pytest
from telegram import (
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Update,
)
from telegram.error import BadRequest, Forbidden, RetryAfter
from telegram.ext import (
    AIORateLimiter,
    Application,
    CallbackQueryHandler,
    ChosenInlineResultHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from playground.bot_api.faults import Fault, Trouble
from playground.people.membership import block_bot
from playground.world.cast import ANNA, EDITOR
from playground.world.world import Event
from tests.bot_api_schema import call_problems, result_problems, update_problems
from tests.local_bot_api import LocalBotApi, application_builder, local_bot_api

Context = ContextTypes.DEFAULT_TYPE
PAGES = InlineKeyboardMarkup([[InlineKeyboardButton("Ещё", callback_data="next")]])


async def _start(update: Update, context: Context) -> None:
    assert update.message
    await update.message.reply_html("Здравствуйте, <b>&lt;гость&gt;</b>", reply_markup=PAGES)


async def _question(update: Update, context: Context) -> None:
    message = update.effective_message
    assert message and message.text
    await message.reply_chat_action("typing")
    await message.reply_text(f"вы спросили: {message.text}", do_quote=True)


async def _tap(update: Update, context: Context) -> None:
    assert update.callback_query
    await update.callback_query.answer("листаю")
    await update.callback_query.edit_message_text("страница 2")


async def _inline(update: Update, context: Context) -> None:
    assert update.inline_query
    content = InputTextMessageContent(f"слова о «{update.inline_query.query}»", parse_mode="HTML")
    await update.inline_query.answer([InlineQueryResultArticle("1", "Заголовок", content)], cache_time=10)


async def _chosen(update: Update, context: Context) -> None:
    assert update.chosen_inline_result
    context.bot_data["chosen"] = update.chosen_inline_result.result_id


async def _document(update: Update, context: Context) -> None:
    assert update.message and update.message.document
    file = await update.message.document.get_file()
    content = bytes(await file.download_as_bytearray())
    await update.message.reply_document(content, caption="обратно", filename="обратно.txt")


HANDLERS = (
    CommandHandler("start", _start),
    CallbackQueryHandler(_tap),
    InlineQueryHandler(_inline),
    ChosenInlineResultHandler(_chosen),
    MessageHandler(filters.Document.ALL, _document),
    MessageHandler(filters.TEXT & ~filters.COMMAND, _question),
)


@pytest.fixture(autouse=True)
def waits_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library warns of the old form of RetryAfter, and warnings are errors here."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
async def local() -> AsyncIterator[LocalBotApi]:
    async with local_bot_api() as api:
        yield api


@pytest.fixture
async def bot(local: LocalBotApi) -> AsyncIterator[Application[Any, Any, Any, Any, Any, Any]]:
    """An application that polls; at the end every call it made must be as the Bot API documents it."""
    limiter = AIORateLimiter(max_retries=3)
    application = application_builder(local).rate_limiter(limiter).concurrent_updates(8).build()
    application.add_handlers(HANDLERS)
    async with application:
        await application.start()
        assert application.updater
        await application.updater.start_polling(allowed_updates=Update.ALL_TYPES)
        yield application
        await application.updater.stop()
        await application.stop()
    assert [problem for call in local.api.recorder.calls for problem in call_problems(call)] == []


async def _happens(local: LocalBotApi, kind: str, act: Callable[[], object]) -> dict[str, Any]:
    """Do something and wait for the bot's next event of a kind."""
    found: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()

    def note(event: Event) -> None:
        if event.kind == kind and not found.done() and event.data.get("from", {}).get("is_bot", True):
            found.set_result(event.data)

    stop = local.world.listen(note)
    act()
    try:
        return await asyncio.wait_for(found, 20)
    finally:
        stop()


async def test_command_button_and_edit_in_place(local: LocalBotApi, bot: object) -> None:
    greeting = await _happens(local, "message", lambda: local.people.say(local.private(), "/start"))
    assert greeting["text"] == "Здравствуйте, <гость>"
    message = local.world.chats[ANNA.id].messages[greeting["message_id"]]
    edited = await _happens(local, "message", lambda: local.people.tap(ANNA, message, "next"))
    assert (edited["message_id"], edited["text"]) == (message.id, "страница 2")
    assert local.api.recorder.of("answerCallbackQuery")[0].given["text"] == "листаю"


async def test_question_in_a_topic_is_answered_there(local: LocalBotApi, bot: object) -> None:
    seat = local.in_group(thread=local.topic)
    answer = await _happens(local, "message", lambda: local.people.say(seat, "@doslovno_bot зерно?"))
    assert answer["message_thread_id"] == local.topic
    assert answer["reply_to_message"]["text"] == "@doslovno_bot зерно?"
    assert local.api.recorder.of("sendChatAction")[0].ok


async def test_inline_query_and_choice(local: LocalBotApi, bot: Application[Any, Any, Any, Any, Any, Any]) -> None:
    shown = await _happens(local, "inline_answer", lambda: local.people.ask_inline(local.in_group(), "зерно"))
    assert [result["title"] for result in shown["results"]] == ["Заголовок"]
    local.people.choose(local.in_group(), shown["query_id"], "зерно", "1")
    await _happens(local, "message", lambda: local.people.say(local.private(), "ещё вопрос"))
    assert bot.bot_data["chosen"] == "1"


async def test_document_there_and_back(local: LocalBotApi, bot: object) -> None:
    content = "текст статьи".encode()
    sent = await _happens(
        local, "message", lambda: local.people.upload(local.private(), "статья.txt", "text/plain", content)
    )
    assert (sent["document"]["file_name"], sent["caption"]) == ("обратно.txt", "обратно")
    file = local.world.files.get(sent["document"]["file_id"])
    assert file and file.content == content


async def test_flood_is_waited_out(local: LocalBotApi, bot: object) -> None:
    local.api.faults.plan(Fault(Trouble.FLOOD, "sendMessage", ANNA.id, times=1, retry_after=1))
    answer = await _happens(local, "message", lambda: local.people.say(local.private(), "зерно"))
    assert answer["text"] == "вы спросили: зерно"
    assert [call.ok for call in local.api.recorder.of("sendMessage")] == [False, True]


async def test_bot_object_reads_chats_members_and_menus(local: LocalBotApi) -> None:
    application = application_builder(local).build()
    async with application:
        bot = application.bot
        assert (await bot.get_chat(local.group.id)).is_forum
        assert [member.user.id for member in await bot.get_chat_administrators(local.group.id)] == [EDITOR.id]
        assert (await bot.get_chat_member(local.group.id, ANNA.id)).status == "member"
        menu = [BotCommand("reload", "перечитать статьи")]
        local.people.say(local.private(EDITOR), "/start")
        await bot.set_my_commands(menu, scope=BotCommandScopeChat(EDITOR.id))
        assert list(await bot.get_my_commands(scope=BotCommandScopeChat(EDITOR.id))) == menu
        assert await bot.delete_my_commands(scope=BotCommandScopeChat(EDITOR.id))
        assert await bot.leave_chat(local.group.id)
        with pytest.raises(Forbidden, match="not a member of the supergroup chat"):
            await bot.send_message(local.group.id, "да")


async def test_refusals_reach_the_bot_as_its_own_errors(local: LocalBotApi) -> None:
    application = application_builder(local).build()
    async with application:
        with pytest.raises(BadRequest, match=r"(?i)can't parse entities"):
            await application.bot.send_message(ANNA.id, "<foo>", parse_mode="HTML")
        local.api.faults.plan(Fault(Trouble.FLOOD, retry_after=5))
        with pytest.raises(RetryAfter):
            await application.bot.send_message(ANNA.id, "да")
        block_bot(local.people, ANNA)
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await application.bot.send_message(ANNA.id, "да")


async def test_updates_and_results_are_as_documented(local: LocalBotApi) -> None:
    await local.updates(allowed_updates=sorted(local.api.updates.allowed | {"chosen_inline_result"}))
    keyboard = {"inline_keyboard": [[{"text": "Ещё", "callback_data": "next"}]]}
    sent = await local.result("sendMessage", chat_id=ANNA.id, text="да", reply_markup=keyboard)
    question = local.people.say(local.in_group(thread=local.topic), "@doslovno_bot зерно?")
    local.people.edit(ANNA, question, "@doslovno_bot уголь?")
    local.people.tap(ANNA, local.world.chats[ANNA.id].messages[sent["message_id"]], "next")
    local.people.ask_inline(local.private(), "зерно")
    local.people.upload(local.private(), "статья.txt", "text/plain", b"...", "вот")
    block_bot(local.people, ANNA)
    updates = await local.updates()
    assert len(updates) == 6
    assert [problem for update in updates for problem in update_problems(update)] == []
    assert result_problems(aiogram.types.Message, sent) == []
    assert result_problems(aiogram.types.User, await local.result("getMe")) == []
    chat = await local.result("getChat", chat_id=local.group.id)
    assert result_problems(aiogram.types.ChatFullInfo, chat) == []
    assert result_problems(aiogram.types.WebhookInfo, await local.result("getWebhookInfo")) == []


async def test_schema_sees_what_is_wrong(local: LocalBotApi) -> None:
    await local.call("sendMessage", chat_id=ANNA.id, text="да", reply_markup={"inline_keyboard": [[{"txet": "Ещё"}]]})
    await local.call("sendMessage", chat_id=ANNA.id, colour="red")
    assert all(call_problems(call) for call in local.api.recorder.calls)
