"""What is the same: one event told by several documents. Every judgement can be taken back."""
