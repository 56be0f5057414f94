"""Views of a linked handbook as data, one module a question; templates print them and compute nothing."""
