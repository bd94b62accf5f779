"""What each screen of a visit looks like. A scene only draws: it puts a view into a frame."""
