"""What the tool says, in Chinese and English, as tables, and how a fault in what somebody wrote is worded."""
