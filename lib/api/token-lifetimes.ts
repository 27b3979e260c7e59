// How long tokens count.

export const ACCESS_SECONDS = 3_600;
export const REFRESH_SECONDS = 7 * 86_400;
/** An answer can get lost: for so long the same refresh token gives the same answer again. */
export const REFRESH_GRACE_SECONDS = 30;
/** What the clocks of two machines may differ by. */
export const CLOCK_TOLERANCE_SECONDS = 5;
