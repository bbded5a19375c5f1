"""The languages of the pages: catalogues, dates and numbers, the labels of facets."""
