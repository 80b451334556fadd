"""A period is frozen as it goes out, once nothing is wrong with it and everything is decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dap_tui.check import check
from dap_tui.errors import WriteRefused
from dap_tui.published import PublishedIndicator
from dap_tui.publishing import publish
from dap_tui.reading.workspace import read_workspace
from dap_tui.rules.base import CATALOGUE, HEADER, NARRATIVE, RETURN, ROWS, laid_over

DAY = date(2024, 2, 14)
FILE = "returns/2023-24-Q3/published.toml"
TARGET = CATALOGUE.replace('unit = "count"\n', 'unit = "count"\ntarget.always = { value = 600 }\n')
HELD = '[[exception]]\nindicators = ["idas-referred"]\nrules = ["off-target"]\ndecision = "hold"\ntext = "Seen."\n'


def workspace(root: Path, files: Mapping[str, str]) -> Path:
    for name, text in laid_over(files).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


def published(root: Path, period: str = "2023-24-Q3", *, force: bool = False) -> Mapping[str, PublishedIndicator]:
    found = read_workspace(root)
    at = found.period(period)
    publish(found, at, check(found, DAY), DAY, force=force)
    return read_workspace(root).published[at].indicators


def test_a_quarter_is_frozen_with_its_figures_and_what_was_said_of_them(tmp_path: Path) -> None:
    told = published(workspace(tmp_path, {}))
    assert told["idas-referred"] == PublishedIndicator(
        "idas-referred", Decimal(448), None, "", "data-only", "none", "none"
    )  # type: ignore[arg-type]  # words of the enums
    assert list(told) == ["idas-referred", "idas-marac-repeat", "idas-grant"]
    assert check(read_workspace(tmp_path), DAY) == ()


def test_what_changes_afterwards_is_found(tmp_path: Path) -> None:
    published(workspace(tmp_path, {}))
    (tmp_path / RETURN).write_text(HEADER + ROWS.replace("448", "450"))
    assert [each.code for each in check(read_workspace(tmp_path), DAY)] == ["REV201"]


def test_a_year_is_frozen_in_a_folder_of_its_own(tmp_path: Path) -> None:
    returns = {RETURN: HEADER, "returns/2022-23/idas.csv": HEADER + ROWS}
    catalogue = {"catalogue.toml": CATALOGUE.replace('from = "2023-24-Q3"\n', "")}
    told = published(workspace(tmp_path, {**catalogue, **returns}), "2022-23", force=True)
    assert told["idas-marac-repeat"].value == 30
    assert (tmp_path / "returns/2022-23/published.toml").is_file()


def test_nothing_is_published_while_there_is_an_error(tmp_path: Path) -> None:
    root = workspace(tmp_path, {RETURN: HEADER + ROWS.replace("30%", "130%")})
    with pytest.raises(WriteRefused, match=rf"an error at {RETURN}:3:20; see 'dap check' and mend it, or .* --force"):
        published(root)
    assert not (root / FILE).exists()
    assert list(published(root, force=True)) == ["idas-referred", "idas-marac-repeat", "idas-grant"]


def test_nothing_is_published_while_an_exception_is_undecided(tmp_path: Path) -> None:
    root = workspace(tmp_path, {"catalogue.toml": TARGET})
    with pytest.raises(WriteRefused, match="nobody has decided on exceptions of idas-referred in Q3 2023/24"):
        published(root)
    assert not (root / FILE).exists()
    (root / NARRATIVE).write_text(HELD)
    assert published(root)["idas-referred"].status == "red"


def test_many_undecided_ones_are_counted(tmp_path: Path) -> None:
    more = "".join(
        f'[[indicator]]\nid = "n-{each}"\ntitle = "N"\nsource = "idas"\nunit = "count"\npolarity = "higher"\n'
        f'from = "2023-24-Q3"\ntarget.always = {{ value = 600 }}\n'
        for each in range(4)
    )
    rows = "".join(f"n-{each},,1,\n" for each in range(4))
    root = workspace(tmp_path, {"catalogue.toml": CATALOGUE + more, RETURN: HEADER + ROWS + rows})
    with pytest.raises(WriteRefused, match="n-0, n-1, n-2 and 1 more"):
        published(root)


def test_what_was_published_is_not_written_over_unless_forced(tmp_path: Path) -> None:
    root = workspace(tmp_path, {})
    published(root)
    before = (root / FILE).read_bytes()
    with pytest.raises(WriteRefused, match="Q3 2023/24 was published on 2024-02-14 already"):
        published(root)
    assert (root / FILE).read_bytes() == before
    (root / RETURN).write_text(HEADER + ROWS.replace("448", "450"))
    assert published(root, force=True)["idas-referred"].value == 450


def test_a_broken_record_is_not_written_over_either(tmp_path: Path) -> None:
    root = workspace(tmp_path, {FILE: "= what the board was told"})
    with pytest.raises(WriteRefused, match="was published already"):
        published(root)
    assert (root / FILE).read_text() == "= what the board was told"


@pytest.mark.parametrize("period", ["2024-25-Q1", "2019-20"])
def test_of_a_period_without_a_return_there_is_nothing_to_publish(period: str, tmp_path: Path) -> None:
    root = workspace(tmp_path, {})
    for force in (False, True):
        with pytest.raises(WriteRefused, match="nothing was returned"):
            published(root, period, force=force)
    assert not (root / "returns" / period).exists()


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    root = workspace(tmp_path / "workspace", {})
    (root / FILE).symlink_to(tmp_path / "elsewhere.toml")
    for force in (False, True):
        with pytest.raises(WriteRefused):
            published(root, force=force)
    assert not (tmp_path / "elsewhere.toml").exists()


SMALL = (
    CATALOGUE.replace('unit = "count"\n', 'unit = "count"\nbreakdown = "Area"\n') + "[defaults]\nsuppress_below = 5\n"
)
PARTS = "idas-referred,,448,\nidas-referred,North,2,\nidas-referred,South,46,\nidas-referred,West,400,\n"


def test_figures_are_the_true_ones_and_what_went_out_as_c_is_marked(tmp_path: Path) -> None:
    rows = ROWS.replace("idas-referred,,448,\n", PARTS)
    root = workspace(tmp_path, {"catalogue.toml": SMALL, RETURN: HEADER + rows})
    told = published(root)["idas-referred"]
    assert (told.value, told.hidden) == (448, ("North", "South"))
    assert "2.0" not in (root / FILE).read_text().split("idas-referred")[1].split("[[")[0]


def test_a_small_total_goes_out_as_c_and_what_it_would_tell_is_not_told(tmp_path: Path) -> None:
    catalogue = TARGET + "[defaults]\nsuppress_below = 5\n"
    files = {"catalogue.toml": catalogue, RETURN: HEADER + ROWS.replace("448", "3"), NARRATIVE: HELD}
    told = published(workspace(tmp_path, files))["idas-referred"]
    assert (told.value, told.hidden, told.status) == (3, ("",), "red")
    assert check(read_workspace(tmp_path), DAY) == ()


def test_what_went_out_stays_as_it_went_out_when_nothing_is_suppressed_any_more(tmp_path: Path) -> None:
    from dap_tui.disclosure import Publisher

    rows = ROWS.replace("idas-referred,,448,\n", PARTS)
    root = workspace(tmp_path, {"catalogue.toml": SMALL, RETURN: HEADER + rows})
    published(root)
    (root / "catalogue.toml").write_text(SMALL.replace("suppress_below = 5", ""))
    found = read_workspace(root)
    rows_told = Publisher(found, DAY).assess(found.period("2023-24-Q3")).position["idas-referred"].breakdown
    assert {row.name: str(row.value) for row in rows_told} == {"North": "None", "South": "None", "West": "400"}


def test_into_a_folder_that_is_read_only_nothing_is_published_and_no_other_is_to_be_named(tmp_path: Path) -> None:
    """There is one place for what was told of a period."""
    folder = (workspace(tmp_path, {}) / FILE).parent
    folder.chmod(0o555)
    try:
        with pytest.raises(WriteRefused) as refused:
            published(tmp_path)
    finally:
        folder.chmod(0o755)
    assert str(refused.value).endswith(
        "is read-only, so that nothing was published; let it be written to, and publish again"
    )
    published(tmp_path)
    (tmp_path / FILE).chmod(0o444)
    with pytest.raises(
        WriteRefused, match=r"^published\.toml of Q3 2023/24 is read-only, so that nothing was published"
    ):
        published(tmp_path, force=True)
