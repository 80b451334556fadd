"""The action plan on the screen: late against the day, and what has moved since it was first spoken of."""

from __future__ import annotations

from datetime import date


def test_beside_an_action_stand_its_indicators_and_from_what_they_have_moved(sample):
    lines = sample.press("7").splitlines()
    at = next(at for at, line in enumerate(lines) if "% of people offered" in line)
    assert "from 75% in Q2 2023/24" in lines[at + 1]
    assert lines[at + 1].endswith("64%  ↓ worse")


def test_an_action_moves_since_the_first_quarter_it_was_spoken_of(sample_folder, desk_at):
    earlier = '[[action]]\nid = "second"\nstatus = "on-track"\n'
    (sample_folder / "returns/2023-24-Q1/narrative.toml").write_text(earlier, encoding="utf-8")
    assert "from 78% in Q4 2022/23" in desk_at(sample_folder).press("7")


def test_what_is_late_depends_on_the_day(sample):
    sample.session.as_of = date(2023, 11, 1)
    sample.session.take(sample.session.reading)
    assert "was due" not in sample.press("7")
    assert "at risk" in sample.screen


def test_nothing_is_late_once_it_is_said_to_be_done(sample_folder, desk_at):
    path = sample_folder / "returns/2023-24-Q3/narrative.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("at-risk", "done"), encoding="utf-8")
    screen = desk_at(sample_folder).press("7")
    assert "1 late" not in screen
    assert "done" in screen


def test_what_was_said_last_holds_with_its_quarter_and_each_quarters_status_is_told(sample_folder, desk_at):
    (sample_folder / "returns/2023-24-Q3/narrative.toml").unlink()
    for quarter, status, words in (("Q1", "on-track", "Agreed."), ("Q2", "at-risk", "Nobody applied.")):
        said = f'[[action]]\nid = "train"\nstatus = "{status}"\ntext = "{words}"\n'
        (sample_folder / f"returns/2023-24-{quarter}/narrative.toml").write_text(said, encoding="utf-8")
    screen = desk_at(sample_folder).press("7")
    train = screen[screen.index("Train every advisor") :]
    assert train.splitlines()[0].endswith("at risk")
    assert "due 30 Jun 2024 · Q1 on track, Q2 at risk" in train
    assert "Q2: Nobody applied." in train


def test_an_action_has_its_aim_and_where_it_is_from(sample_folder, desk_at):
    path = sample_folder / "catalogue.toml"
    text = path.read_text(encoding="utf-8").replace(
        'title = "The right support"', 'title = "Support"\naims = ["A home"]'
    )
    aim = 'id = "train"\npriorities = ["support"]\naim = "A home"'
    path.write_text(text.replace('id = "train"', aim), encoding="utf-8")
    screen = desk_at(sample_folder).press("7")
    assert "Aim: A home" in screen
    assert "was due 30 Nov 2023 · Strategy 2020" in screen


def test_where_every_action_has_an_aim_they_stand_under_it_and_it_is_said_once(barnsley):
    barnsley.height = 200
    screen = barnsley.press("7")
    aim = "Aim: Ensure the development of services is driven by the needs of survivors"
    assert screen.count(aim) == 1
    after = screen[screen.index(aim) :]
    assert (
        after.index("Establish a framework")
        < after.index("Establish a Lived Experience Group")
        < after.index("Aim:", 1)
    )


def test_a_plan_without_dates_says_so(sample_folder, desk_at):
    path = sample_folder / "catalogue.toml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("due = ")), encoding="utf-8")
    assert "none has a due date" in desk_at(sample_folder).press("7")
