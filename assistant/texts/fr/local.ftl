# La conversation dans le terminal : ce que dit le terminal lui-même.

local-welcome = Vous parlez avec Fieldline sur cette machine ; rien n’en sort. :help explique comment, Ctrl-D termine.
local-help =
    Tapez un message, puis Entrée. Un nombre appuie sur le bouton de ce numéro ; #2 le fait toujours.
    :photo CHEMIN [légende]   envoyer une image
    :file CHEMIN [légende]    envoyer un fichier tel quel
    :edit TEXTE               modifier votre dernier message
    :say TEXTE                envoyer le texte tel quel, même un nombre
    :inline QUESTION          demander comme dans une autre discussion, avec @bot QUESTION
    :as NOM                   continuer sous un autre nom, par exemple :as coordinator
    :help                     cette aide
    :quit                     quitter, comme Ctrl-D
local-edited = modifié
local-deleted = supprimé
local-toast = avis
local-alert = alerte
local-picture = image
local-file = fichier
local-no-results = aucun résultat
local-link = Ce bouton ouvre { $url }
local-no-button = Il n’y a pas de bouton { $number }.
local-nothing-to-edit = Écrivez d’abord un message ; ensuite, :edit NOUVEAU TEXTE le modifie.
local-needs-path = Indiquez le fichier : :photo CHEMIN [légende]. Mettez entre "guillemets" un chemin qui contient des espaces.
local-needs-name = Donnez un nom en lettres latines et chiffres : :as coordinator.
local-no-file = { $path } n’est pas un fichier lisible.
local-refused = Non fait : { $reason }.
local-unknown-word = { $word } est inconnu ici ; :help indique ce qui existe, :say envoie un tel texte.
