"""What fits in a link or QR code: a plan, or a week's summary."""
