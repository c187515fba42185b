# Les réponses aux questions : verdicts, droit par instrument, et que faire ensuite.

command-ask = Chercher un nom ou un code

## Verdicts

lookup-choose = { $query } peut désigner plusieurs choses. Laquelle ?
lookup-none-of-these = Aucune de celles-ci
lookup-unknown = Absent de mes données : { $query }
lookup-unknown-date = Mes données sont du { $date }. Ne pas trouver ne veut pas dire que c’est libre.
lookup-unknown-near = Noms les plus proches :
lookup-ask-contact = Un doute ? Retenez la marchandise et demandez à { $contact }.
lookup-ask-nobody = Un doute ? Retenez la marchandise et demandez à votre coordinateur ou à l’autorité nationale.
lookup-small-talk = Je connais les espèces, les produits chimiques, les déchets, les codes tarifaires et les numéros ONU. Envoyez un nom ou un code.
lookup-empty = Il n’y a ni lettre ni chiffre ici. Envoyez un nom ou un code.
lookup-check-digit = { $query } n’est pas un numéro CAS : son dernier chiffre ne convient pas. Ce serait { $right }.
lookup-no-such-code = Ce code n’existe pas : { $code }
lookup-neighbours = Codes voisins, à comparer avec le document :
lookup-national-digits = Les derniers chiffres ({ $digits }) sont nationaux et n’ont pas été vérifiés.
lookup-no-asterisk = Dans la liste, { $code } n’a pas d’astérisque : revoyez les documents.
lookup-gone = Cette entrée n’est plus dans mes données. Envoyez de nouveau votre question.

## Pourquoi cette réponse

lookup-you-wrote = Vous avez écrit « { $query } » ; trouvé sous « { $matched } ».
lookup-found-as =
    { $why ->
        [synonym] Autre nom : { $matched }
        [common] Nom commun : { $matched }
        [trade] Nom commercial : { $matched }
       *[term] Mot courant : { $matched }
    }

## Le droit

lookup-source = Source : { $title } ; droit au { $date }
lookup-national-law = Le droit national peut être plus strict ; il n’est pas dans mes données.
lookup-current-text = Vérifiez les annexes en vigueur, elles seules font foi.
lookup-in-english = (texte en anglais)
lookup-codes = Codes : { $codes }
lookup-more-names = Aussi appelé : { $names }

lookup-appendix =
    { $appendix ->
        [I] CITES, Annexe I : pas de commerce
        [II] CITES, Annexe II : permis d’exportation exigé
        [III] CITES, Annexe III : permis ou certificat d’origine exigé
       *[other] CITES, Annexe { $appendix }
    }
# Ce que contient encore une inscription partagée, comme « (certains : II, non couverts) ».
lookup-appendix-some = { $first } (certains : { $others })
lookup-appendix-mixed = CITES, Annexe { $appendices }, selon l’espèce : pas de commerce sans documents CITES
lookup-appendix-free = non couverts
lookup-appendix-coming = CITES, Annexe { $appendix } : adopté, en vigueur à partir du { $date }
lookup-not-covered = non couvert par la CITES sous cette forme
lookup-since = Inscrit depuis le { $date }
lookup-not-listed = dans aucune de ces listes

lookup-control =
    { $instrument ->
        [montreal] Protocole de Montréal, Annexe { $annex } : licence exigée
        [stockholm] Convention de Stockholm, Annexe { $annex } : { $annex ->
            [A] à éliminer
            [B] restreint
           *[C] rejets non intentionnels
        }
        [rotterdam] Convention de Rotterdam, Annexe { $annex } : consentement préalable
        [cwc] Convention sur les armes chimiques, Tableau { $annex } : retenir, demander à l’autorité nationale
        [minamata] Convention de Minamata : consentement écrit du pays importateur
       *[precursors1988] Convention de 1988, { $annex } : précurseur de drogues, préavis d’exportation
    }
lookup-control-since = depuis { $year }
lookup-group = groupe ou rubrique { $entry }
lookup-odp = PDO { $odp }
lookup-gwp = PRP { $gwp }
lookup-incomplete = La liste des précurseurs de 1988 est incomplète ici.
lookup-safety = Classe de sécurité { $class }
lookup-formula = Formule { $formula }

lookup-blend =
    { $state ->
        [controlled] contient { $classes } : licence exigée
       *[free] ne contient rien que le Protocole de Montréal réglemente
    }
lookup-parts = En masse : { $parts }
lookup-mercury =
    { $state ->
        [banned] Convention de Minamata : fin du commerce en { $year }
       *[allowed] Convention de Minamata : le commerce prend fin en { $year }
    }

lookup-waste-hazard =
    { $state ->
        [hazardous] dangereux
        [presumed] présumé dangereux : consentement avant tout mouvement
        [conditional] dangereux s’il présente une caractéristique de l’Annexe III
        [special] consentement avant tout mouvement
        [clean] présumé non dangereux
       *[not] non dangereux
    }
