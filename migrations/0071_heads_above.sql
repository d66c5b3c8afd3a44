-- Who heads a unit above a project's own does not judge it either, but for whoever heads the unit above all.
alter type recusal_cause add value 'above' before 'unit';
