# Ce qui concerne toutes les fonctions. Textes simples ; le programme les échappe dans les cartes.

core-refused = Cet assistant est réservé aux agents invités. Demandez l’accès à votre coordinateur.
core-refused-ask = Cet assistant est réservé aux agents invités. Pour y accéder, demandez à { $contact }.
core-button-old = Ce bouton ne fonctionne plus. Veuillez renvoyer votre question.
core-error = Une erreur est survenue ici ; elle a été notée. Veuillez réessayer ; si elle persiste, signalez { $reference }.
