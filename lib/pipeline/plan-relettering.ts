// Plans the lettering of a book again, with other words or in another language or direction. No picture is drawn again, except on request
// those whose characters would speak in the wrong order.
import { ArtworkSchema } from "../manga/artwork.ts";
import { type Direction, type Language, layoutDirection, storyLanguage } from "../manga/language.ts";
import { type CsvLine, withPlainBreaks } from "../manga/lettering-csv.ts";
import { markedText, unmarkedText } from "../manga/marked-text.ts";
import {
  type Lines,
  LinesSchema,
  mirroredFigures,
  speakersOutOfOrder,
  withLine,
} from "../manga/relettering.ts";
import { type StoryboardPage, StoryboardPageSchema } from "../manga/storyboard.ts";
import { bookView } from "./book-view.ts";
import { canonicalJson } from "./canonical-json.ts";
import { editResult } from "./edit-result.ts";
import { survey } from "./graph.ts";
import type { BookChange, ResultEdit } from "./plan-revision.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { EditRefusedError, type StepEditor } from "./step-editor.ts";
import { pageId } from "./step-id.ts";
import { nodeOf, type WorkRef } from "./step-kinds.ts";
import { loadJson } from "./store-result.ts";

export interface Relettering {
  /** The words of an edited `lettering.csv`; texts without a row stay as they are. */
  lines?: readonly CsvLine[] | undefined;
  language?: Language | undefined;
  direction?: Direction | undefined;
  /** Whether panels whose speakers would talk in the wrong order are drawn again, with their characters on the opposite sides. */
  redraw?: boolean | undefined;
  /** Whether the session's reader can translate the texts that have no row. */
  translates: boolean;
}

/** A panel whose characters stand in another order than they speak. */
export interface OutOfOrder {
  page: number;
  panel: string;
  /** Their ids, in the order in which they speak. */
  speakers: string[];
}

type Ports = Pick<Services, "blobs"> & { editor: StepEditor };

/** Throws `EditRefusedError` with line and column of the faulty place, and `MovedOnError` as editing does. */
export async function planRelettering(
  ports: Ports,
  schedule: Schedule,
  { lines = [], redraw = false, translates, ...wanted }: Relettering,
): Promise<{ change: BookChange; outOfOrder: OutOfOrder[] }> {
  const { params } = schedule;
  const { language = params.language, direction = params.direction } = wanted;
  const boards = await loadBoards(ports, schedule);
  const found = lines.map((line) => findLine(line, boards));
  const own = storyLanguage(params);
  const edits = language === own ? found.filter((line) => line.of !== line.marked) : [];
  const given = language === own ? undefined : await mergedLines(ports, schedule, { language, found });
  if (given !== undefined && language !== params.language && !translates) checkWhole(given, boards);
  const turned = direction !== params.direction;
  const outOfOrder = turned ? await findOutOfOrder(ports, schedule, { boards, direction }) : [];

  const results: ResultEdit[] = [];
  for (const { number } of boards) {
    const texts = edits.filter(({ line }) => line.page === number);
    const panels = redraw ? outOfOrder.filter(({ page }) => page === number) : [];
    if (texts.length === 0 && panels.length === 0) continue;
    const change = (output: unknown) => changed(StoryboardPageSchema.parse(output), { texts, panels });
    results.push(await editResult(ports, schedule, { ref: boardOf(number), change }));
  }
  const layout = layoutDirection(params);
  const lettering = {
    ...{ language, direction },
    layoutDirection: layout === direction ? undefined : layout,
    lines: await storedLines(ports, schedule, given),
  };
  return { change: { results, lettering }, outOfOrder };
}

const boardOf = (page: number): WorkRef => ({ phase: "storyboard", of: "page", page });

async function loadBoards(ports: Ports, schedule: Schedule): Promise<StoryboardPage[]> {
  const seen = survey(schedule);
  const view = bookView(ports, schedule);
  const boards: StoryboardPage[] = [];
  for (let page = 1; page <= (seen.shape.pages() ?? 0); page++) {
    const ref = boardOf(page);
    if (seen.resultOf(nodeOf(ref)) === undefined) throw notFinished();
    boards.push(StoryboardPageSchema.parse(await view.output(ref)));
  }
  if (boards.length === 0) throw notFinished();
  return boards;
}

function notFinished(): EditRefusedError {
  return new EditRefusedError(
    "not-editable",
    "",
    "the book has no pages yet; letter it again when it is finished",
  );
}

/** A row of the file, with the storyboard's text in its place. */
interface FoundLine {
  line: CsvLine;
  /** As in the storyboard, with its ruby and with line breaks as in the file. */
  of: string;
  /** As in the file. */
  marked: string;
  /** As in the storyboard, without ruby. */
  plain: string;
}

