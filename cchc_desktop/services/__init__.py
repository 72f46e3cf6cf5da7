"""What a user can do: each use case describes a Change or writes a file."""
