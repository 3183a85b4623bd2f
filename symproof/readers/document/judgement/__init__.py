"""What each step comes to: the engines are asked, alone, after the row before, after earlier lines."""
