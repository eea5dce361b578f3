"""Tools that make files of the repository; no part of the product."""
