# The chat in the terminal: what the terminal itself says.

local-welcome = You are talking with Fieldline on this machine; nothing leaves it. :help tells how, Ctrl-D ends.
local-help =
    Type a message and press Enter. A number taps the button of that number; #2 always does.
    :photo PATH [caption]   send a picture
    :file PATH [caption]    send a file as it is
    :edit TEXT              change your last message
    :say TEXT               send the text as it is, also a number
    :inline QUERY           ask as one does in other chats, with @bot QUERY
    :as NAME                go on as somebody else, such as :as coordinator
    :help                   this
    :quit                   leave; so does Ctrl-D
local-edited = edited
local-deleted = deleted
local-toast = notice
local-alert = alert
local-picture = picture
local-file = file
local-no-results = no results
local-link = That button opens { $url }
local-no-button = There is no button { $number }.
local-nothing-to-edit = Write a message first; then :edit NEW TEXT changes it.
local-needs-path = Name the file: :photo PATH [caption]. Put a path with spaces into "quotes".
local-needs-name = Name somebody in Latin letters and digits: :as coordinator.
local-no-file = { $path } is not a file that can be read.
local-refused = Not done: { $reason }.
local-unknown-word = { $word } is unknown here; :help lists what there is, :say sends such a text.
