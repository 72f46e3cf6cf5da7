"""What a plan is and what its words mean: frozen dataclasses and plain functions, standard library
only.
"""
