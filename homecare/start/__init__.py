"""What each of the three ways to run begins with: window, browser, native."""
