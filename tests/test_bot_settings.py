"""Settings: what the file and the environment say, which outranks which, and every complaint by name."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.settings import Settings, SettingsError, load_settings
from bot.settings.keys import KEYS, PREFIX
from retrieval.decision import Strictness

ROOT = Path(__file__).resolve().parents[1]
TOKEN = "123456:a-Token_of-letters"


def config(folder: Path, text: str) -> Path:
    file = folder / "config.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def complaints(file: Path | None, environ: dict[str, str]) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        load_settings(file, environ)
    return caught.value.problems


def test_documented_config_holds_every_key_with_its_default() -> None:
    written = yaml.safe_load((ROOT / "config.yaml").read_text(encoding="utf-8"))
    assert {f"{section}.{key}": value for section, keys in written.items() for key, value in keys.items()} == {
        key.name: key.default for key in KEYS
    }


def test_documented_config_names_the_variables_of_its_keys() -> None:
    text = (ROOT / "config.yaml").read_text(encoding="utf-8")
    assert [key.variable for key in KEYS if key.variable and key.variable not in text] == []


def test_file_outranks_default_and_environment_outranks_file(tmp_path: Path) -> None:
    file = config(tmp_path, "answer:\n  extracts: 5\n  at_once: 4\n")
    settings = load_settings(file, {"DOSLOVNO__ANSWER__EXTRACTS": "7"})
    assert (settings.answer.extracts, settings.answer.at_once, settings.answer.max_question) == (7, 4, 1000)


@pytest.mark.parametrize("key", ["dictionary", "people", "outlets"])
def test_a_file_of_the_operators_counts_from_the_files_folder_too_and_may_be_none(key: str, tmp_path: Path) -> None:
    assert getattr(load_settings(config(tmp_path, ""), {}).corpus, key) is None
    given = config(tmp_path, f"corpus:\n  {key}: ours\n")
    assert getattr(load_settings(given, {}).corpus, key) == tmp_path / "ours"
    assert f"corpus.{key}" in complaints(config(tmp_path, f"corpus:\n  {key}: 7\n"), {})[0]


def test_watching_is_true_or_false(tmp_path: Path) -> None:
    assert load_settings(config(tmp_path, ""), {PREFIX + "CORPUS__WATCH": "true"}).corpus.watch
    assert "corpus.watch" in complaints(config(tmp_path, "corpus:\n  watch: sometimes\n"), {})[0]


def test_strictness_is_one_of_three(tmp_path: Path) -> None:
    assert load_settings(config(tmp_path, ""), {}).answer.strictness == Strictness.USUAL
    for strictness in Strictness:
        file = config(tmp_path, f"answer:\n  strictness: {strictness}\n")
        assert load_settings(file, {}).answer.strictness == strictness
        assert load_settings(None, {PREFIX + "ANSWER__STRICTNESS": strictness}).answer.strictness == strictness


def test_own_variable_outranks_the_general_one(tmp_path: Path) -> None:
    environ = {"CORPUS_PATH": "/one", PREFIX + "CORPUS__PATH": "/other"}
    assert load_settings(config(tmp_path, ""), environ).corpus.path == Path("/one")


def test_empty_variable_sets_nothing(tmp_path: Path) -> None:
    settings = load_settings(config(tmp_path, ""), {"TELEGRAM_TOKEN": "", "ADMIN_IDS": "", "CORPUS_PATH": ""})
    assert (settings.token, settings.telegram.admin_ids) == (None, ())
    assert settings.corpus.path == tmp_path / "corpus/articles"


def test_paths_of_the_file_count_from_its_folder(tmp_path: Path) -> None:
    settings = load_settings(config(tmp_path, "corpus:\n  path: news\n"), {})
    assert (settings.corpus.path, settings.state.path) == (tmp_path / "news", tmp_path / "state")


def test_admin_ids_from_either_place(tmp_path: Path) -> None:
    file = config(tmp_path, "telegram:\n  admin_ids: [1, 2]\n")
    assert load_settings(file, {}).telegram.admin_ids == (1, 2)
    assert load_settings(file, {"ADMIN_IDS": "3, 4"}).telegram.admin_ids == (3, 4)


@pytest.mark.parametrize("section", ["webhook:", "webhook:\n  url:\n"])
def test_empty_section_or_key_keeps_its_default(tmp_path: Path, section: str) -> None:
    assert load_settings(config(tmp_path, section), {}).webhook.url == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("answr:\n  extracts: 3\n", ("answr", "answer")),
        ("answer:\n  extract: 3\n", ("answer.extract", "answer.extracts")),
        ("answer:\n  extracts: three\n", ("answer.extracts", "whole number", "'three'")),
        ("answer:\n  extracts: true\n", ("answer.extracts", "whole number", "True")),
        ("answer:\n  extracts: 0\n", ("answer.extracts", "from 1 to 20", "0")),
        ("answer: 3\n", ("answer", "keys are expected")),
        ("- answer\n", ("sections are expected",)),
        ("answer:\n  extracts: [\n", ("not valid YAML", "line")),
        ("corpus:\n  path: 7\n", ("corpus.path", "a path", "7")),
        ("telegram:\n  base_url: ftp://example.org\n", ("telegram.base_url", "https://")),
        ("telegram:\n  admin_ids: [me]\n", ("telegram.admin_ids", "user ids")),
        ("telegram:\n  token: 1:abc\n", ("telegram.token", "TELEGRAM_TOKEN")),
        ("answer:\n  strictness: strict\n", ("answer.strictness", "low, usual, high", "'strict'")),
        ("answer:\n  strictness: 2\n", ("answer.strictness", "low, usual, high", "2")),
        ("log:\n  level: LOUD\n", ("log.level", "WARNING", "LOUD")),
        ("webhook:\n  port: 70000\n", ("webhook.port", "65535")),
    ],
)
def test_wrong_file_is_complained_about_by_name(tmp_path: Path, text: str, said: tuple[str, ...]) -> None:
    file = config(tmp_path, text)
    (problem,) = complaints(file, {})
    assert [part for part in (str(file), *said) if part not in problem] == []


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"DOSLOVNO__ANSWER__EXTRACTS": "many"}, ("DOSLOVNO__ANSWER__EXTRACTS", "whole number", "many")),
        ({"DOSLOVNO__ANSWER__EXTRACT": "1"}, ("DOSLOVNO__ANSWER__EXTRACT", "DOSLOVNO__ANSWER__EXTRACTS")),
        ({"ADMIN_IDS": "1,two"}, ("ADMIN_IDS", "user ids")),
        ({"TELEGRAM_BASE_URL": "nowhere"}, ("TELEGRAM_BASE_URL", "https://", "nowhere")),
        ({"TELEGRAM_TOKEN_FILE": "/no/such/file"}, ("TELEGRAM_TOKEN_FILE", "/no/such/file")),
    ],
)
def test_wrong_environment_is_complained_about_by_name(
    tmp_path: Path, environ: dict[str, str], said: tuple[str, ...]
) -> None:
    (problem,) = complaints(config(tmp_path, ""), environ)
    assert [part for part in said if part not in problem] == []


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    file = config(tmp_path, "nonsense: 1\nanswer:\n  extracts: x\n  at_once: 0\n")
    assert len(complaints(file, {"TELEGRAM_TOKEN": "wrong"})) == 4


def test_missing_config_file_is_named(tmp_path: Path) -> None:
    (problem,) = complaints(tmp_path / "none.yaml", {})
    assert str(tmp_path / "none.yaml") in problem


def test_binary_config_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_bytes(b"\xff\xfe\x00")
    (problem,) = complaints(tmp_path / "config.yaml", {})
    assert "not a UTF-8 text" in problem


@pytest.mark.parametrize("inside", ["news", "news/state", "other/../news/deep/state"])
def test_state_is_never_inside_the_corpus(tmp_path: Path, inside: str) -> None:
    environ = {"CORPUS_PATH": str(tmp_path / "news"), "STATE_PATH": str(tmp_path / inside)}
    (problem,) = complaints(config(tmp_path, ""), environ)
    assert "STATE_PATH" in problem


def test_state_is_found_inside_the_corpus_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "news")
    environ = {"CORPUS_PATH": str(tmp_path / "news"), "STATE_PATH": str(tmp_path / "link" / "state")}
    assert "STATE_PATH" in complaints(config(tmp_path, ""), environ)[0]


@pytest.mark.parametrize("token", ["1:a", "123456:AAE-_x", "987654321012:" + "z" * 35])
def test_any_digits_and_letters_are_a_token(tmp_path: Path, token: str) -> None:
    secret = load_settings(config(tmp_path, ""), {"TELEGRAM_TOKEN": f" {token}\n"}).token
    assert secret is not None and secret.value == token


def test_token_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(TOKEN + "\n")
    settings = load_settings(config(tmp_path, ""), {"TELEGRAM_TOKEN_FILE": str(tmp_path / "token")})
    assert settings.token is not None and settings.token.value == TOKEN


@pytest.mark.parametrize("token", ["nonsense", "1:", ":abc", "1:абв", "1:a b"])
def test_wrong_token_is_named_but_not_shown(tmp_path: Path, token: str) -> None:
    (problem,) = complaints(config(tmp_path, ""), {"TELEGRAM_TOKEN": token})
    assert "TELEGRAM_TOKEN" in problem and token not in problem


def test_two_tokens_are_one_too_many(tmp_path: Path) -> None:
    (problem,) = complaints(config(tmp_path, ""), {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_TOKEN_FILE": "x"})
    assert "TELEGRAM_TOKEN_FILE" in problem


def secret_settings(folder: Path) -> Settings:
    return load_settings(config(folder, "webhook:\n  secret: wh-secret\n"), {"TELEGRAM_TOKEN": TOKEN})


def test_secrets_are_shown_nowhere(tmp_path: Path) -> None:
    settings = secret_settings(tmp_path)
    shown = f"{settings!r} {settings} {settings.token} {settings.token!r} {settings.webhook.secret}"
    assert TOKEN not in shown and "wh-secret" not in shown
    assert settings.secrets == (TOKEN, "wh-secret")


def test_wrong_webhook_secret_is_named_but_not_shown(tmp_path: Path) -> None:
    (problem,) = complaints(config(tmp_path, "webhook:\n  secret: пароль\n"), {})
    assert "webhook.secret" in problem and "пароль" not in problem
