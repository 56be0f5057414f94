"""Mutation: the real handbook with one realistic fault at a time, and whether the check finds it where it is."""
