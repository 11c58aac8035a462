"""What a coach would recognise: pure values and functions, no input or output."""
