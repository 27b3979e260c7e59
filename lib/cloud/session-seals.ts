// Each session encrypts with its own key, which is stored wrapped beside its story. So a leaked key exposes one book, a rotation only wraps
// small keys again, and a deleted session's texts cannot be decrypted by anyone.
import { randomBytes } from "node:crypto";
import type { MemoSeal } from "../pipeline/memo.ts";
import { SessionMissingError } from "../pipeline/schedule-store.ts";
import type { Documents } from "./documents.ts";
import { storyPath } from "./firestore-paths.ts";
import { patiently } from "./firestore-transaction.ts";
import type { KeyContext, KeyWrapper, WrappedKey } from "./key-wrapper.ts";
import { type Seal, SealBrokenError, sealer } from "./seal.ts";
import { parseStory, type StoryDocument } from "./story-document.ts";

export interface SessionSeals {
  /** A key for a new session: `wrapped` must be stored with the encrypted texts. Throws `BusyError`. */
  begin(session: KeyContext): Promise<{ seal: Seal; wrapped: WrappedKey }>;
  /**
   * `story`: the session's document, if it was read already. Throws `SessionMissingError`, `BusyError`, and `SealBrokenError` if the
   * session is another owner's or its key is missing.
   */
  of(session: KeyContext, story?: StoryDocument): Promise<Seal>;
}

/** Versions in the header of sealed values: the service's own key, and the session's. */
const SERVICE_KEY = 1;
const SESSION_KEY = 2;
/** Number of sessions whose keys a process caches. */
const HELD = 500;

/** Encrypts with a session's key; also decrypts values encrypted with the service's key. */
export function sealWithSessionKey(key: Uint8Array, serviceKey: Uint8Array | undefined): Seal {
  const keys = new Map([[SESSION_KEY, key]]);
  if (serviceKey !== undefined) keys.set(SERVICE_KEY, serviceKey);
  return sealer({ current: SESSION_KEY, keys });
}

/** `serviceKey` decrypts values from before sessions had their own keys; undefined if there are none. */
export function firestoreSessionSeals(
  { read }: Pick<Documents, "read">,
  wrapper: KeyWrapper,
  serviceKey: Uint8Array | undefined,
): SessionSeals {
  const held = new Map<string, Promise<Seal>>();
  const holdKey = ({ ownerId, sessionId }: KeyContext) => JSON.stringify([ownerId, sessionId]);

  const sealWith = (key: Uint8Array) => sealWithSessionKey(key, serviceKey);

  async function readStory(sessionId: string): Promise<StoryDocument | undefined> {
    const [document] = await patiently(() => read([storyPath(sessionId)]));
    return parseStory(document?.content);
  }

  async function load(session: KeyContext, known: StoryDocument | undefined): Promise<Seal> {
    const story = known ?? (await readStory(session.sessionId));
    if (story === undefined) throw new SessionMissingError(session.sessionId);
    if (story.ownerId !== session.ownerId) throw new SealBrokenError("the session belongs to another owner");
    if (story.key !== null) return sealWith(await wrapper.unwrap(story.key, session));
    if (serviceKey === undefined)
      throw new SealBrokenError("the key from before sessions had keys of their own is missing");
    return sealer(serviceKey);
  }

  return {
    async begin(session) {
      const key = randomBytes(32);
      return { seal: sealWith(key), wrapped: await wrapper.wrap(key, session) };
    },
    of(session, story) {
      const at = holdKey(session);
      const known = held.get(at);
      if (known !== undefined) return known;
      const loading = load(session, story);
      held.set(at, loading);
      loading.catch(() => held.delete(at));
      const [oldest] = held.keys();
      if (held.size > HELD && oldest !== undefined) held.delete(oldest);
      return loading;
    },
  };
}

/** Models' answers are encrypted with the key of the session that paid for them. */
export function memoSeal(seals: SessionSeals): MemoSeal {
  return {
    seal: async (text, purpose) => (await seals.of(purpose)).seal(text, purpose),
    open: async (sealed, purpose) => (await seals.of(purpose)).open(sealed, purpose),
  };
}
