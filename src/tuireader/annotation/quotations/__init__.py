"""Quotation marks, the spans they make, and what each span is there for."""
