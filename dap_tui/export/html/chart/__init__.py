"""Charts as SVG: numbers in, one element out, coloured by the page's style and told in words beside it."""
