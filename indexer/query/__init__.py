"""Typed text becomes a Query tree, and a tree becomes text again.

text --lexer--> tokens --repair--> what is well formed --terms, dates--> leaves --parser--> tree.Query
tree.Query --describe--> a sentence; --unparse--> text that means the same
"""