function findLine(line: CsvLine, boards: readonly StoryboardPage[]): FoundLine {
  const refuse = (column: string, problem: string) =>
    new EditRefusedError("invalid-edit", `line ${line.line}, column ${column}`, problem);
  const board = boards.find(({ number }) => number === line.page);
  if (board === undefined) throw refuse("page", `the book has no page ${line.page}; it has ${boards.length}`);
  const panel = board.panels.find(({ id }) => id === line.panel);
  if (panel === undefined) {
    const ids = board.panels.map(({ id }) => id).join(", ");
    throw refuse("panel", `page ${line.page} has no panel ${line.panel}; it has ${ids}`);
  }
  const { texts, sounds } = panel.words;
  const sound = line.balloon.startsWith("s") ? sounds[Number(line.balloon.slice(1)) - 1] : undefined;
  const word = texts.find(({ id }) => id === line.balloon);
  const plain = word?.text ?? sound?.text;
  if (plain === undefined) {
    const ids = [...texts.map(({ id }) => id), ...sounds.map((_, index) => `s${index + 1}`)];
    const has = ids.length === 0 ? "no words" : ids.join(", ");
    throw refuse("balloon", `panel ${line.panel} of page ${line.page} has no ${line.balloon}; it has ${has}`);
  }
  const of = withPlainBreaks(word === undefined ? plain : markedText(word));
  return { line, plain, of, marked: line.text };
}

/** The page with the words of the file, and with the characters of some panels on the opposite sides. */
function changed(
  board: StoryboardPage,
  { texts, panels }: { texts: readonly FoundLine[]; panels: readonly OutOfOrder[] },
): StoryboardPage {
  for (const { line } of texts) {
    const words = board.panels.find(({ id }) => id === line.panel)?.words;
    const unmarked = unmarkedText(line.text);
    const at = words?.texts.findIndex(({ id }) => id === line.balloon) ?? -1;
    const word = words?.texts[at];
    const sound = words?.sounds[Number(line.balloon.slice(1)) - 1];
    if (word !== undefined) words?.texts.splice(at, 1, withLine(word, unmarked));
    else if (sound !== undefined) sound.text = unmarked.text;
  }
  for (const { panel } of panels) {
    const picture = board.panels.find(({ id }) => id === panel)?.picture;
    if (picture !== undefined) picture.figures = mirroredFigures(picture.figures);
  }
  return board;
}

/** The words given now, in addition to those given before in the same language. */
async function mergedLines(
  { blobs }: Ports,
  { params, sessionId }: Schedule,
  { language, found }: { language: Language; found: readonly FoundLine[] },
): Promise<Lines> {
  const isSame = language === params.language && params.lines !== undefined;
  const before = isSame ? LinesSchema.parse(await loadJson(blobs, sessionId, params.lines ?? "")) : {};
  const now = found.map(({ line, plain }) => [
    `${pageId(line.page)}/${line.panel}/${line.balloon}`,
    { of: plain, ...unmarkedText(line.text) },
  ]);
  return { ...before, ...Object.fromEntries(now) };
}

async function storedLines(
  { blobs }: Ports,
  { sessionId }: Schedule,
  lines: Lines | undefined,
): Promise<string | undefined> {
  if (lines === undefined || Object.keys(lines).length === 0) return undefined;
  return blobs.put(sessionId, Buffer.from(canonicalJson(lines), "utf8"), "application/json");
}

/** Throws `EditRefusedError` where a text would stay in the story's language. */
function checkWhole(lines: Lines, boards: readonly StoryboardPage[]): void {
  const missing = boards.flatMap(({ number, panels }) =>
    panels.flatMap(({ id, words }) =>
      [...words.texts.map((word) => word.id), ...words.sounds.map((_, index) => `s${index + 1}`)]
        .filter((text) => lines[`${pageId(number)}/${id}/${text}`] === undefined)
        .map((text) => `page ${number}, panel ${id}, balloon ${text}`),
    ),
  );
  if (missing.length === 0) return;
  const some = missing.slice(0, 3).join("; ");
  const more = missing.length > 3 ? `; and ${missing.length - 3} more` : "";
  throw new EditRefusedError(
    "invalid-edit",
    "csv",
    `texts without a row cannot be translated, and these have none: ${some}${more}`,
  );
}

async function findOutOfOrder(
  { blobs }: Ports,
  schedule: Schedule,
  { boards, direction }: { boards: readonly StoryboardPage[]; direction: Direction },
): Promise<OutOfOrder[]> {
  const seen = survey(schedule);
  const found: OutOfOrder[] = [];
  for (const { number: page, panels } of boards) {
    for (const panel of panels) {
      if (new Set(panel.words.texts.flatMap(({ speaker }) => speaker ?? [])).size < 2) continue;
      const output = seen.resultOf(
        nodeOf({ phase: "artwork", of: "panel", page, panel: panel.frame.drawn?.of ?? panel.id }),
      )?.output;
      if (output === undefined) throw notFinished();
      const art = ArtworkSchema.parse(await loadJson(blobs, schedule.sessionId, output));
      const speakers = speakersOutOfOrder(panel, art, direction);
      if (speakers !== undefined) found.push({ page, panel: panel.id, speakers });
    }
  }
  return found;
}
