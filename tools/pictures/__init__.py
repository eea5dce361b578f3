"""Computes the pictures of exercises from joint angles and poses."""
