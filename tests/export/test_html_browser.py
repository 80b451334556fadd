"""The page in a browser: what is in a cell is what is seen, nothing is wider than a phone, and axe finds nothing.

Chromium and axe-core are not of the project: where they are missing these tests are skipped, and say so.
`AXE_CORE` names axe-core's script (`axe.min.js`).
"""

import html
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.export.html import to_html
from dap_tui.export.options import By, Options, View

Assessed = Callable[..., tuple[Assessment, Assessor]]
Written = Callable[..., Assessor]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = Path(os.environ.get("AXE_CORE", "node_modules/axe-core/axe.min.js"))
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--virtual-time-budget=60000", "--dump-dom",
)  # fmt: skip
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = {"phone": 500, "laptop": 1280}
"""A headless window is 500 pixels wide at the least; a frame inside it is as narrow as a phone."""

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
needs_axe = pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not there: AXE_CORE names its axe.min.js")


def asked(page: str, question: str, folder: Path, width: int, scripts: str = "") -> Any:  # as JSON
    """What a script finds in the page: `question` is an expression, or a promise of one, that JSON can hold."""
    assert CHROMIUM is not None
    script = (
        f"{scripts}; Promise.resolve({question}).then(answer => {{ const said = document.createElement('pre'); "
        "said.id = 'answer'; said.textContent = JSON.stringify(answer); document.body.append(said) })"
    )
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    path = folder / "page.html"
    body, end = page.rsplit("</body>", 1)
    path.write_text(f"{body}<script>{script}</script></body>{end}", encoding="utf-8")
    window = [f"--window-size={width},900", f"--user-data-dir={folder / 'profile'}"]
    command = [CHROMIUM, *FLAGS, *window, path.as_uri()]
    shown = subprocess.run(command, capture_output=True, check=True, timeout=180).stdout.decode()
    answer = re.search(r'<pre id="answer">(.*?)</pre>', shown, re.DOTALL)
    assert answer is not None
    return json.loads(html.unescape(answer[1]))


PAGES = {
    "report": ("barnsley", None, Options()),
    "board": ("barnsley", None, Options(view=View.EXCEPTIONS)),
    "indicators": ("barnsley", None, Options(indicators=("idas-marac-repeat", "idas-supported"))),
    "last year": ("cambridgeshire", None, Options(last_year=True)),
    "open year": ("cambridgeshire", "2014-15", Options(by=By.TAG)),
    "open year's board": ("barnsley", "2023-24", Options(view=View.EXCEPTIONS)),
    "year": ("rotherham", None, Options()),
}


@needs_chromium
@needs_axe
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(assessed: Assessed, tmp_path: Path, name: str, *, dark: bool) -> None:
    workspace, period, options = PAGES[name]
    page = to_html(*assessed(workspace, period), options)
    if dark:
        page = page.replace("@media screen and (prefers-color-scheme: dark)", "@media all")
    script = AXE.read_text(encoding="utf-8").replace("</script", "<\\/script")
    open_all = "document.querySelectorAll('details').forEach(each => each.open = true)"
    question = (
        f"axe.run({{runOnly: {json.dumps(RULES)}}}).then(found => "
        "({passed: found.passes.length, wrong: found.violations.map(each => [each.id, each.nodes[0].html])}))"
    )
    found = asked(page, question, tmp_path, WIDTHS["phone" if dark else "laptop"], f"{script}; {open_all}")
    assert found["wrong"] == []
    assert found["passed"] > 20


@needs_chromium
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_is_wider_than_its_window(assessed: Assessed, tmp_path: Path, name: str, width: int) -> None:
    workspace, period, options = PAGES[name]
    inner = html.escape(to_html(*assessed(workspace, period), options))
    outer = f'<body><iframe srcdoc="{inner}" width="{width}" height="900"></iframe></body>'
    question = (
        "new Promise(done => addEventListener('load', () => { const inner = document.querySelector('iframe')."
        "contentDocument; done([inner.documentElement.scrollWidth, inner.documentElement.clientWidth, "
        "inner.querySelectorAll('table').length]) }))"
    )
    wide, room, tables = asked(outer, question, tmp_path, 1400)
    assert room <= width
    assert wide <= room
    assert tables


CATALOGUE = """
[partnership]
name = "Anytown"
[[source]]
id = "s"
name = "Some"
"""
CELLS = [
    "<script>document.body.remove()</script>", "</title></style><img src=x>", '"><svg onload=x>', "&lt; &amp;amp;",
    "<!-- gone -->", "<table><tr><td>in", "a <b>bold</b> word", "' onclick='x", "[x] [c]", "AT&T &copy; 2024",
]  # fmt: skip


@needs_chromium
def test_what_is_in_a_cell_is_what_is_seen(written: Written, tmp_path: Path) -> None:
    indicators = "".join(
        f"[[indicator]]\nid = \"i-{at}\"\ntitle = '''{cell}'''\nsource = \"s\"\nunit = \"count\"\n"
        for at, cell in enumerate(CELLS)
    )
    rows = "".join(f"i-{at},{at}\n" for at in range(len(CELLS)))
    files = {"catalogue.toml": CATALOGUE + indicators, "returns/2023-24-Q1/s.csv": f"indicator,value\n{rows}"}
    assessor = written(files)
    page = to_html(assessor.assess(assessor.workspace.current), assessor, Options())
    question = "[...document.querySelectorAll('.restacks tbody tr')].map(row => [...row.cells].map(c => c.innerText))"
    seen = asked(page, question, tmp_path, 1280)
    assert [row[1] for row in seen] == CELLS
    assert [row[3] for row in seen] == [str(at) for at in range(len(CELLS))]


@needs_chromium
@pytest.mark.parametrize(
    "options", [Options(view=View.EXCEPTIONS), Options(indicators=("idas-marac-repeat",))], ids=["board", "indicator"]
)
def test_what_is_one_page_is_printed_on_one(assessed: Assessed, tmp_path: Path, options: Options) -> None:
    assert CHROMIUM is not None
    page, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    page.write_text(to_html(*assessed("barnsley"), options), encoding="utf-8")
    flags = [each for each in FLAGS if each != "--dump-dom"]
    command = [CHROMIUM, *flags, f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={printed}", page.as_uri()]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    assert len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes())) == 1
