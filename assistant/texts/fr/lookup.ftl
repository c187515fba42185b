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
lookup-appendix-free = non couverts
lookup-appendix-coming = CITES, Annexe { $appendix } : adopté, en vigueur à partir du { $date }
lookup-not-covered = non couvert par la CITES sous cette forme
lookup-since = Inscrit depuis le { $date }
lookup-not-listed = dans aucune de ces listes
lookup-product-taxa = Provient de : { $taxa }
lookup-papers-appendix =
    { $appendix ->
        [I] Exigez : permis d’exportation ET d’importation, ou certificat pré-Convention.
        [II] Exigez : permis d’exportation ou certificat de réexportation CITES.
       *[III] Exigez : permis d’exportation CITES ou certificat d’origine.
    }

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

lookup-blend = contient { $classes } : licence exigée
lookup-blend-free = ne contient rien que le Protocole de Montréal réglemente
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
lookup-consent = Consentement : { $consent }

lookup-tariff-possible = Position possible seulement : la marchandise décide.
lookup-un-class = Classe { $class }
lookup-un-subsidiary = subsidiaire { $subsidiary }
lookup-un-packing = groupe d’emballage { $packing }
lookup-un-withdrawn = retiré ou non vérifié
lookup-lmo-papers = Les documents doivent le dire : Protocole de Cartagena, article 18.2.
lookup-lmo-traits = Caractère : { $traits }
lookup-lmo-developer = Développeur : { $developer }
