# Ce que dit la ligne de commande : préparer, vérifier, et ce qui manque.

verbs-preparing = Préparation de la base de connaissances, une seule fois (dix secondes environ) …
verbs-no-token = TELEGRAM_BOT_TOKEN est vide : écrivez le jeton de @BotFather dans .env, ou retirez --telegram pour dialoguer dans le terminal.
verbs-no-input = Ni jeton, ni terminal, ni entrée : renseignez TELEGRAM_BOT_TOKEN dans .env, ou lancez ceci dans un terminal, ou donnez un script sur l’entrée standard.
verbs-bad-table = La base de connaissances est illisible : { $problem }
verbs-bad-folder = Le dossier { $folder } n’est pas accessible en écriture : { $problem }. Indiquez dans DATA_DIR un dossier à vous.

verbs-check-settings = réglages : corrects
verbs-check-folder = dossier des données { $folder } : accessible en écriture
verbs-check-base = base de connaissances : { $entries } entrées, droit au { $date }
verbs-check-texts = textes : { $languages }
verbs-check-text-problem = textes : { $problem }
verbs-check-no-token = Telegram : pas de jeton, donc le dialogue dans le terminal
verbs-check-telegram = Telegram : @{ $name } répond
verbs-check-telegram-failed = Telegram : { $server } ne répond pas pour ce jeton : { $problem }
verbs-check-inline-off = Telegram : le mode inline est éteint ; activez-le chez @BotFather avec /setinline, sinon @{ $name } est inutilisable dans les autres conversations
verbs-check-privacy-off = Telegram : la confidentialité de groupe est éteinte, le bot reçoit donc tous les messages de ses groupes ; activez-la chez @BotFather avec /setprivacy
verbs-check-failed = { $count ->
        [one] Un point ne va pas.
       *[other] { $count } points ne vont pas.
    }
