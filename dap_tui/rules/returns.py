"""RET: what can be wrong with returns as files and rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dap_tui.finding import Level
from dap_tui.rules import Rule
from dap_tui.rules.base import HEADER, RETURN, ROWS, catalogue, row, rows

_GOOD = rows(ROWS)


def _rule(
    code: str,
    level: Level,
    finds: str,
    why: str,
    mend: str,
    example: Mapping[str, str],
    mended: Mapping[str, str] = _GOOD,
) -> Rule:
    return Rule(code=code, level=level, finds=finds, why=why, mend=mend, example=example, mended=mended)


NO_RETURNS: Final = _rule(
    "RET101",
    Level.WARNING,
    "a workspace without a returns folder, or with nothing in it",
    "There is nothing to report on.",
    "Put the first return into returns/, a folder a quarter; 'dap template' writes a blank one.",
    {"returns": ""},
)._replace(given="There is a file of the name returns where the folder should be.")
NO_PERIOD: Final = _rule(
    "RET102",
    Level.ERROR,
    "a name under returns/ that begins with a digit and is no period",
    "It looks like a quarter's returns, and they are not read.",
    "Name it as in 2023-24-Q3, a year 2023-24.",
    {"returns/2023-24-Q5/idas.csv": HEADER},
    {"returns/2023-24-Q4/idas.csv": HEADER},
)
OTHER_NAME: Final = _rule(
    "RET103",
    Level.WARNING,
    "a file, folder or sheet that is not read",
    "Somebody may think that its figures are in the report.",
    "Rename it after its period and source, save it as CSV, or move it out of returns/.",
    {"returns/2023-24-Q3/idas.doc": "Words"},
)
NO_SOURCE: Final = _rule(
    "RET104",
    Level.WARNING,
    "a return that is named after no source; it is read",
    "Whose it is cannot be told, so nobody is asked when it is late.",
    "Name the file after its source's id, or after the quarter.",
    {"returns/2023-24-Q3/others.csv": HEADER},
    {"returns/2023-24-Q3.csv": HEADER},
)
NO_FILE: Final = _rule(
    "RET105",
    Level.ERROR,
    "what has a return's name and is no file that can be read: a folder, a pipe, a link out of the workspace",
    "Only files inside the workspace are opened, so that a return cannot make the program read something else.",
    "Put the file itself there.",
    {"returns/2023-24-Q3/others.csv/idas.txt": ""},
)._replace(given="others.csv is a folder with a file in it.")
TOO_LARGE: Final = _rule(
    "RET106",
    Level.ERROR,
    "a file over 256 MiB, a row over 1 MiB, or a row of more than 200 cells",
    "No return is that large; it is left alone, and what follows is read.",
    "Look what got into it. Empty columns can be deleted.",
    row(",,448,", "," * 200),
)
OTHER_PERIOD: Final = _rule(
    "RET107",
    Level.ERROR,
    "a file named after one period in the folder of another",
    "Which of the two its figures belong to is anybody's guess, so it is not read.",
    "Move it into its own period's folder, or rename it.",
    {"returns/2023-24-Q3/2023-24-Q2.csv": HEADER},
    {"returns/2023-24-Q2/2023-24-Q2.csv": HEADER},
)
WINDOWS_TEXT: Final = _rule(
    "RET111",
    Level.WARNING,
    "a return in the Windows-1252 encoding",
    "It is read, but a £ or an accent may have been another character in another program.",
    "Save it as 'CSV UTF-8'.",
    row("448,", "448,caf\udce9"),
    row("448,", "448,café"),
)
MIXED_TEXT: Final = _rule(
    "RET112",
    Level.ERROR,
    "a return in two encodings at once",
    "Two files were joined byte by byte; some of its characters are certainly wrong.",
    "Type the characters at the place anew and save the file as 'CSV UTF-8'.",
    row("448,", "448,café caf\udce9"),
    row("448,", "448,café café"),
)
UTF_16: Final = _rule(
    "RET113",
    Level.WARNING,
    "a return in UTF-16",
    "It is read, but few programs and no comparison of versions can show it.",
    "Save it as 'CSV UTF-8'.",
    {RETURN: "\udcff\udcfe" + "".join(f"{letter}\0" for letter in HEADER + ROWS)},
)
NO_TABLE: Final = _rule(
    "RET114",
    Level.ERROR,
    "a file that is called .csv or .xlsx and is something else: a web page, an old workbook, a compressed file",
    "Renaming a file does not turn it into a table.",
    "A workbook under the name of a CSV file only wants renaming to .xlsx; any other file, open in the program it "
    "is of, and save it as .xlsx or 'CSV UTF-8'.",
    {RETURN: "<!DOCTYPE html>\n<table><tr><td>indicator</td></tr></table>\n"},
)
DELIMITER: Final = _rule(
    "RET115",
    Level.WARNING,
    "semicolons or tabs in place of commas",
    "It is read, but other programs will show it as one column. Where spreadsheets write semicolons, a comma is mostly "
    "the decimal sign: 1,234 is read as one thousand and more, and may have been meant for 1.234.",
    "Save it with commas.",
    {RETURN: "indicator;breakdown;value;note\nidas-referred;;448;\n"},
)
MERGE_CONFLICT: Final = _rule(
    "RET116",
    Level.ERROR,
    "a merge that was not finished",
    "Both sides are in the file, and only a person knows which is right.",
    "Keep one side, and delete the lines with <<<<<<<, ======= and >>>>>>>.",
    rows("<<<<<<< HEAD\nidas-referred,,448,\n=======\nidas-referred,,449,\n>>>>>>> theirs\n"),
)
NO_HEADER: Final = _rule(
    "RET201",
    Level.ERROR,
    "a return without a header that names the columns indicator and value",
    "Without names nobody knows which column is which, so nothing of the file is read.",
    "Make its first line indicator,breakdown,value,note.",
    {RETURN: ROWS},
)
ABOVE_HEADER: Final = _rule(
    "RET202",
    Level.ERROR,
    "rows above the header",
    "Titles and dates there are read by nobody, and other programs take them for the header.",
    "Delete the rows above the header.",
    {RETURN: "IDAS return\n" + HEADER + ROWS},
)
COLUMN_TWICE: Final = _rule(
    "RET203",
    Level.ERROR,
    "a column that is named twice",
    "Either could be meant, so nothing of the file is read.",
    "Rename or delete one of them.",
    {RETURN: "indicator,value,value\nidas-referred,448,449\n"},
)
UNKNOWN_INDICATOR: Final = _rule(
    "RET204",
    Level.ERROR,
    "an indicator that the catalogue does not have",
    "The figure belongs to nothing, and the indicator that was meant counts as not returned.",
    "Spell the id as the catalogue does; the hint names the nearest.",
    row("idas-referred", "idas-refered"),
)
UNKNOWN_COLUMN: Final = _rule(
    "RET205",
    Level.WARNING,
    "a column that is not known; it is passed over",
    "Somebody filled it in, and it goes nowhere.",
    "Move what matters into the note, and delete the column.",
    {RETURN: "indicator,value,comment\nidas-referred,448,Fewer\n"},
)
UNNAMED_COLUMN: Final = _rule(
    "RET206",
    Level.ERROR,
    "a cell in a column without a name",
    "What stands there is not read.",
    "Name the column in the header, or move the cell.",
    {RETURN: "indicator,value,\nidas-referred,448,450\n"},
)
ROW_TOO_LONG: Final = _rule(
    "RET207",
    Level.ERROR,
    "a row with more cells than the header",
    "A comma inside a number or a text has cut a cell in two, and all after it stand in the wrong column.",
    'Put the number or text with the comma in quotes: "1,821".',
    row('"1,200"', "1,200"),
)
ROW_TOO_SHORT: Final = _rule(
    "RET208",
    Level.WARNING,
    "a row with fewer cells than the header",
    "The missing cells are taken for empty; a comma may have been lost earlier in the row.",
    "Give the row as many commas as the header.",
    row("448,", "448"),
)
NO_INDICATOR: Final = _rule(
    "RET209",
    Level.ERROR,
    "a row that names no indicator",
    "Its figure belongs to nothing.",
    "Write the indicator's id in every row, in those of a breakdown too.",
    row("idas-referred", ""),
)
_SYP: Final = catalogue("", '\n[[source]]\nid = "syp"\nname = "South Yorkshire Police"\n')
OTHERS_INDICATOR: Final = _rule(
    "RET210",
    Level.ERROR,
    "an indicator of another source in a source's file",
    "A source answers for its own figures; here they may be somebody else's, or old.",
    "Move the row into its own source's file.",
    {**_SYP, "returns/2023-24-Q3/syp.csv": HEADER + "idas-referred,Self,448,\n"},
    {**_SYP, **rows(f"{ROWS}idas-referred,Self,448,\n")},
)._replace(given="idas-referred is returned by idas.")
DUPLICATE: Final = _rule(
    "RET211",
    Level.ERROR,
    "the same indicator and breakdown twice in a period",
    "There is one place for each figure; of two, nobody knows which is right. The first is used.",
    "Delete one of the two rows that the message names; where every figure of a file is in another already, the file.",
    row("idas-referred,,448,\n", "idas-referred,,448,\nidas-referred,,449,\n"),
)
BLANK_ROW: Final = _rule(
    "RET212",
    Level.WARNING,
    "a row without a value: a return not yet filled in",
    "It counts as not returned until it is.",
    "Fill it in, or say why not: [x] not available, [z] not applicable.",
    row("448", ""),
    row("448", "[x]"),
)
BLANK_RETURN: Final = _rule(
    "RET213",
    Level.WARNING,
    "a return that nobody has filled in at all",
    "All of it counts as not returned.",
    "Ask its source for it.",
    rows("idas-referred,,,\nidas-marac-repeat,,,\n"),
)
QUOTE: Final = _rule(
    "RET214",
    Level.ERROR,
    "a quote that is not closed, or text after a closing quote",
    "Where the cell ends cannot be told, so the row is not read.",
    'Close the quote; a quote inside a quoted text is written twice: "".',
    row("448,", '448,"Fewer'),
    row("448,", '448,"Fewer"'),
)
CONTROL: Final = _rule(
    "RET215",
    Level.WARNING,
    "a control character in a note or a breakdown; it is shown escaped",
    "It is not seen, and in a terminal it can move the cursor, change colours or hide words.",
    "Delete it.",
    row("448,", "448,Fewer\x1b[2J"),
    row("448,", "448,Fewer"),
)
HEADER_AGAIN: Final = _rule(
    "RET216",
    Level.WARNING,
    "the header a second time",
    "Two returns were joined; rows may be in it twice.",
    "Delete the line.",
    rows("idas-referred,,448,\n" + HEADER + "idas-marac-repeat,,30%,\n"),
)
_YEARLY: Final = catalogue('unit = "count"\n', 'unit = "count"\nfrequency = "year"\n')
YEARLY: Final = _rule(
    "RET217",
    Level.WARNING,
    "a quarter's figure of an indicator that has one figure a year",
    "Reports of a quarter leave it out, and the year's figure is still missing.",
    "Move the row into the year's return, as returns/2023-24/idas.csv.",
    _YEARLY,
    {**_YEARLY, **row("idas-referred,,448,\n", ""), "returns/2023-24/idas.csv": f"{HEADER}idas-referred,,448,\n"},
)._replace(given='idas-referred has frequency = "year".')
EXCHANGED: Final = _rule(
    "RET218",
    Level.ERROR,
    "figures in the column breakdown or note, and none in the column value",
    "Read as they stand, they are the names or notes of rows that nobody has filled in.",
    "Exchange that column's name and value in the header, or the two columns.",
    {RETURN: f"indicator,value,breakdown,note\n{ROWS}"},
)
