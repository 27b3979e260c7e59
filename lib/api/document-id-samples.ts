// Invalid Firestore document ids, for tests of code that takes an id.

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
