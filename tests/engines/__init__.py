"""One journey each in real Firefox and real WebKit, served and static, from Debian's own packages."""
