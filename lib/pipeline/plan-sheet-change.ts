// Plans a change of one sheet: it is drawn again, an earlier take of it counts, or a person's own picture replaces it.
import type { OwnPicture } from "./picture-wishes.ts";
import type { BookChange } from "./plan-revision.ts";
import { lastShape } from "./progress.ts";
import type { Schedule } from "./schedule.ts";
import { EditRefusedError } from "./step-editor.ts";
import { sheetsOf } from "./step-kinds.ts";

/** The sheet of a character (or the portrait, in a book without sheets), an outfit, a place or the style. Throws `EditRefusedError`. */
function checkSheet(schedule: Schedule, step: string): void {
  const sheets = sheetsOf(lastShape(schedule)).map(({ id }) => id);
  if (sheets.includes(step)) return;
  const message = `this book has no sheet ${step}; it has ${sheets.join(", ") || "none yet"}`;
  throw new EditRefusedError("not-found", "", message);
}

/** `take`: an earlier one, by the number of the version that asked for it; 0 is the first. Absent: a new one. */
export function planSheetRedraw(schedule: Schedule, step: string, take?: number): BookChange {
  checkSheet(schedule, step);
  if (schedule.pictures?.[step]?.own !== undefined) {
    const message = "your own picture replaces this sheet: remove it first";
    throw new EditRefusedError("not-editable", "", message);
  }
  return take === undefined ? { takes: [step] } : { earlier: { step, take } };
}

/** Undefined: the sheet is drawn again. */
export function planOwnSheet(schedule: Schedule, step: string, own: OwnPicture | undefined): BookChange {
  checkSheet(schedule, step);
  return { sheet: { step, own } };
}
