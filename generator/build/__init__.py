"""From a project to its build folder: only what changed is made anew, and nothing is seen until all of it is right."""
