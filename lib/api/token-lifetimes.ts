// Lifetimes of tokens.

export const ACCESS_SECONDS = 3_600;
export const REFRESH_SECONDS = 7 * 86_400;
/** For this time a used refresh token gets the same answer again, because an answer can be lost. */
export const REFRESH_GRACE_SECONDS = 30;
/** Tolerance for clock differences between machines. */
export const CLOCK_TOLERANCE_SECONDS = 5;
