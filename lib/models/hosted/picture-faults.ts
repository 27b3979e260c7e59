// What is wrong with a picture that came, and what is done about it: first by code, then by an edit with one instruction, then by one more
// picture that is told what was wrong. Pure.

/** What a look, or code, finds wrong; the weight says how much worse the picture is for it. */
export type Fault =
  /** Writing in the picture; where it is, in words. */
  | { kind: "letters"; where: string }
  /** More or fewer heads than figures. */
  | { kind: "heads"; seen: number; wanted: number }
  /** Somebody is not the person of their sheet: 0 somebody else, 1 like them. */
  | { kind: "likeness"; character: string; likeness: 0 | 1 }
  | { kind: "hands"; character: string }
  /** What words will cover is full of things. */
  | { kind: "zone"; where: string }
  /** Mended by code: colour in a black-and-white book, a drawn border, weak blacks. */
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

/** Paid mends of one picture. */
export const MOST_REPAIRS = 2;
/** What weighs less is not worth a paid picture. */
const WORTH = 2;

export type Repair =
  /** The picture sent back with one instruction. */
  | { kind: "edit"; fault: Fault }
  /** Another picture of the same, which is told what was wrong. */
  | { kind: "redraw"; faults: readonly Fault[] };

export interface WithFaults {
  faults: readonly Fault[];
}

/**
 * The next paid mend after the pictures that came, the latest last; undefined where the picture is good enough, or no further one is
 * allowed. A fault that a first edit did not take away is not edited again. `edits`: whether the model takes pictures back.
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
  const wasEdited = history.some((mend) => mend.kind === "edit");
  const wasRedrawn = history.some((mend) => mend.kind === "redraw");
  // A picture with other people in it than wanted is another picture; where that came out wrong as well, an edit is left.
  const isEdited = worst.kind !== "heads" || wasRedrawn;
  if (edits && !wasEdited && isEdited) return { kind: "edit", fault: worst };
  return wasRedrawn ? undefined : { kind: "redraw", faults };
}

/** Which of the pictures is kept: the one with the lightest faults, the later one where they are equal. */
export function bestOf<One extends WithFaults>(seen: readonly One[]): One | undefined {
  return seen.reduce<One | undefined>(
    (best, one) => (best === undefined || faultScore(one.faults) <= faultScore(best.faults) ? one : best),
    undefined,
  );
}

/** One instruction for the picture that is sent back. `called`: the words for somebody, by the number of their reference. */
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
      throw new RangeError(`${fault.kind} is mended by code`);
  }
}

/** Faults in words that people read. */
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

/** What is worth a paid mend. */
export const isWorthRepairing = (fault: Fault): boolean =>
  !isRepairedByCode(fault) && weightOf(fault) >= WORTH;

const KEEP = "Keep all else exactly as it is: people, faces, things, lines, tones and framing.";

/** What another picture is told of the last one's faults, as what is there instead. */
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
