// Ids that no document of Firestore can have, for tests of whatever takes an id.

export const UNUSABLE_IDS = [
  "",
  ".",
  "..",
  "__a__",
  "__id7__",
  "____",
  "a/b",
  "a/../b",
  "x".repeat(1_501),
  "雨".repeat(501),
  "\ud800",
] as const;
