"""What a Bot API must do, asked of every face of the local Telegram."""
