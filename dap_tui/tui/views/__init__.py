"""The views, one a module: each turns the assessment into blocks, and keeps where one is in it."""
