// Decides which quick options can be carried out in a book as it is now, by planning a wish for each, as a preview does.
import type { BlobStore } from "./blob-store.ts";
import { bookView } from "./book-view.ts";
import { pastReviews } from "./graph.ts";
import type { Option } from "./options.ts";
import { withChange } from "./plan-revision.ts";
import { planWish } from "./plan-wish.ts";
import { withoutStoring } from "./preview-wish.ts";
import { EditConflictError, MovedOnError } from "./refusals.ts";
import { CannotReviseError, type Wish } from "./reviser.ts";
import type { RevisionServices } from "./revisions.ts";
import type { Schedule } from "./schedule.ts";
import { EditRefusedError } from "./step-editor.ts";

/** Nothing is changed or stored. A cancelled session has no options. Throws what a reader and a store throw. */
export async function offeredOptions(
  services: Pick<RevisionServices, "blobs" | "editor" | "reviser">,
  schedule: Schedule,
  options: readonly Option[],
): Promise<Option[]> {
  if (schedule.state.status === "cancelled") return [];
  const ports = { ...services, blobs: readOnce(withoutStoring(services.blobs)) };
  const book = bookView(ports, pastReviews(schedule));
  const offered: Option[] = [];
  for (const option of options) {
    const examples = await ports.reviser.examples(option.id, book);
    if (await isAnyPlanned(ports, schedule, examples)) offered.push(option);
  }
  return offered;
}

async function isAnyPlanned(
  ports: Pick<RevisionServices, "blobs" | "editor" | "reviser">,
  schedule: Schedule,
  wishes: readonly Wish[],
): Promise<boolean> {
  for (const wish of wishes) {
    try {
      const change = await planWish(ports, schedule, wish);
      withChange(schedule, change, { by: schedule.ownerId, at: schedule.createdAt });
      return true;
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  }
  return false;
}

const isRefusal = (error: unknown): boolean =>
  [CannotReviseError, EditRefusedError, EditConflictError, MovedOnError].some(
    (kind) => error instanceof kind,
  );

/** Reads each blob once: plans for a screen's options read the same results. */
function readOnce(blobs: BlobStore): BlobStore {
  const known = new Map<string, ReturnType<BlobStore["get"]>>();
  return {
    ...blobs,
    get(sessionId, hash) {
      const read = known.get(hash) ?? blobs.get(sessionId, hash);
      known.set(hash, read);
      return read;
    },
  };
}
