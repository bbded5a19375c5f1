"""What a reader keeps: a reading list, saved searches, what has arrived since, feeds."""
