"""Other programs' word, labelled with their name."""
