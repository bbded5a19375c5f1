"""The corpus flows into an index, and only what changed is read again.

settings --update--> changes between corpus and catalog --pipeline--> workers --ingest.read--> Readings
Readings --near_duplicates--> who repeats whom --batch--> catalog and engine, committed together
"""
