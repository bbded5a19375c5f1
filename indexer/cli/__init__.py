"""The command `communique`: its commands, what they print, and the server they start."""
