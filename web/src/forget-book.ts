// Deletes what this browser stores about a deleted book: drafts, unsent edits, places and answers.
import { forgetDrafts } from "./drafts.ts";
import { forgetBook } from "./outbox/outbox.ts";
import { forgetPlace } from "./read-place.ts";
import { forgetPlaces } from "./scroll-place.ts";
import { forgetServerState } from "./server-state.ts";

export async function forgetBookHere(sessionId: string): Promise<void> {
  forgetDrafts(`book.${sessionId}/`);
  forgetPlace(sessionId);
  forgetPlaces(sessionId);
  forgetServerState(sessionId);
  await forgetBook(sessionId);
}
