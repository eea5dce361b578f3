"""What every screen shares: the patient's records and the device."""
