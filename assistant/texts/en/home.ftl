# The first words, the examples of /help, and what is said to messages that are no questions.

command-start = What I do
command-help = Examples of questions

home-title = Fieldline
home-what = I tell what is controlled in trade: species, chemicals, wastes.
home-how = Send a name or a code as it stands on the label or the paper.
home-try = Try: { $examples }
home-more = More examples: /help

home-help-title = Ask as you would write it
home-help-inline = In any chat: { $example }
home-help-contact = Anything else: ask { $contact }

home-not-text =
    { $kind ->
        [picture] I cannot read pictures yet.
        [recording] I cannot understand recordings yet.
       *[other] I can read text only.
    } Write the name on the label, or a code: CAS, UN, HS, or a waste code.
home-edited = I answer new messages only. Please send it again as a new one.
home-unknown-command = I do not know { $command }. To look something up, send it without the slash; examples: /help
