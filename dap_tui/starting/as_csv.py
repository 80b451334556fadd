"""A blank return as a CSV file that Excel and LibreOffice open, edit and save without harm.

UTF-8 with a byte-order mark, without which Excel takes it for Windows-1252, and lines that end in CR LF. A
spreadsheet makes a date of `10-14` or `sep-20`, a number of `007` and a formula of `=…`, and saves what it made.
Such texts are written with a thin space before them: the cell stays text, and a return's names are compared
without the spaces around them. (LibreOffice reads a number after a no-break space; after this one it does not.)
"""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import Final

from dap_tui.starting.blank_return import BlankReturn
from dap_tui.starting.columns import cells_of, columns_of

BYTE_ORDER_MARK: Final = "\ufeff"
THIN_SPACE: Final = "\u2009"

_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
_TURNED = re.compile(
    rf"""
      [=+\-@\t\r＝＋－＠'] .*                                      # a formula, or a text's own apostrophe
    | [\s\d.,:/\-–−()%£$€e]* \d [\s\d.,:/\-–−()%£$€e]*            # a number, a date, a time, a fraction
    | [\d:]+ \s* [ap]m?                                            # a time of day
    | (?: \d+ [\s.,/\-]* )? (?: {_MONTH} ) [\s.,/\-]* \d [\d\s,:]*  # a month and a number
    | \d+ [\s.,/\-]* (?: {_MONTH} )
    | true | false
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def as_csv(blank: BlankReturn) -> bytes:
    """The bytes of a blank return."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    columns = columns_of(blank)
    writer.writerow(columns)
    for row in blank.rows:
        cells = cells_of(blank, row)
        # Last quarter's figure may become a number: it is there to be read, and is read by nobody else.
        writer.writerow([cells[name] if name == "last_quarter" else kept_as_text(cells[name]) for name in columns])
    return f"{BYTE_ORDER_MARK}{text.getvalue()}".encode()


def kept_as_text(text: str) -> str:
    """`text` so that a spreadsheet leaves it as it is.

    >>> kept_as_text("10-14") == THIN_SPACE + "10-14", kept_as_text("Self referral"), kept_as_text("idas-marac-2")
    (True, 'Self referral', 'idas-marac-2')
    """
    return f"{THIN_SPACE}{text}" if _TURNED.fullmatch(text.strip()) else text
