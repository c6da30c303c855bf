"""Fine-tunes, exports and scores the stance model that the job ships."""
