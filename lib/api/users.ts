// Who the owners are, and by what they sign in.
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
  /** What their sessions may be given on each day; the ledger reads it. */
  dayLimit: DayLimitSchema,
});
export type User = z.infer<typeof UserSchema>;

/** By what somebody is recognised: an address, a subject of Google's, a guest's key. Unique together. */
export interface LoginName {
  kind: User["kind"];
  subject: string;
}

export const LoginSchema = z.object({
  schemaVersion: z.literal(1),
  ownerId: z.string(),
  /** Of the kind `password` alone. */
  passwordHash: z.string().optional(),
});
export type Login = z.infer<typeof LoginSchema>;

/** All throw `BusyError` when the store is down. */
export interface UserStore {
  findLogin(name: LoginName): Promise<Login | undefined>;
  /** Creates login and user as one, unless there is such a login: then nothing changes, and its owner is given. */
  create(name: LoginName, user: User, passwordHash?: string): Promise<{ ownerId: string; isNew: boolean }>;
  /** Puts a new hash in the place of `known`; does nothing when another is there by now. */
  replaceHash(name: LoginName, known: string, fresh: string): Promise<void>;
  read(ownerId: string): Promise<User | undefined>;
  /** What an operator sets counts from the next allotment on. False where there is no such user. */
  setDayLimit(ownerId: string, limit: DayLimit): Promise<boolean>;
}
