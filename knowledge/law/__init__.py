"""What the law says of an entry on a day, of a mixture, and in a country."""
