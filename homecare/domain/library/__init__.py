"""What clinicians wrote: conditions, phases, doses, exercises, criteria and the numbers of the rules."""
