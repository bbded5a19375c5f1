"""What an article has to show for what is said of it: the sentences that name somebody, and what somebody says."""
