"""What helps an officer to decide: questions that tell things apart, what to look at."""
