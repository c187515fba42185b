"""What `python bot.py` can be told to do, one file a verb."""
