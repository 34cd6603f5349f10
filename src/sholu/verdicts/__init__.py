"""What courts decided: decisions read into defendants, articles and sanctions; practice, plots."""
