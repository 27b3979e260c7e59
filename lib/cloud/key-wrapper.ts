// Wraps the data keys of sessions: with keys of the service's own, or (kms-key-wrapper.ts) with one that never leaves Cloud KMS.
import { createHash } from "node:crypto";
import { SealBrokenError, sealer } from "./seal.ts";

/** A session's data key as it is stored. */
export interface WrappedKey {
  /** Identifies the wrapping key, so that a rotation finds what remains to be done. */
  by: string;
  bytes: Uint8Array;
}

export interface KeyWrapper {
  /** Names the key that wraps now. */
  current(): Promise<string>;
  /** `context` is authenticated with it: the wrapped key opens for nothing else. Throws `BusyError` when the keys cannot be reached. */
  wrap(key: Uint8Array, context: KeyContext): Promise<WrappedKey>;
  /**
   * Throws `SealBrokenError` if the wrapped key was altered, was made for another place, or its wrapping key is missing; `BusyError` as
   * above.
   */
  unwrap(wrapped: WrappedKey, context: KeyContext): Promise<Uint8Array>;
}

export interface KeyContext {
  ownerId: string;
  sessionId: string;
}

export function contextBytes({ ownerId, sessionId }: KeyContext): Buffer {
  return Buffer.from(JSON.stringify([ownerId, sessionId, "data-key"]), "utf8");
}

/** A key is identified by the beginning of its hash, so that no versions need to be counted. */
const nameOf = (key: Uint8Array) => `local/${createHash("sha256").update(key).digest("hex").slice(0, 12)}`;

/** By keys of 32 bytes, the newest first: that one wraps, the others only unwrap. Throws `RangeError` on a key of another length. */
export function localKeyWrapper(keys: readonly [Uint8Array, ...Uint8Array[]]): KeyWrapper {
  const [newest] = keys;
  const seals = new Map(keys.map((key) => [nameOf(key), sealer(key)]));
  const name = nameOf(newest);
  const sealOf = (by: string) => {
    const seal = seals.get(by);
    if (seal === undefined) throw new SealBrokenError(`the key ${by}, which wrapped a data key, is missing`);
    return seal;
  };
  const purpose = (context: KeyContext) => ({ ...context, field: "data-key" });
  return {
    current: async () => name,
    async wrap(key, context) {
      const text = Buffer.from(key).toString("base64");
      return { by: name, bytes: sealOf(name).seal(text, purpose(context)) };
    },
    async unwrap({ by, bytes }, context) {
      return Buffer.from(sealOf(by).open(bytes, purpose(context)), "base64");
    },
  };
}
