"""A narrative is saved whole and at once, and never over what someone else wrote since it was read."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dap_tui.errors import ChangedMeanwhile, WriteRefused
from dap_tui.narrative import DecidedException, Decision
from dap_tui.period import Quarter, Year
from dap_tui.reading.workspace import read_workspace
from dap_tui.rules.base import BASE
from dap_tui.writing.narrative_entries import with_decision
from dap_tui.writing.narrative_file import open_narrative, save, why_read_only
from dap_tui.writing.period_folder import period_file

Q3 = Quarter.parse("2023-24-Q3")
REPORT = DecidedException(("idas-grant",), Decision.REPORT, (), "The grant ran out.")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in BASE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def test_a_decision_that_was_saved_is_read_again(root: Path) -> None:
    file = open_narrative(root, Q3)
    assert file.read is None
    after = save(file, with_decision(file.read, REPORT))
    assert after == open_narrative(root, Q3)
    found = read_workspace(root)
    assert found.findings == ()
    assert found.narratives[Q3].exceptions[0].text == "The grant ran out."
    assert [each.name for each in after.path.parent.iterdir() if each.name.startswith(".")] == []


def test_saving_again_goes_on_from_what_was_saved(root: Path) -> None:
    file = open_narrative(root, Q3)
    for text in ("One.", "Two."):
        file = save(file, with_decision(file.read, DecidedException(("idas-grant",), Decision.HOLD, (), text)))
    assert file.path.read_text().count("[[exception]]") == 1
    assert save(file, file.read or b"") is file


def test_the_mode_is_kept(root: Path) -> None:
    path = root / "returns/2023-24-Q3/narrative.toml"
    path.write_text("# ours\n")
    path.chmod(0o640)
    file = open_narrative(root, Q3)
    save(file, with_decision(file.read, REPORT))
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_folder_is_made_where_the_period_has_none(root: Path) -> None:
    file = open_narrative(root, Year.parse("2022-23"))
    save(file, with_decision(file.read, REPORT))
    assert (root / "returns/2022-23/narrative.toml").is_file()


@pytest.mark.parametrize("name", ["2022_23_q4", "2022-23 Q4"])
def test_a_folder_that_names_the_period_in_another_way_is_its_folder(name: str, root: Path) -> None:
    (root / "returns" / name).mkdir()
    assert period_file(root, Quarter.parse("2022-23-Q4"), "narrative.toml").parent.name == name


def test_of_two_folders_the_one_that_is_read_is_written(root: Path) -> None:
    (root / "returns/2023_24_Q3").mkdir()
    (root / "returns/2023_24_Q3/narrative.toml").write_text("# here\n")
    assert open_narrative(root, Q3).read == b"# here\n"


def test_what_someone_else_wrote_since_is_never_written_over_and_both_texts_are_there(root: Path) -> None:
    path = root / "returns/2023-24-Q3/narrative.toml"
    path.write_bytes(b"# as it was\n")
    file = open_narrative(root, Q3)
    path.write_bytes(b"# theirs\n")
    with pytest.raises(ChangedMeanwhile, match="changed by someone else") as refused:
        save(file, with_decision(file.read, REPORT))
    assert path.read_bytes() == b"# theirs\n"
    assert refused.value.theirs == b"# theirs\n"
    assert refused.value.mine.startswith(b"# as it was\n\n[[exception]]")
    again = open_narrative(root, Q3)
    save(again, with_decision(again.read, REPORT))
    assert path.read_text().startswith("# theirs\n\n[[exception]]")


@pytest.mark.parametrize("theirs", [b"# theirs\n", None], ids=["made", "gone"])
def test_a_file_that_came_or_went_since_is_a_change_too(theirs: bytes | None, root: Path) -> None:
    path = root / "returns/2023-24-Q3/narrative.toml"
    if theirs is None:
        path.write_bytes(b"# ours\n")
    file = open_narrative(root, Q3)
    path.write_bytes(theirs) if theirs is not None else path.unlink()
    with pytest.raises(ChangedMeanwhile) as refused:
        save(file, with_decision(file.read, REPORT))
    assert refused.value.theirs == theirs


def test_nothing_is_written_or_read_through_a_link(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "narrative.toml").write_text("secret")
    path = root / "returns/2023-24-Q3/narrative.toml"
    path.symlink_to(outside / "narrative.toml")
    with pytest.raises(WriteRefused, match="is a link"):
        open_narrative(root, Q3)
    assert why_read_only(root, Q3) is not None
    (root / "returns/2023-24-Q2").symlink_to(outside)
    with pytest.raises(WriteRefused, match="is a link"):
        open_narrative(root, Q3.previous)


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_what_is_no_file_is_refused(kind: str, root: Path) -> None:
    path = root / "returns/2023-24-Q3/narrative.toml"
    path.mkdir() if kind == "folder" else os.mkfifo(path)
    with pytest.raises(WriteRefused, match="no plain file"):
        open_narrative(root, Q3)
    assert why_read_only(root, Q3) is not None


def test_a_workspace_that_can_be_written_says_nothing(root: Path) -> None:
    assert why_read_only(root, Q3) is None
    assert why_read_only(root, Year.parse("2019-20")) is None


@pytest.mark.parametrize("name", ["", "narrative.toml"])
def test_a_read_only_workspace_says_so_beforehand(name: str, root: Path) -> None:
    folder = root / "returns/2023-24-Q3"
    (folder / "narrative.toml").write_text("")
    (folder / name).chmod(0o555 if not name else 0o444)
    try:
        assert "is read-only" in (why_read_only(root, Q3) or "")
    finally:
        (folder / name).chmod(0o755)


def test_the_library_that_edits_in_place_is_loaded_only_to_edit(root: Path) -> None:
    program = (
        "import sys; from dap_tui.writing import narrative_entries, narrative_file; print('tomlkit' in sys.modules);"
        "from dap_tui.narrative import Commentary; narrative_entries.with_commentary(None, Commentary('a', 'New.'));"
        "print('tomlkit' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\nFalse\n", "a new entry needs no editing"


SAVE_FOR_EVER = """
import itertools, sys
from pathlib import Path
from dap_tui.narrative import DecidedException, Decision
from dap_tui.period import Quarter
from dap_tui.writing.narrative_entries import with_decision
from dap_tui.writing.narrative_file import open_narrative, save
period = Quarter.parse("2023-24-Q3")
file = open_narrative(Path(sys.argv[1]), period)
contents = [with_decision(None, DecidedException(("a",), Decision.REPORT, (), each * 20_000)) for each in "xy"]
print("ready", flush=True)
for content in itertools.cycle(contents):
    file = save(file, content)
