// Accounts with an address and a password, and their second factors, in the suite's database.
import { randomBytes, scryptSync, timingSafeEqual } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";

export interface PasswordAccount {
  readonly uid: string;
  readonly email: string;
  readonly isVerified: boolean;
}

export interface Factor {
  readonly id: string;
  readonly secret: Uint8Array;
  readonly displayName: string | undefined;
  /** Milliseconds since 1970. */
  readonly enrolledAt: number;
  /** The period of the last code; undefined before the first. */
  readonly usedStep: number | undefined;
}

export interface PasswordAccounts {
  /** False if the address has an account. */
  add(account: { uid: string; email: string; password: string }): boolean;
  find(uid: string): PasswordAccount | null;
  /** Null for a wrong address or password. */
  check(email: string, password: string): PasswordAccount | null;
  setVerified(uid: string, isVerified: boolean): void;
  remove(uid: string): void;
  removeAll(): void;
  factorsOf(uid: string): Factor[];
  addFactor(uid: string, factor: Factor): void;
  /** False if a code of this period or of a later one was used. */
  useStep(factorId: string, step: number): boolean;
  /** False if there is none. */
  removeFactor(uid: string, factorId: string): boolean;
}

export function sqlitePasswordAccounts(db: DatabaseSync, project: string): PasswordAccounts {
  db.exec(`
    CREATE TABLE IF NOT EXISTS auth_passwords (
      project TEXT NOT NULL, uid TEXT NOT NULL, email TEXT NOT NULL, salt BLOB NOT NULL, hash BLOB NOT NULL,
      is_verified INTEGER NOT NULL, PRIMARY KEY (project, uid), UNIQUE (project, email)
    );
    CREATE TABLE IF NOT EXISTS auth_factors (
      id TEXT PRIMARY KEY, project TEXT NOT NULL, uid TEXT NOT NULL, secret BLOB NOT NULL,
      display_name TEXT, enrolled_at INTEGER NOT NULL, used_step INTEGER
    );
  `);
  const insert = db.prepare("INSERT OR IGNORE INTO auth_passwords VALUES (?, ?, ?, ?, ?, 0)");
  const byUid = db.prepare("SELECT * FROM auth_passwords WHERE project = ? AND uid = ?");
  const byEmail = db.prepare("SELECT * FROM auth_passwords WHERE project = ? AND email = ?");
  const verify = db.prepare("UPDATE auth_passwords SET is_verified = ? WHERE project = ? AND uid = ?");
  const factors = db.prepare("SELECT * FROM auth_factors WHERE project = ? AND uid = ? ORDER BY enrolled_at");
  const insertFactor = db.prepare("INSERT INTO auth_factors VALUES (?, ?, ?, ?, ?, ?, ?)");
  const useFactor = db.prepare(
    "UPDATE auth_factors SET used_step = ? WHERE id = ? AND (used_step IS NULL OR used_step < ?)",
  );
  const deleteFactor = db.prepare("DELETE FROM auth_factors WHERE project = ? AND uid = ? AND id = ?");
  const deleteOf = ["auth_passwords", "auth_factors"].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE project = ? AND (? IS NULL OR uid = ?)`),
  );
  // Fast on purpose: these are passwords of tests.
  const hashOf = (password: string, salt: Uint8Array) => scryptSync(password, salt, 32, { N: 2 });
  type Row = Record<string, unknown> | undefined;
  const accountOf = (row: Row): PasswordAccount | null =>
    row === undefined
      ? null
      : { uid: String(row.uid), email: String(row.email), isVerified: row.is_verified === 1 };
  const remove = (uid: string | null) => {
    for (const statement of deleteOf) statement.run(project, uid, uid);
  };

  return {
    add({ uid, email, password }) {
      const salt = randomBytes(16);
      const { changes } = insert.run(project, uid, email.toLowerCase(), salt, hashOf(password, salt));
      return changes === 1;
    },
    find: (uid) => accountOf(byUid.get(project, uid)),
    check(email, password) {
      const row: Row = byEmail.get(project, email.toLowerCase());
      if (!(row?.salt instanceof Uint8Array) || !(row.hash instanceof Uint8Array)) return null;
      return timingSafeEqual(hashOf(password, row.salt), row.hash) ? accountOf(row) : null;
    },
    setVerified: (uid, isVerified) => void verify.run(Number(isVerified), project, uid),
    remove,
    removeAll: () => remove(null),
    factorsOf: (uid) =>
      factors.all(project, uid).map((row) => ({
        id: String(row.id),
        secret: row.secret instanceof Uint8Array ? row.secret : new Uint8Array(),
        displayName: row.display_name === null ? undefined : String(row.display_name),
        enrolledAt: Number(row.enrolled_at),
        usedStep: row.used_step === null ? undefined : Number(row.used_step),
      })),
    addFactor(uid, { id, secret, displayName, enrolledAt, usedStep }) {
      insertFactor.run(id, project, uid, secret, displayName ?? null, enrolledAt, usedStep ?? null);
    },
    useStep: (factorId, step) => useFactor.run(step, factorId, step).changes === 1,
    removeFactor: (uid, factorId) => deleteFactor.run(project, uid, factorId).changes === 1,
  };
}
