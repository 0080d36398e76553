"""An invented dispute in a few documents, in our own words."""

from __future__ import annotations

WIRE = """Tollmark dockers give port until Friday to drop fees

By Ida Norrel

May 6, 2024

TOLLMARK — The dockers of Tollmark on Monday demanded that the Port of Tollmark drop its new fees.

Union leader Karel Vint said the dockers would stop work on Saturday if the fees stayed.

“We will not pay to go to work,” Vint told reporters at the harbour gate.

The port rejected the demand, its director Mara Olden said on Tuesday.

Olden said the fees paid for two new cranes and denied that they were meant to punish the union.

Traders fear that a stoppage could empty the island’s shops within a week.
"""

COPY = WIRE.replace("By Ida Norrel\n\nMay 6, 2024\n\n", "").split("Olden said the fees")[0]

OTHER = """Two cranes arrive in Tollmark

By Sven Aldar

May 3, 2024

Two cranes from a yard in Brissa reached the harbour on Thursday, after a voyage of nine days along the coast.

Engineers expect them to be ready in June. Each can lift forty tonnes, twice as much as the old ones.
"""
