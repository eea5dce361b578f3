"""What crosses the device's border, both ways: bytes in, bytes out; opens no file, knows no clock."""
