// Guesses a speaker where the text names none: people take turns, nobody calls their own name, and words betray who uses them.
import type { Person } from "../../../manga/concept.ts";
import type { Around, Clue, Speaker } from "./speakers.ts";

/** Words that only some people use of themselves or at the end of a line. */
const MANNER: readonly { when: RegExp; fits: (person: Person) => boolean }[] = [
  { when: /わし|じゃよ?[。！？]?$|のう[。！？]?$/u, fits: ({ age }) => age === "elder" },
  {
    when: /(?<!\p{Script=Han})(?:俺|おれ|僕|ぼく)(?=[はがもにのをと、])/u,
    fits: ({ gender }) => gender === "male",
  },
  { when: /あたし|(?:わよ|だわ|かしら|のよ)[。！？!?…]*$/u, fits: ({ gender }) => gender === "female" },
  { when: /にゃ|ニャ/u, fits: ({ kind }) => kind === "cat" },
  { when: /(?:ワン|わん)[！!。]*$/u, fits: ({ kind }) => kind === "dog" },
  { when: /^m(?:eow|ew|rr)/iu, fits: ({ kind }) => kind === "cat" },
  { when: /^(?:woof|arf)/iu, fits: ({ kind }) => kind === "dog" },
  { when: /^(?:caw|squawk|tweet|kraa?)/iu, fits: ({ kind }) => kind === "bird" },
  { when: /\b(?:my dear|dearie|sonny|when i was young)\b/iu, fits: ({ age }) => age === "elder" },
  { when: /ピピ|ピー|\bbeep\b/iu, fits: ({ kind }) => kind === "robot" },
];

/** A word that only asks to be heard is followed by what its speaker wants to say. */
const HESITATION = /^(?:あの|ねえ|おい|なあ|えっと|その|あのさ)[、…。]*$/u;

/** Who speaks next; null where the story has nobody. */
export function takeTurn(
  { story, index, unit, roll, people }: Around,
  { not }: Clue,
  speakers: ReadonlyMap<string, Speaker>,
  recent: readonly Person[],
): Person | null {
  const called = roll
    .mentions(unit.text)
    .filter(({ at, end }) => isVocative(unit.text, at, end))
    .map(({ person }) => person);
  const spoken = earlierSpeakers(story, index, speakers);
  const previous = spoken.at(-1);
  const animals = new Set<Person["kind"]>(["cat", "dog", "bird"]);
  const talkers = new Set(
    [...speakers.values()].filter(({ guessed }) => !guessed).map(({ person }) => person),
  );
  const allAnimals = people.every(({ kind }) => animals.has(kind));
  const possible = (person: Person) =>
    person !== not &&
    !called.includes(person) &&
    (!animals.has(person.kind) || talkers.has(person) || allAnimals);
  const manner = MANNER.find(({ when }) => when.test(unit.text));
  if (manner) {
    const known = recent.some((person) => manner.fits(person))
      ? recent
      : [...recent, ...soon({ story, index, roll })];
    const fitting = (known.some((person) => manner.fits(person)) ? known : [...recent, ...people]).filter(
      (person) => manner.fits(person) && person !== not,
    );
    const last = fitting.findLast((person) => recent.includes(person)) ?? fitting[0];
    if (last) return last;
  }
  const before = story.units[index - 1];
  const hesitates = before?.kind === "speech" ? before : story.units[index - 2];
  if (previous && hesitates?.kind === "speech" && HESITATION.test(hesitates.text) && previous !== not)
    return previous;
  const sameBreath =
    before?.kind === "speech" && before.paragraph === unit.paragraph && story.language === "en";
  if (sameBreath && previous) return previous;
  const entering = previous ? undefined : newcomer({ story, index, roll }, recent, possible);
  if (entering) return entering;
  const others = spoken.toReversed().filter((person) => person !== previous && possible(person));
  const near = recent.toReversed().filter((person) => person !== previous && possible(person));
  const here = previous && possible(previous) ? previous : undefined;
  const coming = soon({ story, index, roll }).filter(possible);
  const rest = [...coming, ...people.filter(possible)];
  return others[0] ?? near[0] ?? here ?? rest[0] ?? people[0] ?? null;
}

/** The first voice is often heard before the one who speaks is seen: 「遅い」 … 先輩が立っていた. */
function newcomer(
  { story, index, roll }: Pick<Around, "story" | "index" | "roll">,
  recent: readonly Person[],
  possible: (person: Person) => boolean,
): Person | undefined {
  const next = story.units[index + 1];
  if (next?.kind !== "narration") return undefined;
  return roll
    .mentions(next.text)
    .find(({ person, subject }) => subject && possible(person) && !recent.includes(person))?.person;
}

/** People whom the next sentences name: whoever speaks before anybody was seen is one of them. */
function soon({ story, index, roll }: Pick<Around, "story" | "index" | "roll">): Person[] {
  const next = story.units.slice(index + 1, index + 6).filter(({ kind }) => kind === "narration");
  return next.flatMap(({ text }) => roll.mentions(text).map(({ person }) => person));
}

/** The last speakers of the same stretch of talk, oldest first. */
function earlierSpeakers(
  story: Around["story"],
  index: number,
  speakers: ReadonlyMap<string, Speaker>,
): Person[] {
  const found: Person[] = [];
  for (let at = index - 1; at >= 0 && found.length < 4 && index - at < 24; at -= 1) {
    const unit = story.units[at];
    const person = unit?.kind === "speech" ? speakers.get(unit.id)?.person : undefined;
    if (person) found.unshift(person);
  }
  return found;
}

function isVocative(line: string, at: number, end: number): boolean {
  const before = line.slice(0, at).trimEnd();
  const after = line.slice(end).trimStart();
  return (
    (before === "" || /[、，,。！？!?…]$/u.test(before)) && (after === "" || /^[、，,。！？!?…]/u.test(after))
  );
}
