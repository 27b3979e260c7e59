// Turns a wish into changes of the book, with the reviser that is passed in.
import { ConceptSchema } from "../manga/concept.ts";
import { bookView } from "./book-view.ts";
import { carryResult, editResult } from "./edit-result.ts";
import type { BookChange, ResultEdit } from "./plan-revision.ts";
import { renameEverywhere } from "./rename-person.ts";
import { type Answer, CannotReviseError, type Reviser, type Wish } from "./reviser.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { EditRefusedError, type StepEditor } from "./step-editor.ts";
import { nodeOf } from "./step-kinds.ts";

type Ports = Pick<Services, "blobs"> & { editor: StepEditor; reviser: Reviser };

/** Throws `CannotReviseError`, and the errors of editing a result. */
export async function planWish(ports: Ports, schedule: Schedule, wish: Wish): Promise<BookChange> {
  return planAnswer(ports, schedule, await ports.reviser.revise(wish, bookView(ports, schedule)));
}

/** Throws `EditRefusedError` where no character has the old name, or one has the new name, and the errors of editing a result. */
export async function planRename(
  ports: Omit<Ports, "reviser">,
  schedule: Schedule,
  rename: { from: string; to: string },
): Promise<BookChange> {
  const book = bookView(ports, schedule);
  const { people } = ConceptSchema.parse(await book.output({ phase: "concept", of: "book" }));
  const isCalled = (name: string) => people.some((one) => one.name === name || one.aliases.includes(name));
  if (!isCalled(rename.from)) {
    throw new EditRefusedError("not-found", "from", `nobody in this book is called ${rename.from}`);
  }
  if (isCalled(rename.to)) {
    throw new EditRefusedError("invalid-edit", "to", `somebody in this book is called ${rename.to} already`);
  }
  return planAnswer(ports, schedule, renameEverywhere(rename, book));
}

async function planAnswer(
  ports: Omit<Ports, "reviser">,
  schedule: Schedule,
  answer: Answer,
): Promise<BookChange> {
  if (answer.kind === "cannot") throw new CannotReviseError(answer);
  const results: ResultEdit[] = [];
  let people: readonly string[] | undefined;
  for (const { ref, change } of answer.results ?? []) {
    const edit =
      change === undefined
        ? carryResult(schedule, ref)
        : await editResult(ports, schedule, { ref, change, people, beside: results });
    if (edit !== undefined) results.push(edit);
    people = edit?.result.characters ?? people;
  }
  const takes = (answer.takes ?? []).map((ref) => nodeOf(ref).id);
  return { results, takes, ...(answer.params && { params: answer.params }) };
}
