"""What every feature stands on: the clock, texts, HTML, logs and messaging."""
