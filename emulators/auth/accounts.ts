// The users and their refresh tokens, in the suite's database: users stay signed in across restarts.
import { randomBytes } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";

export interface Account {
  readonly uid: string;
  readonly isAnonymous: boolean;
  /** Milliseconds since 1970, all three. */
  readonly createdAt: number;
  readonly lastLoginAt: number;
  readonly lastRefreshAt: number;
}

const PROVIDERS = ["custom", "anonymous", "password"] as const;
export type Provider = (typeof PROVIDERS)[number];

/** One sign-in of one user, which a refresh token continues. */
export interface SignIn {
  readonly uid: string;
  readonly provider: Provider;
  /** Claims of the id token besides those that all have: those that the custom token added, or those of an account with an address. */
  readonly claims: object;
  /** Milliseconds since 1970. */
  readonly signedInAt: number;
}

export interface Accounts {
  find(uid: string): Account | null;
  /** Creates the account if it does not exist, and records the sign-in. */
  signIn(signIn: SignIn): { readonly isNew: boolean; readonly refreshToken: string };
  /** The sign-in of a refresh token, whose last use is recorded. Null if the token is unknown or its user was deleted. */
  refresh(refreshToken: string, nowMs: number): SignIn | null;
  /** Deletes the account and all of its refresh tokens. */
  remove(uid: string): void;
  removeAll(): void;
}

export function sqliteAccounts(db: DatabaseSync, projectId: string): Accounts {
  db.exec(`
    CREATE TABLE IF NOT EXISTS auth_accounts (
      project TEXT NOT NULL, uid TEXT NOT NULL, is_anonymous INTEGER NOT NULL,
      created_at INTEGER NOT NULL, last_login_at INTEGER NOT NULL, last_refresh_at INTEGER NOT NULL,
      PRIMARY KEY (project, uid)
    );
    CREATE TABLE IF NOT EXISTS auth_refresh_tokens (
      token TEXT PRIMARY KEY, project TEXT NOT NULL, uid TEXT NOT NULL,
      provider TEXT NOT NULL, claims TEXT NOT NULL, signed_in_at INTEGER NOT NULL
    );
    CREATE INDEX IF NOT EXISTS auth_refresh_tokens_by_user ON auth_refresh_tokens (project, uid);
  `);
  const selectAccount = db.prepare("SELECT * FROM auth_accounts WHERE project = ? AND uid = ?");
  const upsertAccount = db.prepare(`
    INSERT INTO auth_accounts VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (project, uid) DO UPDATE
    SET last_login_at = excluded.last_login_at, last_refresh_at = excluded.last_refresh_at`);
  const insertToken = db.prepare("INSERT INTO auth_refresh_tokens VALUES (?, ?, ?, ?, ?, ?)");
  const selectToken = db.prepare("SELECT * FROM auth_refresh_tokens WHERE token = ? AND project = ?");
  const noteRefresh = db.prepare(
    "UPDATE auth_accounts SET last_refresh_at = ? WHERE project = ? AND uid = ?",
  );
  const deleteAccount = db.prepare("DELETE FROM auth_accounts WHERE project = ? AND (? IS NULL OR uid = ?)");
  const deleteTokens = db.prepare(
    "DELETE FROM auth_refresh_tokens WHERE project = ? AND (? IS NULL OR uid = ?)",
  );

  function atOnce(change: () => void): void {
    db.exec("BEGIN IMMEDIATE");
    try {
      change();
      db.exec("COMMIT");
    } catch (error) {
      db.exec("ROLLBACK");
      throw error;
    }
  }

  function find(uid: string): Account | null {
    const row = selectAccount.get(projectId, uid);
    if (row === undefined) return null;
    return {
      uid,
      isAnonymous: row.is_anonymous === 1,
      createdAt: Number(row.created_at),
      lastLoginAt: Number(row.last_login_at),
      lastRefreshAt: Number(row.last_refresh_at),
    };
  }

  function remove(uid: string | null): void {
    atOnce(() => {
      deleteTokens.run(projectId, uid, uid);
      deleteAccount.run(projectId, uid, uid);
    });
  }

  return {
    find,
    signIn({ uid, provider, claims, signedInAt }) {
      const isNew = find(uid) === null;
      const refreshToken = randomBytes(48).toString("base64url");
      atOnce(() => {
        const isAnonymous = Number(provider === "anonymous");
        upsertAccount.run(projectId, uid, isAnonymous, signedInAt, signedInAt, signedInAt);
        insertToken.run(refreshToken, projectId, uid, provider, JSON.stringify(claims), signedInAt);
      });
      return { isNew, refreshToken };
    },
    refresh(refreshToken, nowMs) {
      const row = selectToken.get(refreshToken, projectId);
      if (row === undefined) return null;
      const uid = String(row.uid);
      noteRefresh.run(nowMs, projectId, uid);
      return {
        uid,
        provider: PROVIDERS.find((one) => one === row.provider) ?? "custom",
        claims: JSON.parse(String(row.claims)),
        signedInAt: Number(row.signed_in_at),
      };
    },
    remove,
    removeAll: () => remove(null),
  };
}
