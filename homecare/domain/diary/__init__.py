"""What the diary says: values per day, the usual morning, change since the baseline, flares."""
