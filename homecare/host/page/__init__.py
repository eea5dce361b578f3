"""What only the page in the browser can do, asked by Python; the same for the served and the static app."""
