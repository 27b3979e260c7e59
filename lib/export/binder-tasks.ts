// Binding as worker tasks. A binding runs in steps, each a task on the same worker: a step ends when the next piece is ready, or when the
// binding needs a source, which only the caller can read.

import type { Book } from "../manga/book.ts";
import type { BookFormat, BoundFormat, Experiment, SheetFormat } from "../manga/export-formats.ts";
import { withTransfer } from "../work/transfer-list.ts";
import type { BookSources } from "./binder.ts";
import { fileBinder } from "./file-binder.ts";

type Loads = Omit<BookSources, "experimental">;

export interface BindingOrder {
  what: { as: "bind"; format: BookFormat } | { as: "sheets"; format: SheetFormat };
  book: Book;
  experimental: readonly Experiment[] | undefined;
}

/** A source that the binding needs to continue. */
export type SourceRequest = {
  [Load in keyof Loads]: { load: Load; given: Parameters<Loads[Load]> };
}[keyof Loads];

export type BindingEvent =
  | { kind: "piece"; bytes: Uint8Array }
  | { kind: "wants"; ask: number; wanted: SourceRequest }
  | { kind: "done" };

export interface BindingStep {
  /** Id of the binding, unique in this process. */
  id: string;
  /** Sent with the first step. */
  opening?: BindingOrder;
  /** Sent after `wants`: the loaded source. */
  answer?: { ask: number; loaded: unknown };
}

interface Binding {
  pieces: AsyncIterator<Uint8Array>;
  /** The piece that is being made. */
  piece: Promise<BindingEvent> | undefined;
  wants: BindingEvent[];
  /** Called when a source is needed. */
  wake: () => void;
  asked: Map<number, (loaded: unknown) => void>;
}

const binder = fileBinder();
const bindings = new Map<string, Binding>();

/** Loads what makes these formats. */
export const ready = (formats: readonly BoundFormat[]): Promise<void> => binder.ready(formats);

/** Runs the next step of a binding. */
export async function resumeBinding({ id, opening, answer }: BindingStep): Promise<BindingEvent> {
  if (opening !== undefined) bindings.set(id, open(opening));
  const binding = bindings.get(id);
  if (binding === undefined) throw new RangeError(`there is no binding ${id}`);
  if (answer !== undefined) {
    binding.asked.get(answer.ask)?.(answer.loaded);
    binding.asked.delete(answer.ask);
  }
  try {
    const told = await next(binding);
    if (told.kind === "done") bindings.delete(id);
    return told.kind === "piece" ? withTransfer(told, told.bytes) : told;
  } catch (error) {
    bindings.delete(id);
    throw error;
  }
}

/** Drops a binding whose remaining pieces are not needed. */
export function dropBinding(id: string): void {
  bindings.delete(id);
}

function open({ what, book, experimental }: BindingOrder): Binding {
  let asks = 0;
  const ask = <Load extends keyof Loads>(load: Load, ...given: Parameters<Loads[Load]>) =>
    new Promise<Awaited<ReturnType<Loads[Load]>>>((resolve) => {
      asks += 1;
      binding.asked.set(asks, resolve as (loaded: unknown) => void);
      binding.wants.push({ kind: "wants", ask: asks, wanted: { load, given } as SourceRequest });
      binding.wake();
    });
  const sources: BookSources = {
    loadPage: (number) => ask("loadPage", number),
    loadCover: () => ask("loadCover"),
    loadArt: (number) => ask("loadArt", number),
    loadPicture: (page, panel) => ask("loadPicture", page, panel),
    loadMarks: (number) => ask("loadMarks", number),
    loadFonts: () => ask("loadFonts"),
    loadSheet: (step) => ask("loadSheet", step),
    experimental,
  };
  const made =
    what.as === "bind" ? binder.bind(what.format, book, sources) : binder.sheets(what.format, book, sources);
  const binding: Binding = {
    pieces: made[Symbol.asyncIterator](),
    ...{ piece: undefined, wants: [], wake() {}, asked: new Map() },
  };
  return binding;
}

/** The next piece, or the source that the binding needs first. */
async function next(binding: Binding): Promise<BindingEvent> {
  if (binding.piece === undefined) {
    binding.piece = binding.pieces
      .next()
      .then(({ done, value }) => (done ? { kind: "done" } : { kind: "piece", bytes: value }));
    // The error is reported by the step that awaits the piece, which may be a later one.
    binding.piece.catch(() => {});
  }
  const { promise: wanted, resolve } = Promise.withResolvers<undefined>();
  binding.wake = () => resolve(undefined);
  const told =
    binding.wants.shift() ?? (await Promise.race([binding.piece, wanted])) ?? binding.wants.shift();
  if (told === undefined) throw new Error("a binding was resumed without a reason");
  if (told.kind !== "wants") binding.piece = undefined;
  return told;
}
