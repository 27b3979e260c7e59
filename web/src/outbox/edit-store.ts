// Port for storing waiting edits, with its IndexedDB implementation, which all tabs share and which survives closing the browser.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { WaitingEdit } from "./waiting-edit.ts";

/** Every method rejects with a `DOMException` if the browser stores nothing, as some do in private windows. */
export interface EditStore {
  /** The edits of an account, in order of creation. */
  list(account: string): Promise<WaitingEdit[]>;
  /**
   * Reads the edits of one book and stores the result of `plan`, in one transaction. Edits missing in the result are deleted. `plan` must
   * be synchronous, because an IndexedDB transaction ends when nothing is pending.
   */
  change(
    of: { account: string; sessionId: string },
    plan: (edits: readonly WaitingEdit[]) => readonly WaitingEdit[],
  ): Promise<WaitingEdit[]>;
}

interface Schema extends DBSchema {
  edits: { key: string; value: WaitingEdit; indexes: { book: [string, string]; account: string } };
}

const NAME = "mekuri";

export function browserEditStore(): EditStore {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const open = () => {
    opened ??= openDB<Schema>(NAME, 1, {
      upgrade(db) {
        const edits = db.createObjectStore("edits", { keyPath: "id" });
        edits.createIndex("book", ["account", "sessionId"]);
        edits.createIndex("account", "account");
      },
      // A newer studio in another tab wants to upgrade the database: close it, and open it again when needed.
      blocking(_current, _blocked, event) {
        opened = undefined;
        (event.target as IDBDatabase).close();
      },
      terminated() {
        opened = undefined;
      },
    }).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  return {
    async list(account) {
      return inOrder(await (await open()).getAllFromIndex("edits", "account", account));
    },
    async change({ account, sessionId }, plan) {
      const transaction = (await open()).transaction("edits", "readwrite", { durability: "strict" });
      const { store } = transaction;
      const before = inOrder(await store.index("book").getAll([account, sessionId]));
      const after = plan(before);
      const kept = new Set(after.map(({ id }) => id));
      await Promise.all([
        ...after.filter((one) => !before.includes(one)).map((one) => store.put(one)),
        ...before.filter(({ id }) => !kept.has(id)).map(({ id }) => store.delete(id)),
        transaction.done,
      ]);
      return [...after];
    },
  };
}

/** In-memory implementation: for tests, and if the browser stores nothing, so that edits are sent at least while the page is open. */
export function memoryEditStore(): EditStore {
  let edits: WaitingEdit[] = [];
  return {
    list: async (account) => inOrder(edits.filter((one) => one.account === account)),
    async change({ account, sessionId }, plan) {
      const isOf = (one: WaitingEdit) => one.account === account && one.sessionId === sessionId;
      const after = plan(inOrder(edits.filter(isOf)));
      edits = [...edits.filter((one) => !isOf(one)), ...after];
      return [...after];
    },
  };
}

const inOrder = (edits: readonly WaitingEdit[]) => edits.toSorted((a, b) => a.order - b.order);
