// Refresh token rotation with reuse detection. A family is one sign-in. Each refresh token gives one child; a second use means that the
// token was stolen, so the whole family ends. https://www.rfc-editor.org/rfc/rfc9700#section-4.14
import * as z from "zod";
import { REFRESH_GRACE_SECONDS, REFRESH_SECONDS } from "./token-lifetimes.ts";
import { MOST_GUESTS, UserKindSchema } from "./users.ts";

/** Milliseconds since 1970. */
const TimeSchema = z.int().nonnegative();

const common = {
  schemaVersion: z.literal(1),
  familyId: z.string(),
  ownerId: z.string(),
  createdAt: TimeSchema,
  /** How the person signed in. Absent in families from before it was recorded. */
  way: UserKindSchema.optional(),
};

/** Why a sign-in ended: by its holder, by a stolen token, from the list of sign-ins, because its guest became an account. */
const EndSchema = z.enum(["logout", "reuse", "ended", "joined"]);
export type FamilyEnd = z.infer<typeof EndSchema>;

export const TokenFamilySchema = z.discriminatedUnion("status", [
  z.object({
    ...common,
    status: z.literal("live"),
    /** Owner ids, besides `ownerId`, whose books the sign-in may see and change. */
    alsoOwns: z.array(z.string()).max(MOST_GUESTS).optional(),
    /** The valid refresh token. */
    current: z.object({ tokenId: z.string(), issuedAt: TimeSchema }),
    /** The token that `current` replaced. */
    previous: z.object({ tokenId: z.string(), replacedAt: TimeSchema }).optional(),
  }),
  z.object({
    ...common,
    status: z.literal("revoked"),
    revokedAt: TimeSchema,
    reason: EndSchema,
  }),
]);
export type TokenFamily = z.infer<typeof TokenFamilySchema>;
export type LiveFamily = Extract<TokenFamily, { status: "live" }>;

/** All throw `BusyError` when the store is down. */
export interface FamilyStore {
  /** `build` gets the store's clock. */
  create(build: (now: number) => LiveFamily): Promise<LiveFamily>;
  read(familyId: string): Promise<TokenFamily | undefined>;
  /** All families of an owner that are stored: until their last token has expired. */
  listOf(ownerId: string): Promise<TokenFamily[]>;
  /** Runs `decide` in a transaction, possibly more than once. A returned family is written. */
  update<T>(
    familyId: string,
    decide: (family: TokenFamily | undefined, now: number) => { family?: TokenFamily; value: T },
  ): Promise<T>;
}

export function newFamily(
  ids: { familyId: string; ownerId: string; tokenId: string },
  now: number,
  rights: Pick<LiveFamily, "way" | "alsoOwns"> = {},
): LiveFamily {
  const { familyId, ownerId, tokenId } = ids;
  const current = { tokenId, issuedAt: now };
  return { schemaVersion: 1, status: "live", familyId, ownerId, createdAt: now, ...rights, current };
}

/** When the family's last token expires. */
export function familyEnd(family: TokenFamily): number {
  const last = family.status === "live" ? family.current.issuedAt : family.revokedAt;
  return last + REFRESH_SECONDS * 1_000;
}

export type Refresh =
  /** `family`: the new state, or for a repeat the unchanged one. */
  | { outcome: "child" | "same-child"; family: LiveFamily }
  | { outcome: "reuse"; family: TokenFamily }
  | { outcome: "revoked" };

/** Decides what the use of a refresh token does to its family. `childId`: id of a new child, if one is made. */
export function planRefresh(
  family: TokenFamily | undefined,
  { tokenId, childId }: { tokenId: string; childId: string },
  now: number,
): Refresh {
  if (family?.status !== "live") return { outcome: "revoked" };
  const { current, previous } = family;
  if (tokenId === current.tokenId) {
    const child = { tokenId: childId, issuedAt: now };
    return {
      outcome: "child",
      family: { ...family, current: child, previous: { tokenId, replacedAt: now } },
    };
  }
  if (tokenId === previous?.tokenId && now - previous.replacedAt <= REFRESH_GRACE_SECONDS * 1_000) {
    return { outcome: "same-child", family };
  }
  return { outcome: "reuse", family: revoke(family, "reuse", now) };
}

/** For `FamilyStore.update`: ends a family that is live. */
export function ending(reason: FamilyEnd) {
  return (family: TokenFamily | undefined, now: number) =>
    family?.status === "live" ? { family: revoke(family, reason, now), value: true } : { value: false };
}

export function revoke(family: TokenFamily, reason: FamilyEnd, now: number): TokenFamily {
  if (family.status === "revoked") return family;
  const { familyId, ownerId, createdAt, way } = family;
  const kept = { familyId, ownerId, createdAt, ...(way && { way }) };
  return { schemaVersion: 1, status: "revoked", ...kept, revokedAt: now, reason };
}
