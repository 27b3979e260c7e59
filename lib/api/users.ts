// User accounts and their logins.
import * as z from "zod";
import { type DayLimit, DayLimitSchema } from "../pipeline/ledger.ts";

export const UserKindSchema = z.enum(["password", "google", "firebase", "guest"]);

export const UserSchema = z.object({
  schemaVersion: z.literal(2),
  ownerId: z.string(),
  kind: UserKindSchema,
  email: z.string().optional(),
  name: z.string().optional(),
  createdAt: z.iso.datetime(),
  /** Daily limit for the user's sessions; the ledger reads it. */
  dayLimit: DayLimitSchema,
});
export type User = z.infer<typeof UserSchema>;

/** Key of a login: an address, a Google subject, or a guest key. The pair of kind and name is unique. */
export interface LoginName {
  kind: User["kind"];
  subject: string;
}

export const LoginSchema = z.object({
  schemaVersion: z.literal(1),
  ownerId: z.string(),
  /** Only for the kind `password`. */
  passwordHash: z.string().optional(),
});
export type Login = z.infer<typeof LoginSchema>;

/** All throw `BusyError` when the store is down. */
export interface UserStore {
  findLogin(name: LoginName): Promise<Login | undefined>;
  /** Creates login and user in one transaction. If the login exists, nothing changes and its owner is returned. */
  create(name: LoginName, user: User, passwordHash?: string): Promise<{ ownerId: string; isNew: boolean }>;
  /** Replaces the hash `known`. Does nothing if another hash is stored by now. */
  replaceHash(name: LoginName, known: string, fresh: string): Promise<void>;
  read(ownerId: string): Promise<User | undefined>;
  /** Sets an operator's limit, which applies from the next allotment on. False if the user does not exist. */
  setDayLimit(ownerId: string, limit: DayLimit): Promise<boolean>;
}
