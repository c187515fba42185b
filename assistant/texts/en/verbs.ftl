# What the command line says: preparing, checking, and what is missing.

verbs-preparing = Preparing the knowledge base, once (about ten seconds) …
verbs-no-token = TELEGRAM_BOT_TOKEN is empty: write the token from @BotFather into .env, or leave out --telegram for the chat in the terminal.
verbs-no-input = There is no token, no terminal and no input: set TELEGRAM_BOT_TOKEN in .env, or start this in a terminal, or give it a script on standard input.
verbs-bad-table = The knowledge base cannot be read: { $problem }
verbs-bad-folder = The folder { $folder } cannot be written: { $problem }. Set DATA_DIR to a folder of your own.

verbs-check-settings = settings: fine
verbs-check-folder = data folder { $folder }: can be written
verbs-check-base = knowledge base: { $entries } entries, law as of { $date }
verbs-check-texts = texts: { $languages }
verbs-check-text-problem = texts: { $problem }
verbs-check-no-token = Telegram: no token, so the chat in the terminal
verbs-check-telegram = Telegram: @{ $name } answers
verbs-check-telegram-failed = Telegram: { $server } does not answer for this token: { $problem }
verbs-check-inline-off = Telegram: inline mode is off; switch it on at @BotFather with /setinline, or @{ $name } cannot be used in other chats
verbs-check-privacy-off = Telegram: group privacy is off, so the bot is sent every message of its groups; switch it on at @BotFather with /setprivacy
verbs-check-failed = { $count ->
        [one] One thing is wrong.
       *[other] { $count } things are wrong.
    }
