"""What anyone tells us of a listing: that somebody was refused, that something is wrong. And the team's answer."""
