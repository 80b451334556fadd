"""Reports people keep: an assessment as Markdown, JSON and a spreadsheet's CSV.

Every format is a function from an assessment to a text; none writes a file.
"""
