// Turns a wish into changes of the book, with the reviser that is passed in.
import { ConceptSchema } from "../manga/concept.ts";
import { bookView } from "./book-view.ts";
import { takeId } from "./describe-change.ts";
import { carryResult, editResult } from "./edit-result.ts";
import { pastReviews } from "./graph.ts";
import { isOfRenaming, leaveOut, leaveOutParams } from "./leave-out.ts";
import type { BookChange, ResultEdit } from "./plan-revision.ts";
import { withRefits } from "./refit-redrawn.ts";
import { renameEverywhere } from "./rename-person.ts";
import { type Answer, CannotReviseError, type Reviser, type Wish } from "./reviser.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { EditRefusedError, type StepEditor } from "./step-editor.ts";
import { nodeOf } from "./step-kinds.ts";

type Ports = Pick<Services, "blobs"> & { editor: StepEditor; reviser: Reviser };

/**
 * A result behind an open review counts as standing: it is changed or kept like the others, and is there when the review is passed.
 * Throws `CannotReviseError`, and what editing a result throws.
 */
export async function planWish(ports: Ports, read: Schedule, wish: Wish): Promise<BookChange> {
  const schedule = pastReviews(read);
  const book = bookView(ports, schedule);
  const answer = partly(await ports.reviser.revise(wish, book), wish, schedule);
  const change = await withRefits(ports, schedule, await planAnswer(ports, schedule, answer));
  const { page, panel } = wish.target;
  if (page === undefined || panel === undefined) return change;
  return { ...change, pointedAt: [nodeOf({ phase: "artwork", of: "panel", page, panel }).id] };
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
    throw new EditRefusedError("not-found", "from", `this book has no person called ${rename.from}`);
  }
  if (isCalled(rename.to)) {
    throw new EditRefusedError("invalid-edit", "to", `this book already has a person called ${rename.to}`);
  }
  return planAnswer(ports, schedule, renameEverywhere(rename, book));
}

/** The answer without what the person does not want of it. */
function partly(answer: Answer, { without = [] }: Wish, { params }: Schedule): Answer {
  if (answer.kind === "cannot" || without.length === 0) return answer;
  if (without.some(isOfRenaming)) return nothingLeft(params);
  const ids = new Set(without);
  const results = answer.results?.map(({ ref, change }) => {
    if (change === undefined) return { ref };
    return { ref, change: (before: unknown) => leaveOut(ref.phase, { before, after: change(before) }, ids) };
  });
  const kept = leaveOutParams(answer.params ?? {}, ids);
  const isAny = Object.values(kept).some((value) => value !== undefined);
  return {
    kind: "change",
    ...(results && { results }),
    ...(isAny && { params: kept }),
    takes: answer.takes?.filter((ref) => !ids.has(takeId(nodeOf(ref).id))) ?? [],
    isPartial: true,
  };
}

const nothingLeft = ({ language }: Pick<Schedule["params"], "language">): Answer & { kind: "cannot" } => ({
  kind: "cannot",
  reason: "nothing-to-change",
  message: language === "ja" ? "残る変更がありません。" : "No change is left.",
});

/** Throws `CannotReviseError` for such an answer, and the errors of editing a result. */
export async function planAnswer(
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
  const isNothing =
    takes.length === 0 && !answer.params && results.every((one) => one.base === one.result.output);
  if (answer.isPartial && isNothing) throw new CannotReviseError(nothingLeft(schedule.params));
  return { results, takes, ...(answer.params && { params: answer.params }) };
}
