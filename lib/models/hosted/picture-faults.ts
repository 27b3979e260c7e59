// Faults of a picture and their repair: first by code, then by an edit with one instruction, then by a redraw whose prompt names the
// faults. Pure.

/** A fault that an inspection or code finds; its weight says how bad it is. */
export type Fault =
  /** Writing in the picture, and its position in words. */
  | { kind: "letters"; where: string }
  /** More or fewer heads than expected. */
  | { kind: "heads"; seen: number; wanted: number }
  /** A person unlike their sheet: 0 another person, 1 similar. */
  | { kind: "likeness"; character: string; likeness: 0 | 1 }
  | { kind: "hands"; character: string }
  /** The area for words is not empty. */
  | { kind: "zone"; where: string }
  /** Repaired by code: colour in a black-and-white book, a drawn border, weak blacks. */
  | { kind: "colour" }
  | { kind: "border" }
  | { kind: "levels" };

const BY_CODE: ReadonlySet<Fault["kind"]> = new Set(["colour", "border", "levels"]);

export const isRepairedByCode = ({ kind }: Fault): boolean => BY_CODE.has(kind);

export function weightOf(fault: Fault): number {
  switch (fault.kind) {
    case "letters":
      return 5;
    case "heads":
      return 4;
    case "likeness":
      return fault.likeness === 0 ? 4 : 1;
    case "border":
      return 3;
    case "zone":
    case "hands":
      return 2;
    case "colour":
    case "levels":
      return 1;
  }
}

export const faultScore = (faults: readonly Fault[]): number =>
  faults.reduce((sum, fault) => sum + weightOf(fault), 0);

/** The most paid repairs of one picture. */
export const MOST_REPAIRS = 2;
/** Faults of less weight are not worth a paid repair. */
const LEAST_WEIGHT = 2;

export type Repair =
  /** An edit of the picture with one instruction. */
  | { kind: "edit"; fault: Fault }
  /** Another picture, whose prompt names the faults. */
  | { kind: "redraw"; faults: readonly Fault[] };

export interface WithFaults {
  faults: readonly Fault[];
}

/**
 * The next paid repair after the pictures so far, the latest last; undefined where the picture is good enough, or no further repair is
 * allowed. A fault that a first edit did not remove is not edited again. `edits`: whether the model takes pictures.
 */
export function planRepair(
  seen: readonly WithFaults[],
  history: readonly Repair[],
  { edits }: { edits: boolean },
): Repair | undefined {
  const last = seen.at(-1);
  if (last === undefined || history.length >= MOST_REPAIRS) return undefined;
  const faults = last.faults.filter(isWorthRepairing).toSorted((a, b) => weightOf(b) - weightOf(a));
  const [worst] = faults;
  if (worst === undefined) return undefined;
  const wasEdited = history.some((repair) => repair.kind === "edit");
  const wasRedrawn = history.some((repair) => repair.kind === "redraw");
  // A wrong number of people needs a redraw; if the redraw has other faults, an edit may follow.
  const isEdited = worst.kind !== "heads" || wasRedrawn;
  if (edits && !wasEdited && isEdited) return { kind: "edit", fault: worst };
  return wasRedrawn ? undefined : { kind: "redraw", faults };
}

/** The picture with the least faults; the later one of equal pictures. */
export function bestOf<One extends WithFaults>(seen: readonly One[]): One | undefined {
  return seen.reduce<One | undefined>(
    (best, one) => (best === undefined || faultScore(one.faults) <= faultScore(best.faults) ? one : best),
    undefined,
  );
}

/** The instruction for an edit. `called`: the words for a character, by the number of their reference. */
export function instructionFor(fault: Fault, called: (character: string) => string): string {
  switch (fault.kind) {
    case "letters":
      return `Take the writing ${fault.where === "" ? "" : `at the ${fault.where} `}away: fill its place with the drawing around it, and leave signs and pages blank. ${KEEP}`;
    case "likeness":
      return `Give ${called(fault.character)} in the picture the face, hair and clothes of that reference. ${KEEP}`;
    case "hands":
      return `Draw the hands of ${called(fault.character)} with five fingers each, whole and at rest where they are. ${KEEP}`;
    case "zone":
      return `Make the ${fault.where} of the picture plain and nearly empty: sky, wall or ground. ${KEEP}`;
    case "heads":
      return `Leave exactly ${fault.wanted} people in the picture. ${KEEP}`;
    case "colour":
    case "border":
    case "levels":
      throw new RangeError(`${fault.kind} is repaired by code and has no instruction`);
  }
}

/** Faults in words for users. */
export function faultsInWords(faults: readonly Fault[]): string {
  return [...new Set(faults.map(inWords))].join(", ");
}

function inWords(fault: Fault): string {
  switch (fault.kind) {
    case "letters":
      return fault.where === "" ? "letters" : `letters (${fault.where})`;
    case "heads":
      return `${fault.seen} heads, not ${fault.wanted}`;
    case "likeness":
      return `${fault.character} ${fault.likeness === 0 ? "is somebody else than" : "differs from"} the sheet`;
    case "hands":
      return `the hands of ${fault.character}`;
    case "zone":
      return "little room for words";
    case "colour":
    case "border":
      return `a ${fault.kind}`;
    case "levels":
      return "weak blacks";
  }
}

/** Whether a fault is worth a paid repair. */
export const isWorthRepairing = (fault: Fault): boolean =>
  !isRepairedByCode(fault) && weightOf(fault) >= LEAST_WEIGHT;

const KEEP = "Keep all else exactly as it is: people, faces, things, lines, tones and framing.";

/** Phrases for a redraw that state the opposite of the last picture's faults. */
export function wordsFor(faults: readonly Fault[], called: (character: string) => string): string {
  const said = new Set(faults.map((fault) => insteadOf(fault, called)));
  return [...said].filter((words) => words !== "").join("; ");
}

function insteadOf(fault: Fault, called: (character: string) => string): string {
  switch (fault.kind) {
    case "letters":
      return "every surface is blank and unlettered";
    case "heads":
      return `exactly ${fault.wanted} people, each of them once`;
    case "likeness":
      return `${called(fault.character)} with that very face, hair and clothes`;
    case "hands":
      return `whole hands of ${called(fault.character)} with five fingers each`;
    case "zone":
      return `the ${fault.where} plain and nearly empty`;
    case "colour":
    case "border":
    case "levels":
      return "";
  }
}
