// A binder that runs in the worker pool: a page of some formats takes seconds, and the process must answer other requests meanwhile.
import { randomUUID } from "node:crypto";
import type { Book } from "../manga/book.ts";
import type { TaskModule, Work } from "../work/work.ts";
import type { Binder, BookSources } from "./binder.ts";
import type { BindingOrder, BindingStep, SourceRequest } from "./binder-tasks.ts";

export const BINDER_TASKS: TaskModule<typeof import("./binder-tasks.ts")> = {
  url: new URL("./binder-tasks.ts", import.meta.url),
  load: () => import("./binder-tasks.ts"),
};

/** CPU time limit of a step, from one piece or source to the next: at most a page. */
const CPU_MS = 120_000;

/**
 * The same files as `fileBinder`, byte for byte. The sources are read in this process, one at a time, and other tasks run between the
 * steps. Rethrows errors of the sources and of `Work.run`.
 */
export function pooledBinder(work: Work, signal?: AbortSignal): Binder {
  const limits = { signal, cpuMs: CPU_MS };

  async function* piecesOf(what: BindingOrder["what"], book: Book, sources: BookSources) {
    const id = randomUUID();
    const pinned = work.pin();
    const { experimental } = sources;
    let step: BindingStep = { id, opening: { what, book, experimental } };
    try {
      for (;;) {
        const told = await pinned.run(BINDER_TASKS, "resumeBinding", step, limits);
        if (told.kind === "done") return;
        if (told.kind === "piece") yield told.bytes;
        step =
          told.kind === "piece"
            ? { id }
            : { id, answer: { ask: told.ask, loaded: await load(told.wanted, sources) } };
      }
    } finally {
      // If the worker has ended, the binding is gone already.
      pinned.run(BINDER_TASKS, "dropBinding", id).catch(() => {});
      pinned.release();
    }
  }

  return {
    ready: (formats) => work.run(BINDER_TASKS, "ready", formats, limits),
    bind: (format, book, sources) => piecesOf({ as: "bind", format }, book, sources),
    sheets: (format, book, sources) => piecesOf({ as: "sheets", format }, book, sources),
  };
}

function load(wanted: SourceRequest, sources: BookSources): Promise<unknown> {
  switch (wanted.load) {
    case "loadPage":
      return sources.loadPage(...wanted.given);
    case "loadCover":
      return sources.loadCover();
    case "loadArt":
      return sources.loadArt(...wanted.given);
    case "loadPicture":
      return sources.loadPicture(...wanted.given);
    case "loadMarks":
      return sources.loadMarks(...wanted.given);
    case "loadFonts":
      return sources.loadFonts();
    case "loadSheet":
      return sources.loadSheet(...wanted.given);
  }
}
