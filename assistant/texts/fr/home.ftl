# Les premiers mots, les exemples de /help, et la réponse aux messages qui ne sont pas des questions.

command-start = Ce que je fais
command-help = Exemples de questions

home-title = Fieldline
home-what = Je dis ce dont le commerce est contrôlé : espèces, produits chimiques, déchets.
home-how = Envoyez un nom ou un code, tel qu’il figure sur l’étiquette ou le document.
home-try = Essayez : { $examples }
home-more = Plus d’exemples : /help

home-help-title = Demandez comme vous l’écririez
home-help-inline = Dans toute conversation : { $example }
home-help-contact = Pour le reste : demandez à { $contact }

home-not-text =
    { $kind ->
        [picture] Je ne sais pas encore lire les images.
        [recording] Je ne comprends pas encore les enregistrements.
       *[other] Je ne lis que le texte.
    } Écrivez le nom de l’étiquette, ou un code : CAS, ONU, SH ou code de déchet.
home-edited = Je ne réponds qu’aux nouveaux messages. Veuillez le renvoyer.
home-unknown-command = Je ne connais pas { $command }. Pour une recherche, envoyez le mot sans la barre oblique ; exemples : /help
