"""What stops or warns: alerts, holds, suspected stress fracture."""
