// Guesses a speaker where the text names none: people take turns, nobody calls their own name, and words betray who uses them.
import type { Person } from "../../../manga/concept.ts";
import type { StoryUnit } from "../../../manga/story.ts";
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
  { when: /^(?:ワン|わん)(?:ワン|わん|[ッっー、。！!…])*$/u, fits: ({ kind }) => kind === "dog" },
  { when: /^m(?:eow|ew|rr)/iu, fits: ({ kind }) => kind === "cat" },
  { when: /^(?:woof|arf)/iu, fits: ({ kind }) => kind === "dog" },
  { when: /^(?:caw|squawk|tweet|kraa?)/iu, fits: ({ kind }) => kind === "bird" },
  { when: /\b(?:my dear|dearie|sonny|when i was young)\b/iu, fits: ({ age }) => age === "elder" },
  { when: /ピピ|ピー|\bbeep\b/iu, fits: ({ kind }) => kind === "robot" },
];

/** Whether the words of a line are not theirs: わし of a child, where somebody else fits. */
export function contradicts(line: string, person: Person, people: readonly Person[]): boolean {
  const manner = MANNER.find(({ when }) => when.test(line));
  return manner !== undefined && !manner.fits(person) && people.some((other) => manner.fits(other));
}

/** Whether a line is what such a speaker says of itself: わん of a dog, わし of an old man. */
export function sounds(line: string, person: Person): boolean {
  return MANNER.find(({ when }) => when.test(line))?.fits(person) ?? false;
}

/** A word that only asks to be heard is followed by what its speaker wants to say. */
const HESITATION = /^(?:あの|ねえ|おい|なあ|えっと|その|あのさ)[、…。]*$/u;

/** Who speaks next; null where the story has nobody. */
export function takeTurn(
  { story, index, unit, roll, people }: Around,
  { not }: Clue,
  speakers: ReadonlyMap<string, Speaker>,
  recent: readonly Person[],
): Person | null {
  const called = calledIn(unit, roll);
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
    !addresses(unit, person) &&
    (!animals.has(person.kind) || talkers.has(person) || allAnimals);
  const manner = MANNER.find(({ when }) => when.test(unit.text));
  if (CRY.test(unit.text) && manner && !people.some((person) => manner.fits(person))) return null;
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
  if (previous && keepsPolite({ story, index, unit }, previous, speakers) && possible(previous))
    return previous;
  const relative = kin({ story, index, unit }, speakers);
  if (relative && possible(relative)) return relative;
  const before = story.units[index - 1];
  const hesitates = before?.kind === "speech" ? before : story.units[index - 2];
  if (previous && hesitates?.kind === "speech" && HESITATION.test(hesitates.text) && previous !== not)
    return previous;
  const sameBreath =
    before?.kind === "speech" && before.paragraph === unit.paragraph && story.language === "en";
  if (sameBreath && previous) return previous;
  const voice = unseenVoice({ story, index, roll }, previous, possible);
  if (voice) return voice;
  const entering =
    previous && !opensDoor(before)
      ? undefined
      : newcomer({ story, index, roll }, previous ? [] : recent, possible);
  if (entering) return entering;
  const others = spoken.toReversed().filter((person) => person !== previous && possible(person));
  const near = recent.toReversed().filter((person) => person !== previous && possible(person));
  const answered = before?.kind === "speech" && before.paragraph !== unit.paragraph;
  const here = previous && possible(previous) && !answered ? previous : undefined;
  const coming = soon({ story, index, roll }).filter(possible);
  const rest = [...coming, ...people.filter(possible)].filter((person) => person !== previous);
  return others[0] ?? near[0] ?? here ?? rest[0] ?? previous ?? people[0] ?? null;
}

/** Whether an animal's cry is all there is of a line. */
export const isCry = (line: string): boolean => CRY.test(line);

const CRY = /^(?:(?:にゃ|ニャ|みゃ)[あぁんーアァン]*|ワンワン?|わんわん?|meow|woof|arf)[。！!.…]*$/iu;

/** ガラッ、と扉が開いた。: whoever speaks next comes in. */
const opensDoor = (before: StoryUnit | undefined): boolean =>
  before?.kind === "narration" &&
  /(?:扉|ドア|戸|ふすま|障子)が[^。]{0,6}(?:開|あ)[いけ]|\b(?:door|gate)s? (?:flew |swung |burst |slid |creaked )?open(?:ed)?\b/u.test(
    before.text,
  );

const POLITE = /(?:です|ます|ました|ません|でした|でしょう|ください)(?:[かねよが]|よね)?(?:[。！？…]|$)/u;

