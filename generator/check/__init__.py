"""Rules over the linked handbook, and the run that reads, links and checks a project."""
