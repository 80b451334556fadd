"""A shell completes commands, options, periods, sources and indicators, and runs nothing of what a file says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.completion import get_completion_script

ORDER = "touch pwned"
NASTY = (
    rf"""`{ORDER}` $({ORDER}) \$({ORDER}) '; {ORDER}; ' "; {ORDER}; " """
    r"""::: a:b * ~ [red] [/] [x] )) %B 50% <b> \n !! ; | & # é"""
)
MORE = f"""
[[source]]
id = "other"
name = '''{NASTY}'''
[[indicator]]
id = "heard"
code = "CP03-P177"
title = '''{NASTY}'''
source = "other"
unit = "count"
"""


@pytest.fixture
def offered(dap, monkeypatch):
    """What is offered for the last word of a line, as zsh, bash and others ask for it: by environment."""

    def ask(line: str, shell: str = "fish") -> list[str]:
        for name, value in asked(line, shell).items():
            monkeypatch.setenv(name, value)
        answer = dap()
        assert answer.err == ""
        return answer.out.strip("\n").split("\n") if answer.out.strip() else []

    return ask


def asked(line: str, shell: str) -> dict[str, str]:
    """The environment in which a shell's script asks how to go on with a line."""
    return {
        "_DAP_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": line.rpartition(" ")[2],
        "COMP_WORDS": line.replace(" ", "\n"),
        "COMP_CWORD": str(line.count(" ")),
    }


def words(offers: list[str]) -> list[str]:
    return [offer.partition("\t")[0] for offer in offers]


@pytest.mark.parametrize(
    ("line", "offers"),
    [
        ("dap te", ["template"]),
        ("dap show --per", ["--period"]),
        ("dap show --period ", ["2023-24", "2023-24-Q2", "2023-24-Q1"]),
        ("dap export -p 2023-24-Q", ["2023-24-Q2", "2023-24-Q1"]),
        ("dap export --format ", ["markdown", "html", "json", "csv"]),
        ("dap export --format=h", ["--format=html"]),
        ("dap check --fail-on w", ["warning"]),
        ("dap show ", ["seen"]),
        ("dap show seen ", []),
        ("dap template ", ["2023-24-Q3", "2023-24-Q2", "2023-24-Q1"]),
        ("dap template 2023-24-Q3 --source ", ["some"]),
        ("dap template 2023-24-Q3 --source some --source ", []),
        ("dap init --example b", ["barnsley"]),
        ("dap help m", ["measures"]),
        ("dap explain RET20", [f"RET20{number}" for number in range(1, 10)]),
        ("dap explain rev1", [f"rev10{number}" for number in range(1, 9)]),
    ],
)
def test_what_may_stand_there_is_offered(offered, place, line, offers):
    assert words(offered(line)) == offers


def test_an_indicator_is_offered_with_its_title_and_by_its_code_where_that_is_typed(offered, place):
    (place / "catalogue.toml").write_text((place / "catalogue.toml").read_text() + MORE)
    assert offered("dap show ")[0] == "seen\tPeople seen"
    assert words(offered("dap show CP")) == ["CP03-P177"]
    assert words(offered("dap show CP03-P177 ")) == ["seen"]


def test_a_year_is_offered_for_a_blank_return_where_something_has_one_figure_a_year(offered, place):
    with (place / "catalogue.toml").open("a") as catalogue:
        catalogue.write('[[indicator]]\nid = "y"\ntitle = "Y"\nsource = "some"\nunit = "count"\nfrequency = "year"\n')
    assert words(offered("dap template "))[0] == "2023-24"


@pytest.mark.parametrize(
    "line", ["dap -C {} show ", "dap show -C {} ", "dap show --workspace={} ", "dap show -C '{}' "]
)
def test_the_workspace_is_the_one_that_the_line_names(offered, place, monkeypatch, tmp_path_factory, line):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert offered("dap show ") == []
    assert words(offered(line.format(place))) == ["seen"]


@pytest.mark.parametrize("line", ["dap -C ~/{} show ", "dap show -C $HOME/{} "])
def test_a_folder_is_named_as_people_type_it(offered, place, monkeypatch, line):
    monkeypatch.setenv("HOME", str(place.parent))
    monkeypatch.setenv("USERPROFILE", str(place.parent))
    monkeypatch.chdir(place.parent)
    assert words(offered(line.format(place.name))) == ["seen"]


def test_the_workspace_may_be_named_by_the_environment(offered, place, monkeypatch, tmp_path_factory):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    monkeypatch.setenv("DAP_WORKSPACE", str(place))
    assert words(offered("dap show ")) == ["seen"]


