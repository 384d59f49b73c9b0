"""Journeys and drafts for scripts: the verbs of the builder, and journeys as documents."""