/** 「…落としました」と彼女は言った。「形見なのです」: who is polite goes on, where nobody else who talks here is. */
function keepsPolite(
  { story, index, unit }: Pick<Around, "story" | "index" | "unit">,
  previous: Person,
  speakers: ReadonlyMap<string, Speaker>,
): boolean {
  if (story.language !== "ja" || !POLITE.test(unit.text)) return false;
  const before = story.units[index - 1];
  if (before?.kind !== "narration" || !/^(?:と|って)/u.test(before.text)) return false;
  const said = story.units
    .slice(Math.max(0, index - 16), index)
    .flatMap(({ id, kind, text }) => (kind === "speech" ? [{ person: speakers.get(id)?.person, text }] : []));
  const others = said.filter(({ person }) => person && person !== previous);
  return (
    others.length > 0 &&
    !others.some(({ text }) => POLITE.test(text)) &&
    said.some(({ person, text }) => person === previous && POLITE.test(text))
  );
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

/** 「看護婦さん」 / 子どもの声がした: somebody speaks who is seen only then. */
function unseenVoice(
  { story, index, roll }: Pick<Around, "story" | "index" | "roll">,
  previous: Person | undefined,
  possible: (person: Person) => boolean,
): Person | undefined {
  const next = story.units[index + 1];
  if (
    next?.kind !== "narration" ||
    !/声が(?:し|聞こえ|響)|\b(?:a|the|another) (?:[a-z]+ )?voice\b/u.test(next.text)
  )
    return undefined;
  return soon({ story, index, roll }).find((person) => person !== previous && possible(person));
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

/** People whom a line calls by name; they are not the ones who say it. */
export function calledIn({ text }: StoryUnit, roll: Around["roll"]): Person[] {
  return roll
    .mentions(text)
    .filter(({ at, end }) => isVocative(text, at, end))
    .map(({ person }) => person);
}

/** Words that call somebody by what they are, and whom they fit. */
const CALLS: readonly { when: RegExp; fits: (person: Person) => boolean }[] = [
  {
    when: /お?嬢(?:さん|ちゃん)|(?:そこの|町の)娘|\b(?:little girl|young lady|miss)\b/iu,
    fits: ({ gender, age }) => gender === "female" && (age === "child" || age === "teen"),
  },
  {
    when: /坊や|坊主|小僧|\b(?:my boy|young man|sonny)\b/iu,
    fits: ({ gender, age }) => gender === "male" && (age === "child" || age === "teen"),
  },
  {
    when: /(?:^|[、。！？!?…])お?(?:じい|爺)(?:ちゃん|さん|様)(?=[、。！？!?…]|$)|(?:^|[,.!?…] )(?:grandpa|grandad|grandfather|gramps)(?=[,.!?…]|$)/iu,
    fits: ({ gender, age }) => gender === "male" && age === "elder",
  },
  {
    when: /(?:^|[、。！？!?…])お?(?:ばあ|婆)(?:ちゃん|さん|様)(?=[、。！？!?…]|$)|(?:^|[,.!?…] )(?:grandma|granny|nana|grandmother)(?=[,.!?…]|$)/iu,
    fits: ({ gender, age }) => gender === "female" && age === "elder",
  },
  { when: /お侍(?:さま|さん|様)/u, fits: ({ name, aliases }) => [name, ...aliases].includes("侍") },
];

/** Whether a line calls somebody by a word that fits this person, so that somebody else must have said it. */
export function addresses({ text }: StoryUnit, person: Person): boolean {
  return CALLS.some(({ when, fits }) => when.test(text) && fits(person));
}

const KIN =
  /(?:ばあ|じい|[父母兄姉])(?:ちゃん|さん|様)|\b(?:grandma|grandpa|granny|mum|mom|mama|dad|papa|auntie)\b/iu;

/** Whoever has called somebody ばあちゃん before is the one who does again. */
function kin(
  { story, index, unit }: Pick<Around, "story" | "index" | "unit">,
  speakers: ReadonlyMap<string, Speaker>,
): Person | undefined {
  const word = KIN.exec(unit.text)?.[0];
  if (word === undefined) return undefined;
  const earlier = story.units
    .slice(0, index)
    .findLast(({ kind, text }) => kind === "speech" && text.includes(word));
  return (earlier && speakers.get(earlier.id)?.person) ?? undefined;
}

function isVocative(line: string, at: number, end: number): boolean {
  const before = line.slice(0, at).trimEnd();
  const after = line.slice(end).trimStart();
  return (
    (before === "" || /[、，,。.！？!?…]$/u.test(before)) &&
    (after === "" || /^[、，,。.！？!?…]/u.test(after))
  );
}
