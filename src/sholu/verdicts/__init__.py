"""What courts decided: decisions read into defendants, articles, masses, sanctions; practice and plots."""
