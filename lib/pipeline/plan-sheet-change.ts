// What a change of one sheet comes to: it is drawn again, an earlier take of it counts, or a person's own picture stands for it.
import type { OwnPicture } from "./picture-wishes.ts";
import type { BookChange } from "./plan-revision.ts";
import { lastShape } from "./progress.ts";
import type { Schedule } from "./schedule.ts";
import { EditRefusedError } from "./step-editor.ts";
import { previewName } from "./step-id.ts";
import { type Node, sheetsOf } from "./step-kinds.ts";

/** The sheet of that name: `style`, `c1`, `c1.o2`, `place.l1`. Throws `EditRefusedError` where the book has none. */
export function sheetNode(schedule: Schedule, name: string): Node {
  const sheets = sheetsOf(lastShape(schedule));
  const node = sheets.find(({ id }) => previewName(id) === name);
  if (node !== undefined) return node;
  const known = sheets.map(({ id }) => previewName(id)).join(", ");
  const message = `this book has no sheet ${name}; it has ${known || "none yet"}`;
  throw new EditRefusedError("not-found", "", message);
}

/** `take`: an earlier one, by the number of the version that asked for it; 0 is the first. Absent: a new one. */
export function planSheetRedraw(schedule: Schedule, name: string, take?: number): BookChange {
  const { id } = sheetNode(schedule, name);
  if (schedule.pictures?.[id]?.own !== undefined) {
    const message = `a picture of your own stands for ${name}: take it away first`;
    throw new EditRefusedError("not-editable", "", message);
  }
  return take === undefined ? { takes: [id] } : { earlier: { step: id, take } };
}

export function planOwnSheet(schedule: Schedule, name: string, own: OwnPicture | undefined): BookChange {
  return { sheet: { step: sheetNode(schedule, name).id, own } };
}