@pytest.mark.parametrize("catalogue", ["[partnership\n", "format = 9\n", "indicator = 1\n", "\x00", None])
@pytest.mark.parametrize(
    "line", ["dap show ", "dap show --period ", "dap template ", "dap template 2023-24-Q3 --source "]
)
def test_a_broken_workspace_offers_nothing_and_says_nothing(offered, place, catalogue, line):
    (place / "catalogue.toml").unlink()
    if catalogue is None:
        (place / "catalogue.toml").mkdir()
    else:
        (place / "catalogue.toml").write_text(catalogue)
    assert [each for each in offered(line) if not each.startswith("20")] == []


@pytest.mark.parametrize("line", ["dap nonsense ", "dap show --nonsense ", "dap show 'un", "dap --period "])
def test_a_line_that_makes_no_sense_is_answered_without_a_word(offered, place, line):
    offered(line)


@pytest.mark.parametrize("shell", ["powershell", "pwsh"])
def test_powershell_is_told_a_word_and_what_it_is(offered, place, shell):
    (place / "catalogue.toml").write_text((place / "catalogue.toml").read_text() + MORE)
    for line in offered("dap show ", shell):
        assert line.count(":::") == 1
        assert all(line.split(":::"))


def test_only_the_catalogue_is_read(place):
    said = "import sys\nfrom dap_tui.cli import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    environment = {**os.environ, **asked("dap show ", "zsh")}
    ran = subprocess.run([sys.executable, "-c", said], env=environment, capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in ran.stderr.split()}
    assert "People seen" in ran.stdout
    assert loaded.isdisjoint({"rich", "textual", "polars", "openpyxl", "tomlkit"})


def test_help_names_the_switch(dap):
    assert "--install-completion" in dap("--help").out


@pytest.mark.parametrize("switch", ["--install-completion", "--show-completion"])
def test_a_shell_that_is_not_known_is_told_which_are(dap, monkeypatch, switch):
    monkeypatch.setattr("typer.completion._get_shell_name", lambda: "csh")
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: "csh")
    answer = dap(switch)
    assert answer.status == 2
    assert "bash, zsh, fish and PowerShell" in answer.err


# In real shells, where they are there: each runs the script that --install-completion puts in place.

BASH = """
COMP_WORDS=(dap show ''); COMP_CWORD=2; _dap_completion dap; printf '%s\\n' "${COMPREPLY[@]}"
COMP_WORDS=(dap template 2023-24-Q3 --source ''); COMP_CWORD=4; _dap_completion dap; printf '%s\\n' "${COMPREPLY[@]}"
COMP_WORDS=(dap export --format = h); COMP_CWORD=4; _dap_completion dap; printf '%s\\n' "${COMPREPLY[@]}"
"""
ZSH = """
_describe() { print -rl -- "${offers[@]}" }
compset() {}
words=(dap show ''); CURRENT=3; _dap_completion
words=(dap template 2023-24-Q3 --source ''); CURRENT=5; _dap_completion
"""
FISH = """
complete -C 'dap show '
complete -C 'dap template 2023-24-Q3 --source '
"""


@pytest.mark.parametrize(
    ("shell", "command", "before", "after"),
    [
        ("bash", ["bash", "--norc", "-c"], "", BASH),
        ("zsh", ["zsh", "-fc"], "compdef() {}\n", ZSH),
        ("fish", ["fish", "--no-config", "-c"], "", FISH),
    ],
)
def test_a_real_shell_is_offered_the_texts_and_runs_none_of_them(
    place, tmp_path_factory, shell, command, before, after
):
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed here")
    (place / "catalogue.toml").write_text((place / "catalogue.toml").read_text() + MORE)
    script = get_completion_script(prog_name="dap", complete_var="_DAP_COMPLETE", shell=shell)
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    environment["HOME"] = str(tmp_path_factory.mktemp("home"))
    ran = subprocess.run(
        [*command, f"{before}{script}\n{after}"],
        env=environment, cwd=place, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert ran.stderr == ""
    assert not list(place.rglob("*pwned*"))
    said = " ".join(NASTY.split())
    separator = {"bash": None, "zsh": ":", "fish": "\t"}[shell]
    shown = ("seen", "heard", "some", "other") if separator is None else (
        f"seen{separator}People seen", f"heard{separator}{said}", f"some{separator}Some", f"other{separator}{said}"
    )  # fmt: skip
    assert sorted(ran.stdout.splitlines()) == sorted([*shown, *(["html"] if shell == "bash" else [])])
