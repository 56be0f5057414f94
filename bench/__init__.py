"""How fast and how large: a made-up handbook, and the times of the commands on it."""
