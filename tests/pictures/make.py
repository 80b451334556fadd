"""Make the README's picture of the screen from the program itself, with Textual's own screenshot.

    python tests/pictures/make.py

Writes `table.svg` beside this file: the Barnsley figures of quarter 3 2023/24 in a terminal of 120 by 40.
"""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

from dap_tui.tui.opening import open_app

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SIZE = (120, 40)


async def picture() -> str:
    """The first screen as SVG."""
    app = open_app(ROOT, "2023-24-Q3", date(2024, 2, 1), {"DAP_THEME": "dark"}, read_only=True)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        return app.export_screenshot(title="dap tui")


def main() -> None:
    """Write the picture; without trailing blanks, so that it is the same wherever it is made."""
    svg = "\n".join(line.rstrip() for line in asyncio.run(picture()).splitlines())
    (HERE / "table.svg").write_text(svg + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
