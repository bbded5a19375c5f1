"""Articles that repeat an earlier one, nearly word by word.

text --minhash--> sketch --store + candidates--> articles that may be alike --compare (overlap)--> NearDuplicate
"""
