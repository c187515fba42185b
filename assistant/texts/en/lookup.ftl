# The answers to questions: verdicts, the law by instrument, and what to do next.

command-ask = Look up a name or a code

## Verdicts

lookup-choose = { $query } can be several things. Which one?
lookup-none-of-these = None of these
lookup-unknown = Not in my data: { $query }
lookup-unknown-date = My data are of { $date }. Not found does not mean that it is free.
lookup-unknown-near = Nearest names:
lookup-ask-contact = Not sure? Hold it and ask { $contact }.
lookup-ask-nobody = Not sure? Hold it and ask your coordinator or the national authority.
lookup-small-talk = I know species, chemicals, wastes, tariff and UN numbers. Send a name or a code.
lookup-empty = There are no letters or digits in this. Send a name or a code.
lookup-check-digit = { $query } is not a CAS number: its last digit does not fit. It would be { $right }.
lookup-no-such-code = There is no such code: { $code }
lookup-neighbours = Codes like it, to compare with the paper:
lookup-national-digits = The last digits ({ $digits }) are national and were not checked.
lookup-no-asterisk = In the list { $code } has no asterisk: look at the papers again.
lookup-gone = This entry is no longer in my data. Please send your question again.

## Why it came

lookup-you-wrote = You wrote “{ $query }”; found as “{ $matched }”.
lookup-found-as =
    { $why ->
        [synonym] Another name of it: { $matched }
        [common] Common name: { $matched }
        [trade] Trade name: { $matched }
       *[term] Everyday word: { $matched }
    }

## The law

lookup-source = Source: { $title }; law as of { $date }
lookup-national-law = National law may be stricter; it is not in my data.
lookup-current-text = Check the current Appendices for the last word.
lookup-in-english = { "" }
lookup-codes = Codes: { $codes }
lookup-more-names = Also called: { $names }

lookup-appendix =
    { $appendix ->
        [I] CITES Appendix I: no commercial trade
        [II] CITES Appendix II: export permit needed
        [III] CITES Appendix III: permit or certificate of origin needed
       *[other] CITES Appendix { $appendix }
    }
# What else a split listing holds, such as “(some: II, not covered)”.
lookup-appendix-some = { $first } (some: { $others })
lookup-appendix-mixed = CITES Appendix { $appendices }, by species: no trade without CITES papers
lookup-appendix-free = not covered
lookup-appendix-coming = CITES Appendix { $appendix }: adopted, in force from { $date }
lookup-not-covered = not covered by CITES in this form
lookup-since = Listed since { $date }
lookup-not-listed = in none of these lists

lookup-control =
    { $instrument ->
        [montreal] Montreal Protocol, Annex { $annex }: licence needed
        [stockholm] Stockholm Convention, Annex { $annex }: { $annex ->
            [A] to be eliminated
            [B] restricted
           *[C] unintentional releases
        }
        [rotterdam] Rotterdam Convention, Annex { $annex }: prior informed consent
        [cwc] Chemical Weapons Convention, Schedule { $annex }: declare, hold, ask the national authority
        [minamata] Minamata Convention: written consent of the importing country
       *[precursors1988] UN Convention of 1988, { $annex }: drug precursor, export notice
    }
lookup-control-since = since { $year }
lookup-group = group or item { $entry }
lookup-odp = ODP { $odp }
lookup-gwp = GWP { $gwp }
lookup-incomplete = The list of 1988 precursors is incomplete here.
lookup-safety = Safety class { $class }
lookup-formula = Formula { $formula }

lookup-blend =
    { $state ->
        [controlled] holds { $classes }: licence needed
       *[free] holds nothing that the Montreal Protocol controls
    }
lookup-parts = By mass: { $parts }
lookup-mercury =
    { $state ->
        [banned] Minamata Convention: trade ended { $year }
       *[allowed] Minamata Convention: trade ends { $year }
    }

lookup-waste-hazard =
    { $state ->
        [hazardous] hazardous
        [presumed] presumed hazardous: consent before it moves
        [conditional] hazardous if it shows a characteristic of Annex III
        [special] consent before it moves
        [clean] presumed not hazardous
       *[not] not hazardous
    }
