"""Views become pages and PDFs; the site engine and the PDF engine each sit behind one thin door."""
