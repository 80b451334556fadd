"""One cause is one finding, which says where else it shows."""

from __future__ import annotations

from small import Check, codes, indicators, quarters, returned

THREE = indicators('a; unit = "count"', 'b; unit = "count"', 'c; unit = "count"')


def test_the_files_of_a_source_that_was_renamed_are_one_finding(checked: Check) -> None:
    files = {name.replace("/s.", "/some."): text for name, text in quarters("2023-24-Q1", *["a=1 b=2 c=3"] * 3).items()}
    (found,) = checked(THREE, files, "2024-01-01")
    assert codes((found,)) == ["RET104 2023-24-Q1/some.csv:1:1"]
    assert found.message.endswith("is read all the same; so are 2 more, up to 2023-24-Q3")
    (one,) = checked(THREE, files, "2024-01-01", "2023-24-Q3")
    assert codes((one,)) == ["RET104 2023-24-Q3/some.csv:1:1"], "of one period that period's alone"
    assert one.message.endswith("is read all the same")


def test_an_id_that_the_catalogue_names_again_and_again_is_one_finding(checked: Check) -> None:
    """At the first of its lines, with the others; another id is another finding."""
    catalogue = THREE.replace('source = "s"', 'source = "sum"', 2).replace('source = "s"', 'source = "other"')
    lines = [at for at, line in enumerate(catalogue.split("\n"), 1) if line.startswith("source")]
    found = checked(catalogue, quarters("2023-24-Q3", "a=1"))
    said = [(each.place.line, each.message) for each in found if each.code == "CAT203"]
    assert said == [
        (lines[0], f"unknown source 'sum', here and in line {lines[1]}"),
        (lines[2], "unknown source 'other'"),
    ]


def test_a_priority_of_an_indicator_that_cannot_be_read_is_not_said_to_have_none(checked: Check) -> None:
    catalogue = indicators('a; unit = "cuont"; priorities = ["p"]') + '[[priority]]\nid = "p"\ntitle = "P"\n'
    assert [each.code for each in checked(catalogue, quarters("2023-24-Q3", "a=1"))] == ["CAT104"]


def test_the_rows_that_a_return_lacks_are_one_finding(checked: Check) -> None:
    """It counts them, names the first, and says where all are listed."""
    (found,) = checked(THREE, quarters("2023-24-Q3", "a=1"))
    assert found.message == "there are no rows for 2 indicators that Some returns: 'b' and 'c'"
    many = indicators(*(f'{letter}; unit = "count"' for letter in "abcdefg"))
    (found,) = checked(many, {"returns/2023-24-Q3/s.csv": returned("a=1")})
    assert found.message == "there are no rows for 6 indicators that Some returns: 'b', 'c', 'd', 'e' and 2 more"
    assert (found.hint or "").startswith("'dap show --returns' lists them")


def test_where_the_catalogue_has_no_indicator_that_is_said_once(checked: Check) -> None:
    """And not of every row, every file of a source and every word on them."""
    files = quarters("2023-24-Q2", "a=1 b=2", "a=2") | {
        "returns/2023-24-Q3/narrative.toml": '[[commentary]]\nindicator = "a"\ntext = "Words."\n'
    }
    for catalogue in ("", indicators(), '[[priority]]\nid = "p"\ntitle = "P"\n'):
        for period in (None, "2023-24-Q3"):
            (found,) = checked(catalogue, files, period=period)
            assert codes((found,)) == ["CAT503 catalogue.toml:1:1"]
            assert found.message == "the catalogue has no [[indicator]], so that no row of a return can be read"


def test_an_indicator_that_cannot_be_read_is_an_indicator(checked: Check) -> None:
    found = checked(indicators('a; unit = "cuont"'), quarters("2023-24-Q3", "a=1 b=2"))
    assert [each.code for each in found] == ["CAT104", "RET204"]
