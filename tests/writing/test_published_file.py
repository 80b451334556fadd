"""What is written of a publication is read again as it was."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dap_tui.errors import WriteRefused
from dap_tui.measure import Arrow, Judgement, Status, Symbol
from dap_tui.period import Quarter
from dap_tui.published import Published, PublishedIndicator
from dap_tui.reading.published import read_published
from dap_tui.writing.published_file import published_text, write_published

Q3 = Quarter.parse("2023-24-Q3")
DAY = date(2024, 2, 14)
MARAC = PublishedIndicator(
    "idas-marac-repeat", Decimal(30), None, "28–40%", Status.GREEN, Arrow.UP, Judgement.WORSENING, ("", "NPS")
)


def published(*indicators: PublishedIndicator) -> Published:
    return Published(Q3, DAY, {each.id: each for each in indicators})


def test_the_file_is_as_the_file_formats_have_it() -> None:
    assert published_text(published(MARAC, PublishedIndicator("syp-crime", symbol=Symbol.NOT_AVAILABLE))) == (
        """\
format = 1
period = "2023-24-Q3"
published = 2024-02-14

[[indicator]]
id = "idas-marac-repeat"
value = 30.0
target = "28–40%"
status = "green"
arrow = "up"
judgement = "worsening"
hidden = [
    "",
    "NPS",
]

[[indicator]]
id = "syp-crime"
symbol = "x"
"""
    )


def test_it_is_never_written_over_one_unless_that_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "returns/2023-24-Q3/published.toml"
    write_published(path, published(MARAC))
    with pytest.raises(WriteRefused, match="already there"):
        write_published(path, published())
    assert "idas-marac-repeat" in path.read_text()
    write_published(path, published(), over=True)
    assert path.read_text() == 'format = 1\nperiod = "2023-24-Q3"\npublished = 2024-02-14\n'


values = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=2)
texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), max_size=20).map(str.strip)
indicators = st.builds(
    PublishedIndicator,
    st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8})?", fullmatch=True),
    st.one_of(st.none(), values, st.integers(0, 10**9).map(Decimal)),
    st.none(),
    texts,
    st.one_of(st.none(), st.sampled_from(Status)),
    st.one_of(st.none(), st.sampled_from(Arrow)),
    st.one_of(st.none(), st.sampled_from(Judgement)),
    st.lists(texts, unique=True).map(tuple),
)


@given(st.lists(indicators, max_size=4))
def test_what_is_written_is_read_again(written: list[PublishedIndicator]) -> None:
    record = published(*written)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "published.toml"
        write_published(path, record)
        read, findings = read_published(path, "published.toml", Q3, starts=4)
    assert findings == []
    assert read == record
