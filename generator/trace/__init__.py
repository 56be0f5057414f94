"""The proof that older documents became the handbook: what became of each of their paragraphs."""
