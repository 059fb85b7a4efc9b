package dev.warmline.lead;

/** Of a team, who is told something. */
enum Whom {
  /** Who has the lead, else its queue. */
  OWNER,
  /** Who had it before. */
  FORMER_OWNER,
  /** Whom its queue escalates to, else the leads of the teams. */
  ESCALATION,
  /** The owner; of a lead in nobody's hands whom it escalates to. */
  OWNER_ELSE_ESCALATION,
  /** Who gave it back. */
  RETURNER,
  /** Everybody of marketing. */
  MARKETING,
  /** The leads of the teams. */
  LEADS
}
