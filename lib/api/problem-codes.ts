// The codes of all problems that the API answers with. Programs branch on them, and the studio has words for each in its languages
// (`web/src/problem-words.test.ts`).

export const PROBLEM_CODES = [
  // Requests that cannot be read.
  ...(["invalid-request", "invalid-json", "invalid-cursor", "invalid-idempotency-key"] as const),
  ...(["body-too-deep", "body-too-large", "headers-too-large", "request-too-slow"] as const),
  ...(["unsupported-type", "unsupported-encoding", "method-not-allowed", "no-such-route"] as const),
  // Identity.
  ...(["sign-in-needed", "invalid-token", "token-expired", "token-revoked", "wrong-login"] as const),
  ...(["email-taken", "guests-off", "google-off", "no-such-user"] as const),
  ...(["identity-off", "guest-has-account", "too-many-guests", "not-confirmed"] as const),
  // Missing or unfinished resources.
  ...(["session-not-found", "book-not-found", "page-not-found", "page-not-planned"] as const),
  ...(["page-not-lettered", "phase-not-started", "picture-not-found", "not-found"] as const),
  ...(["export-not-made", "export-running", "export-failed", "book-not-ready", "book-withdrawn"] as const),
  ...(["owner-suspended", "too-many-suspended", "nothing-to-redrive", "content-closed"] as const),
  // Changes.
  ...(["gate-conflict", "version-conflict", "edit-conflict", "session-moves"] as const),
  ...(["session-not-active", "invalid-edit", "not-editable", "cannot"] as const),
  ...(["idempotency-conflict", "idempotency-in-flight"] as const),
  // People of a book.
  ...(["role-too-low", "editors-limit", "invite-unusable", "no-such-member", "already-owner"] as const),
  ...(["too-many-invites", "too-many-members", "too-many-comments"] as const),
  // Starting a book.
  ...(["story-unusable", "story-unreadable", "story-too-long", "language-mismatch"] as const),
  ...(["language-unsupported", "style-unsupported", "tier-unsupported", "slow-unsupported"] as const),
  ...(["format-unsupported", "models-unreachable", "portrait-unusable", "webhook-refused"] as const),
  ...(["font-unusable", "font-in-use", "reference-unusable"] as const),
  // Limits, and unavailable parts of the service.
  ...(["too-many-requests", "too-many-running", "too-many-readings", "readers-busy"] as const),
  ...(["pictures-busy", "fonts-busy", "service-full", "store-unavailable", "starting", "internal"] as const),
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
