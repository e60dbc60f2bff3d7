"""Postings on disk: what is opened is what was saved, and what is damaged or foreign is told, never answered from."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import IO, Any
from zlib import crc32

import numpy as np
import pytest

from retrieval.postings import FolderError, Postings, build_postings, open_postings, save_postings, spliced
from tests.test_retrieval_postings_splice import assert_same

CORPUS = [["нефть", "цена", "цена"], [], ["газ", "цена"], ["транзит"]]
FILES = ("checksums", "ends", "spellings", "starts", "documents", "counts", "parts", "lengths", "bounds")


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    save_postings(build_postings(CORPUS, k1=0.9, b=0.4), tmp_path / "index")
    return tmp_path / "index"


@pytest.mark.parametrize("corpus", [CORPUS, [], [[], []]])
def test_what_is_opened_is_what_was_saved(corpus: list[list[str]], tmp_path: Path) -> None:
    postings = build_postings(corpus, k1=0.9, b=0.4, delta=0.5)
    save_postings(postings, tmp_path / "new" / "index")
    assert_same(open_postings(tmp_path / "new" / "index"), postings)
    assert list((tmp_path / "new").iterdir()) == [tmp_path / "new" / "index"]


def test_opened_postings_answer_splice_and_are_saved_again(saved: Path, tmp_path: Path) -> None:
    opened = open_postings(saved)
    assert opened.top(["цена", "газ"], 3).documents.tolist() == [2, 0]
    changed = spliced(opened, np.array([0, 2, 3]), [["цена"]], np.array([1]))
    save_postings(changed, tmp_path / "next")
    assert_same(open_postings(tmp_path / "next"), build_postings([CORPUS[0], ["цена"], *CORPUS[2:]], k1=0.9, b=0.4))


def test_arrays_are_mapped_and_no_pickle_is_among_them(saved: Path) -> None:
    assert isinstance(open_postings(saved).documents.base, np.memmap)
    assert {path.name for path in saved.iterdir()} == {"manifest.json", *(f"{name}.npy" for name in FILES)}
    for name in FILES:
        assert not np.load(saved / f"{name}.npy", allow_pickle=False).dtype.hasobject


def test_another_directory_is_not_written_over(saved: Path) -> None:
    with pytest.raises(FileExistsError, match="new directory"):
        save_postings(build_postings([["другое"]]), saved)
    assert open_postings(saved).frequency("цена") == 2


@pytest.mark.parametrize("name", FILES)
def test_a_flipped_bit_is_told(saved: Path, name: str) -> None:
    path = saved / f"{name}.npy"
    held = bytearray(path.read_bytes())
    held[-1] ^= 1
    path.write_bytes(held)
    with pytest.raises(FolderError, match=rf"{name}\.npy is damaged: its checksum"):
        open_postings(saved)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("size", [0, 40, -1])
def test_a_file_cut_short_is_told_without_reading_it_through(saved: Path, name: str, size: int) -> None:
    path = saved / f"{name}.npy"
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(FolderError, match=rf"{name}\.npy is missing or damaged"):
        open_postings(saved, check=False)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_told(saved: Path, name: str) -> None:
    (saved / f"{name}.npy").unlink()
    with pytest.raises(FolderError, match=rf"{name}\.npy is missing"):
        open_postings(saved)


def test_an_array_of_another_index_is_told(saved: Path) -> None:
    np.save(saved / "counts.npy", np.ones(5, dtype=np.uint16))
    with pytest.raises(FolderError, match="is not the array that the manifest tells of"):
        open_postings(saved)


def test_a_pickle_is_not_opened(saved: Path) -> None:
    np.save(saved / "counts.npy", np.array([{}], dtype=object), allow_pickle=True)
    with pytest.raises(FolderError, match=r"counts\.npy"):
        open_postings(saved)


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", '{"format": 1, "crc32": 0}', "\udc80"])
def test_a_foreign_manifest_is_told(saved: Path, text: str) -> None:
    (saved / "manifest.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(FolderError, match=r"manifest\.json"):
        open_postings(saved)


def test_a_directory_without_postings_is_told(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(FolderError, match=r"manifest\.json"):
            open_postings(folder)


def signed(body: dict[str, Any]) -> str:
    return json.dumps({**body, "crc32": crc32(json.dumps(body, sort_keys=True).encode())})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"format": 99}, "of format 99, this version reads 1"),
        ({"arrays": {}}, "something else than postings"),
        ({"facts": {"a": 1}}, "something else than postings"),
    ],
)
def test_another_format_is_told(saved: Path, change: dict[str, Any], message: str) -> None:
    path = saved / "manifest.json"
    body = json.loads(path.read_text(encoding="utf-8"))
    del body["crc32"]
    path.write_text(signed({**body, **change}), encoding="utf-8")
    with pytest.raises(FolderError, match=message):
        open_postings(saved)


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(file: IO[bytes], array: object, **options: object) -> None:
        if file.name.endswith("counts.npy"):
            raise OSError(28, "No space left on device")
        written(file, array, **options)

    written: Any = np.save
    monkeypatch.setattr(np, "save", full)
    with pytest.raises(OSError, match="No space"):
        save_postings(build_postings(CORPUS), tmp_path / "index")
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_is_no_hindrance(tmp_path: Path) -> None:
    draft = tmp_path / f".index.{os.getpid()}.draft"
    draft.mkdir()
    (draft / "counts.npy").write_bytes(b"half")
    postings: Postings = build_postings(CORPUS)
    save_postings(postings, tmp_path / "index")
    assert_same(open_postings(tmp_path / "index"), postings)
    assert not draft.exists()
