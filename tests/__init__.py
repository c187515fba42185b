"""The tests of Fieldline."""
