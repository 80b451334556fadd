"""Painters: each puts one thing on an area of the canvas. They know nothing of files, and work nothing out."""
