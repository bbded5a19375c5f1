"""Where the archive holds a quotation, and where its words differ."""
