"""A web page becomes a draft: metadata, heading, byline, date lines, and the body without the page around it."""
