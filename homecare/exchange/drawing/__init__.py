"""Charts and pictures as plain shapes, drawn the same on screen, in HTML and in PDF."""
