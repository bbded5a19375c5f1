"""Interviews and transcripts become turns: who speaks, and which question is answered."""
