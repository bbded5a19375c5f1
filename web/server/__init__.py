"""What stands between the network and the pages: slow clients are waited for here, and no thread waits for them.

bytes --arrival--> a whole request --exchange, in a thread--> portions of the answer --connection--> bytes

`worker` is gunicorn's: it says how many processes there are and starts them anew.
"""