"""


def test_killed_at_any_moment_the_old_or_the_new_file_stands(root: Path) -> None:
    whole = {with_decision(None, DecidedException(("a",), Decision.REPORT, (), each * 20_000)) for each in ("x", "y")}
    path = root / "returns/2023-24-Q3/narrative.toml"
    for seed in range(6):
        with subprocess.Popen(
            [sys.executable, "-c", SAVE_FOR_EVER, str(root)], stdout=subprocess.PIPE, text=True
        ) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "ready\n"
            while not path.exists():
                time.sleep(0.001)
            time.sleep(random.Random(seed).uniform(0, 0.03))  # noqa: S311 # any moment will do
            child.kill()
        assert path.read_bytes() in whole
    assert [each.code for each in read_workspace(root).findings] == ["NAR201"]


SAVE_OWN = """
import sys
from pathlib import Path
from dap_tui.errors import ChangedMeanwhile
from dap_tui.narrative import Commentary
from dap_tui.period import Quarter
from dap_tui.writing.narrative_entries import with_commentary
from dap_tui.writing.narrative_file import open_narrative, save
for number in range(5):
    while True:
        file = open_narrative(Path(sys.argv[1]), Quarter.parse("2023-24-Q3"))
        try:
            save(file, with_commentary(file.read, Commentary(f"{sys.argv[2]}-{number}", "said")))
            break
        except ChangedMeanwhile:
            pass
"""


def test_several_who_write_at_once_lose_nothing(root: Path) -> None:
    children = [subprocess.Popen([sys.executable, "-c", SAVE_OWN, str(root), name]) for name in "abc"]
    assert [child.wait() for child in children] == [0, 0, 0]
    text = (root / "returns/2023-24-Q3/narrative.toml").read_text()
    assert text.count("[[commentary]]") == 15
    assert all(f'"{name}-{number}"' in text for name in "abc" for number in range(5))
