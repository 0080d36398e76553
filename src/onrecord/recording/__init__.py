"""The record: a story, corrections and a date to sourced facts."""
