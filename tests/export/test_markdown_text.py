"""What is in a cell is what is seen, in two CommonMark engines and in pandoc's own Markdown."""

import re
import shutil
import subprocess
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dap_tui.export.markdown.table import Heading, table
from dap_tui.export.markdown.tables import notes_blocks
from dap_tui.export.markdown.text import bold, document, inline, line, prose
from dap_tui.export.notes import letters

ENGINE = MarkdownIt("commonmark").enable("table")
NASTY = [
    "a | b", r"a \| b", "\\", "ends in \\", "# heading", "title #", "##", "- bullet", "+ plus", "* star",
    "1. one", "1) one", "(1) one", "(a) one", "a. one", "A) one", "iv. one", "#. one", "(@) one", "> quote",
    "===", "---", "***", "___", "~~~", "```", "`code`", "*it* **bold** __b__ _i_", "snake_case_word",
    "~~gone~~ H~2~O x^2^", "[x]", "[x] done", "[ ] open", "[link](http://example.org)", "![image](x.png)",
    "[^1]", "[ref]: http://example.org", "<b>bold</b>", "<script>alert(1)</script>", "<!-- hidden -->",
    "<http://example.org>", "https://example.org/a_b", "www.example.org", "a@example.org",
    "&amp; &lt; &#35; &copy;", "AT&T", ":smile:", "$x^2$ and $$y$$", "100% {#id .class}", ": definition",
    "| pipe", "=1+1", "@user #12", "a -- b --- c ... d", "'single' \"double\"", "(c) (r) (tm)", r"\begin{x}",
    "% title", "+1", "–", "30%", "café 日本", "x\u00a0y", "a*b*c", "_", "*", "2 * 3 * 4", "\\*", "http://a.b|c",
    "[[wiki]]", "{{x}}",
]  # fmt: skip


class Seen(HTMLParser):
    """What a reader sees of some HTML: its text, and the tags that it should not have."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.append(tag)
        if tag in {"td", "p", "li", "th"}:
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def lines(self) -> list[str]:
        return [flat(each) for each in self.text.split("\n") if flat(each)]


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def in_a_table(texts: list[str]) -> str:
    return table([Heading("Cell"), Heading("End")], [[inline(text), "end"] for text in texts]) + "\n"


@pytest.mark.parametrize("text", NASTY)
def test_a_cell_shows_its_text(text: str) -> None:
    seen = Seen(ENGINE.render(in_a_table([text])))
    assert seen.lines == ["Cell", "End", flat(text), "end"]
    assert set(seen.tags) == {"table", "thead", "tbody", "tr", "th", "td"}


@pytest.mark.parametrize("text", NASTY)
def test_a_line_a_heading_and_bold_show_their_text(text: str) -> None:
    assert Seen(ENGINE.render(line(text))).lines == [flat(text)]
    assert flat(Seen(ENGINE.render(f"# {inline(text)}")).text) == flat(text)
    seen = Seen(ENGINE.render(f"- {bold(text)}: more"))
    assert (seen.lines, seen.tags) == ([f"{flat(text)}: more"], ["ul", "li", "strong"])


@pytest.mark.parametrize("dialect", ["gfm", "markdown-smart", "commonmark_x-smart"])
@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_shows_the_same(dialect: str) -> None:
    lines = [
        block
        for text in NASTY
        for block in (line(text), f"- {bold(text)}: more", f"# {inline(text)}", f"- {line(text)}")
    ]
    source = document([in_a_table(NASTY), *lines])
    done = subprocess.run(
        ["pandoc", "-f", dialect, "-t", "html", "--wrap=none"],  # noqa: S607 # whichever is there
        input=source, capture_output=True, text=True, check=True,
    )  # fmt: skip
    seen = Seen(done.stdout)
    assert flat(seen.text) == flat(Seen(ENGINE.render(source)).text)
    assert not set(seen.tags) & {"a", "img", "em", "code", "del", "sup", "sub", "script", "b", "input", "br", "ol"}


@pytest.mark.parametrize("render", ["markdown-it", "pandoc"])
def test_notes_are_lines_of_one_paragraph_and_show_their_text(render: str) -> None:
    (block,) = notes_blocks((letters(at), text) for at, text in enumerate(NASTY))
    if render == "pandoc":
        pandoc = shutil.which("pandoc") or pytest.skip("pandoc is not installed")
        command = [pandoc, "-f", "markdown-smart", "-t", "html", "--wrap=none"]
        html = subprocess.run(command, input=block, capture_output=True, text=True, check=True).stdout
    else:
        html = ENGINE.render(block)
    assert set(Seen(html).tags) == {"p", "br"}
    said = [flat(Seen(each).text) for each in html.split("<br />")]
    assert said == [f"({letters(at)}) {flat(text)}" for at, text in enumerate(NASTY)]


@pytest.mark.parametrize("word", ["safeguarding", "●\u00a0green", r"\[x\]\u00a0(a)", "▁▂▃▄▅▆▇▇"])
def test_a_column_has_room_for_its_longest_word_and_the_title_for_the_most(word: str) -> None:
    lines = table(
        [Heading("Title", 40), *[Heading("Q1", 9)] * 5], [["A title of some length", word, "1", "2", "3", "4"]]
    )
    title, of_word, *_ = (len(each) for each in lines.splitlines()[1].strip("|").split("|"))
    shapes = sum("\u2190" <= each <= "\u25ff" for each in word)
    assert of_word >= len(word.replace("\\", "")) + shapes + 2
    assert title > of_word


@pytest.mark.parametrize(("words", "page"), [([12] * 5, 79), ([13] * 5, 100), ([16] * 5, 100), ([17] * 5, 116)])
def test_a_table_is_laid_out_for_the_least_page_that_holds_its_words(words: list[int], page: int) -> None:
    """The page that pandoc gives a Word document; narrow margins and smaller text; or the page turned."""
    headings = [Heading("Title", 200), *(Heading("Q1", 1) for _ in words)]
    rule = table(headings, [["Words", *("x" * each for each in words)]]).splitlines()[1]
    assert sum(len(each) for each in rule.strip("|").split("|")) == page


SIGNS = st.text(st.sampled_from(list("ab1 \\`*_{}[]()<>#+-.!|~$^@&;:=%'\"/\n")), max_size=12)


@settings(max_examples=300, deadline=None)
@given(SIGNS)
def test_no_text_of_signs_is_taken_for_anything_else(text: str) -> None:
    if not flat(text):
        return
    assert Seen(ENGINE.render(in_a_table([text]))).lines == ["Cell", "End", flat(text), "end"]
    assert Seen(ENGINE.render(line(text))).lines == [flat(text)]
    assert Seen(ENGINE.render(f"- {bold(text)}: more")).lines == [f"{flat(text)}: more"]


def test_control_characters_are_written_out() -> None:
    assert inline("a\x1b[31m\u202eb\x85") == r"a\\x1b\[31m\\u202eb\\x85"


def test_prose_is_paragraphs_and_bullets_and_nothing_else() -> None:
    text = "First line\nand more\n\n- one\n  and on\n- [x] two\n\n# three\r\n\r\n    code"
    seen = Seen(ENGINE.render(document(prose(text))))
    assert seen.lines == ["First line and more", "one and on", "[x] two", "# three", "code"]
    assert seen.tags == ["p", "ul", "li", "li", "p", "p"]
