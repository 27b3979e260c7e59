// The rate limits of the API. Their names are in the answer's `RateLimit` field and in the audit.

export interface LimitRule {
  name: string;
  limit: number;
  windowSeconds: number;
}

export const REQUESTS = { name: "requests", limit: 100, windowSeconds: 60 } as const;
/** For shared books: a page with a hundred thumbnails makes a hundred requests, each of which is counted. */
export const SHARED_READS = { name: "shared-reads", limit: 1_200, windowSeconds: 60 } as const;
/** For previews of letterings: an editor asks for one with each edit. They store nothing. */
export const PREVIEWS = { name: "previews", limit: 300, windowSeconds: 60 } as const;
export const SIGN_INS = { name: "sign-ins", limit: 10, windowSeconds: 60 } as const;
/** Password attempts for one account, from all addresses. */
export const PASSWORD_TRIES = { name: "password-tries", limit: 10, windowSeconds: 600 } as const;
/** Readings of a story before a session. Each may take a worker for 20 s of CPU time. */
export const READINGS = { name: "readings", limit: 30, windowSeconds: 60 } as const;
/** Each answer costs a call of the key service, which unwraps the session's key. */
export const STORY_READS = { name: "story-reads", limit: 30, windowSeconds: 60 } as const;

/** Fonts that one owner supplies. Each is stored with its book until the book is deleted. */
export const FONTS = { name: "fonts", limit: 10, windowSeconds: 3_600 } as const;

/** Reports about shared books from one address. */
export const REPORTS = { name: "reports", limit: 5, windowSeconds: 60 } as const;

export const LIMIT_NAMES = [
  REQUESTS.name,
  SHARED_READS.name,
  PREVIEWS.name,
  SIGN_INS.name,
  PASSWORD_TRIES.name,
  READINGS.name,
  STORY_READS.name,
  FONTS.name,
  REPORTS.name,
] as const;
