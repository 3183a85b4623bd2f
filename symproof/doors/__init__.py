"""The doors to foreign libraries, one for each; a door is opened when it is used."""
