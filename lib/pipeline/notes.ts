// What a claim notes for the timeline: sentences about what was done otherwise than wanted. Bounded, because they may quote what a model
// answered, and a step may ask many questions.

/** Different sentences of one claim that are told. */
const MOST_NOTES = 50;
/** Code points of a sentence that are told. */
const MOST_CHARACTERS = 300;

export interface Notes {
  note(notice: string): void;
  /** Each different sentence once, in order; the last one says how many more there were. */
  told(): string[];
}

export function openNotes(): Notes {
  const notices = new Set<string>();
  let left = 0;
  return {
    note(notice) {
      const told = shortened(notice);
      if (told === "" || notices.has(told)) return;
      if (notices.size < MOST_NOTES) notices.add(told);
      else left += 1;
    },
    told: () => (left === 0 ? [...notices] : [...notices, `and ${left} more`]),
  };
}

/** The sentences of one call, as one text within the same bounds. */
export function notedIn(notices: readonly string[]): string {
  const { note, told } = openNotes();
  for (const notice of notices) note(notice);
  return told().join(" ");
}

/** Firestore takes no lone surrogates, and a cut must not make one. */
function shortened(notice: string): string {
  const points = [...notice.trim().toWellFormed()];
  if (points.length <= MOST_CHARACTERS) return points.join("");
  return `${points.slice(0, MOST_CHARACTERS - 1).join("")}…`;
}