lookup-waste-closed = { $code } supprimé le { $date }. Désormais : { $codes }
lookup-waste-closed-bare = { $code } supprimé le { $date }
lookup-waste-coming = { $code } s’applique à partir du { $date }
lookup-consent =
    { $state ->
        [yes] Consentement préalable : exigé pour tout mouvement
        [if] Consentement préalable : exigé s’il présente un danger de l’Annexe III
        [unless] Consentement préalable : non demandé, sauf contamination ou droit national
       *[other] Consentement préalable : { $text }
    }

lookup-tariff-possible = Position possible seulement : la marchandise décide.
lookup-un-class = Classe { $class }
lookup-un-subsidiary = subsidiaire { $subsidiary }
lookup-un-packing = groupe d’emballage { $packing }
lookup-un-withdrawn = retiré ou non vérifié
lookup-lmo-traits = Caractère : { $traits }
lookup-lmo-developer = Développeur : { $developer }

## Les parties d’une fiche

lookup-open = Ouvrir dans le bot
lookup-more = Plus
lookup-not-this = Pas ceci
lookup-others = Peut-être l’une de celles-ci ? Vous avez écrit « { $query } ».
lookup-label-papers = Exigez :
lookup-label-look = Regardez :
lookup-label-touch = Ne touchez pas :
lookup-label-first = D’abord :
lookup-label-evidence = Conservez :
lookup-label-hidden = Souvent caché comme :
lookup-general-guidance = Les conseils d’inspection sont généraux ; ils ne sont pas du droit.
lookup-possible-headings = Les positions SH sont possibles ; la marchandise décide.
lookup-national-rule = { $place }, depuis le { $date } : { $fact }
lookup-list =
    { $kind ->
        [basel] Convention de Bâle, Annexe { $annex } : { $name }
        [eu-list] Liste européenne des déchets
       *[oecd] { $name }
    }
lookup-minamata = Convention de Minamata, { $annex }
lookup-mirror = Codes miroirs : { $codes }
lookup-in-blends = Dans les mélanges : { $names }
lookup-hides = Produits réglementés qui y sont classés : { $names }
lookup-taxa = CITES { $appendix } : { $taxa }
lookup-made-of = Provient de : { $taxa }
lookup-look-alikes = Ressemble, mais dans aucune de ces listes : { $names }
lookup-condition = Condition : { $note }
lookup-papers =
    { $appendix ->
        [I] permis d’exportation ET d’importation, tous deux avant l’envoi ; ou certificat pré-Convention
        [II] permis d’exportation ou certificat de réexportation CITES
        [mixed] selon l’espèce : Annexe I permis d’exportation ET d’importation ; Annexe II permis d’exportation ou certificat de réexportation ; III permis ou certificat d’origine
       *[III] permis d’exportation CITES, ou certificat d’origine
    }
lookup-annotation = Couvert (#{ $code }) : { $covers }
lookup-through = Inscrit par { $what }
lookup-at-request = À la demande de : { $what }
lookup-check-species = Toutes ses espèces ne sont pas inscrites : vérifiez l’espèce.
lookup-species-differ = Ses espèces relèvent d’annexes différentes.
lookup-legacy = Un nom de la liste de 2017 que celle de 2026 n’a plus ; sans doute un synonyme.
lookup-lmo = les documents doivent le dire
lookup-lmo-papers = Les documents doivent dire (Protocole de Cartagena, article 18.2) : { $words }

## Les questions qui décident

lookup-question = Question { $number }/{ $count } :
lookup-cannot-tell = Je ne sais pas
lookup-undecided = Impossible de décider ici.
lookup-ask-again = Reprendre les questions

## Plusieurs choses dans un message

lookup-ask-alone = Envoyez « { $query } » seul pour choisir.
lookup-left-out =
    { $count ->
        [one] Une chose de plus est laissée de côté : cinq à la fois.
       *[other] { $count } choses de plus sont laissées de côté : cinq à la fois.
    }

## Chiffres

lookup-co2e = { $mass } kg : { $tonnes } t équivalent CO2
lookup-odp-tonnes = { $mass } kg : { $tonnes } tonnes PDO
lookup-fit =
    { $outcome ->
        [right] Le SH déclaré { $declared } convient : { $grounds }.
        [short] Le SH déclaré { $declared } est juste mais incomplet ; en entier { $right }.
        [single] Le SH déclaré { $declared } vise les mélanges ; ceci est une seule substance : { $right }.
        [outside] Le SH déclaré { $declared } ne convient pas : rien dans ce mélange ne mène au 3827.
        [unknown] Le SH déclaré { $declared } ne peut pas être vérifié ici.
       *[wrong] Le SH déclaré { $declared } NE convient PAS. Selon la composition : { $right } ({ $grounds }).
    }
