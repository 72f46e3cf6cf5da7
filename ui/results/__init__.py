"""What was done for a task: a panel beside the plan, and the choice of a document that shows it."""