lookup-waste-closed = { $code } closed on { $date }. Now: { $codes }
lookup-waste-closed-bare = { $code } closed on { $date }
lookup-waste-coming = { $code } applies from { $date }
lookup-consent =
    { $state ->
        [yes] Prior consent: needed for every movement
        [if] Prior consent: needed if it shows a hazard of Annex III
        [unless] Prior consent: not asked for, unless contaminated or controlled by national law
       *[other] Prior consent: { $text }
    }

lookup-tariff-possible = Possible heading only: the goods decide.
lookup-un-class = Class { $class }
lookup-un-subsidiary = subsidiary { $subsidiary }
lookup-un-packing = packing group { $packing }
lookup-un-withdrawn = withdrawn or not verified
lookup-lmo-traits = Trait: { $traits }
lookup-lmo-developer = Developer: { $developer }

## The parts of a card

lookup-open = Open in the bot
lookup-more = More
lookup-not-this = Not this
lookup-others = Then perhaps one of these? You wrote “{ $query }”.
lookup-label-papers = Ask for:
lookup-label-look = Look at:
lookup-label-touch = Do not touch:
lookup-label-first = First:
lookup-label-evidence = Secure:
lookup-label-hidden = Usually hidden as:
lookup-general-guidance = How to look and what to secure is general guidance, not law.
lookup-possible-headings = HS headings are possible ones; the goods decide.
lookup-national-rule = { $place }, since { $date }: { $fact }
lookup-list =
    { $kind ->
        [basel] Basel Convention, Annex { $annex }: { $name }
        [eu-list] European List of Waste
       *[oecd] { $name }
    }
lookup-minamata = Minamata Convention, { $annex }
lookup-mirror = Mirror codes: { $codes }
lookup-in-blends = In blends: { $names }
lookup-hides = Controlled things that go under it: { $names }
lookup-taxa = CITES { $appendix }: { $taxa }
lookup-made-of = Made of: { $taxa }
lookup-look-alikes = Looks alike, in none of these lists: { $names }
lookup-condition = Condition: { $note }
lookup-papers =
    { $appendix ->
        [I] export AND import permit, both before shipment; or a pre-Convention certificate
        [II] CITES export permit or re-export certificate
        [mixed] by species: Appendix I export AND import permit; Appendix II export permit or re-export certificate; III permit or certificate of origin
       *[III] CITES export permit, or certificate of origin
    }
lookup-annotation = Covered (#{ $code }): { $covers }
lookup-through = Listed through { $what }
lookup-at-request = At the request of { $what }
lookup-check-species = Not every species in it is listed: check the species.
lookup-species-differ = Its species stand in different Appendices.
lookup-legacy = A name of the 2017 list that the list of 2026 no longer has; probably a synonym.
lookup-lmo = the papers must say so
lookup-lmo-papers = The papers must say (Cartagena Protocol, Article 18.2): { $words }

## Questions that decide

lookup-question = Question { $number }/{ $count }:
lookup-cannot-tell = I can’t tell
lookup-undecided = Cannot be decided here.
lookup-ask-again = Ask me again

## Several things in one message

lookup-ask-alone = Send “{ $query }” alone for the choices.
lookup-left-out =
    { $count ->
        [one] One more was left out: five at a time.
       *[other] { $count } more were left out: five at a time.
    }

## Figures

lookup-co2e = { $mass } kg of it: { $tonnes } t CO2-equivalent
lookup-odp-tonnes = { $mass } kg of it: { $tonnes } ODP tonnes
lookup-fit =
    { $outcome ->
        [right] Declared HS { $declared } fits: { $grounds }.
        [short] Declared HS { $declared } is right as far as it goes; in full { $right }.
        [single] Declared HS { $declared } is for mixtures; this is one substance: { $right }.
        [outside] Declared HS { $declared } does not fit: nothing in this mixture leads to 3827.
        [unknown] Declared HS { $declared } cannot be checked here.
       *[wrong] Declared HS { $declared } does NOT fit. By composition: { $right } ({ $grounds }).
    }
