"""What is true of every answer: headers, compression, problems, health."""
