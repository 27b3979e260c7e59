// Turns a few sentences of narration into a beat: who is there, what they do, what is heard, what a caption must add.

import type { Story, StoryUnit } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import type { Expression, Pose } from "../closed/staging.ts";
import { occurs } from "../words/cues.ts";
import { isAbsent } from "./absence.ts";
import { isRising, LASTING, mergeSounds, readActing, readEffects, readSounds } from "./acting.ts";
import { earlierThan, fullOf } from "./called-short.ts";
import { captionOf } from "./captions.ts";
import { type Draft, type Memory, remember, weigh } from "./draft.ts";
import { type Air, airAt, faceOfPose, feltInLine, isUncanny, restingFace, silent } from "./faces.ts";
import { isFound } from "./found.ts";
import { continues, isMeant } from "./going-on.ts";
import { gripsIn, inHandIn } from "./grips.ts";
import { elidedJa } from "./grips-ja.ts";
import type { Mention } from "./mentions.ts";
import type { Moment } from "./moments.ts";
import { isOwner } from "./own-words.ts";
import { partIn, withoutParts } from "./parts.ts";
import { isTeller, withPronouns } from "./pronouns.ts";
import type { Reading, StagedScene } from "./scenes.ts";
import { hungBefore, lastThing } from "./spoken-of.ts";
import { inPlaces, placeIn } from "./staying.ts";
import { readProps, thingAt } from "./things.ts";
import { groupIn, joinPairs, toldNext } from "./together.ts";

export function tellBeat({ units }: Moment, stage: StagedScene, reading: Reading, memory: Memory): Draft {
  const { lexicon, roll, story } = reading;
  const { scene } = stage;
  const told = units.filter(({ kind }) => kind === "narration");
  const text = told.map((unit) => unit.text).join(story.language === "ja" ? "" : " ");
  const mentions = roll.mentions(text);
  const subject = firstSubject(mentions, text, memory.last);
  const found = told.length > 0 && told.every((unit) => isFound(unit.text, reading));
  const last = !found && isMeant(memory.last, text) ? memory.last : undefined;
  const part = mentions.length === 0 ? partIn(text, memory.parts) : undefined;
  const continued =
    subject ??
    part?.owner ??
    (continues(text, story.language) ? last : undefined) ??
    (found ? undefined : meant(text, memory)) ??
    lurking(text, units, reading);
  const goesOn = IT.test(text) || (story.language === "ja" && elidedJa(text) !== undefined);
  const it = goesOn && !BODY_IS_IT.test(text) ? lastThing(units, reading) : undefined;
  const here = reading.people.filter(({ id }) => scene.people.includes(id));
  const company = [...here, ...memory.recent, ...(continued ? [continued] : [])];
  const involved = withPronouns(text, mentions, company);
  const acting = readActing(text, involved, { last: continued, it, lexicon });
  // Tears that run down her cheeks do not make her run.
  if (
    subject === undefined &&
    continued &&
    !continues(text, story.language) &&
    !/\b(?:she|he)\b|彼/iu.test(text)
  )
    acting.set(continued, { expression: acting.get(continued)?.expression });
  joinPairs(text, mentions, { acting, lexicon });
  const object = done(text, memory, continued);
  const from = story.units.findLastIndex((unit) => units.includes(unit)) + 1;
  const group = groupIn(text, memory, {
    ...{ language: story.language, lexicon },
    scene: here,
    ahead: (many) => toldNext({ units: story.units, from, roll }, many),
  });
  // `They sat back to back`: nobody else, whoever was told of last.
  if (group && continued && subject === undefined && !group.people.includes(continued))
    acting.delete(continued);
  const together = group?.people ?? (occurs(text, TOGETHER) ? memory.recent : []);
  for (const person of group?.people ?? []) {
    const own = acting.get(person);
    acting.set(person, {
      ...own,
      holds: own?.holds ?? group?.acts.holds,
      pose: own?.pose ?? group?.acts.pose,
      expression: own?.expression ?? group?.acts.expression,
    });
  }
  const named = new Set([
    ...acting.keys(),
    ...involved.map(({ person }) => person),
    ...(object ? [object] : []),
    ...together,
  ]);
  const known = new Set([...memory.seen, ...memory.recent]);
  const present = [...named]
    .filter(
      (person) =>
        !isAbsent(person, text, { mentions, lexicon, isHere: known.has(person) || acting.has(person) }),
    )
    .slice(0, 4);
  // Whom the sentence is about is remembered as the last of those in it.
  const about =
    mentions.findLast((mention) => mention.subject || isOwner(mention, text))?.person ?? continued;
  remember(
    memory,
    present.toSorted((a, b) => Number(a === about) - Number(b === about)),
  );
  // Bad news is on the face of whoever hears of it, and of whoever it befalls.
  const end = stage.units.findIndex(({ id }) => id === units.at(-1)?.id) + 1;
  const air = airAt({ units: stage.units, at: end, mood: scene.mood }, lexicon);
  const does = (one: Pose) => [...acting.values()].some(({ pose }) => pose === one);
  const whole = fullOf({ text, earlier: earlierThan(units[0]?.id, story), lexicon });
  const struck = does("fight") || does("throw") ? object : undefined;
  const hugged = does("embrace") ? object : undefined;
  const led = ALONG.test(text) ? (["walk", "run"] as const).find(does) : undefined;
  const people = present.map((person) => {
    const { pose, expression: felt, holds, alsoHolds } = acting.get(person) ?? {};
    const stares = felt === "thoughtful" && UNEASY.test(air);
    const befalls = person === struck ? "surprised" : person === hugged ? "smile" : undefined;
    const expression = stares || part ? undefined : (felt ?? befalls);
    const mutual = person === hugged && !CARRIED.has(person.kind) ? "embrace" : undefined;
    const before = memory.poses.get(person);
    const stays = before === "sit" && pose !== undefined && SEATED.test(pose) && holds !== undefined;
    const held =
      (stays ? before : pose) ??
      mutual ??
      (person === object ? led : undefined) ??
      before ??
      (occurs(text, EYES) ? "crouch" : "stand");
    if (pose && LASTING.has(pose)) memory.poses.set(person, pose);
    if (pose && isRising(pose, memory.poses.get(person))) memory.poses.delete(person);
    return {
      person,
      pose: held,
      ...(holds ? { holds: whole(holds) } : {}),
      ...(alsoHolds ? { alsoHolds: whole(alsoHolds) } : {}),
      expression:
        expression ??
        faceOfPose(held, air) ??
        (person === about ? faceAfterLine(person, units, { air, reading }) : undefined) ??
        (isUncanny(person, scene.mood, { isNew: !known.has(person), uncanny: memory.uncanny })
          ? "calm"
          : restingFace(air)),
    };
  });
  if (about) memory.last = about;
  const posed = [...acting.values()].some(({ pose }) => pose !== undefined);
  const felt = [...acting.values()].some(({ expression }) => expression !== undefined);
  const said = saidNext(units, story);
  const sounds = mergeSounds(
    told.flatMap((unit) => readSounds(unit, lexicon, memory.heard, continued)),
  ).filter((sound) => lettersOf(sound.text) !== said);
  const hurries = [...acting.values()].some(({ pose }) => pose !== undefined && FAST.test(pose));
  const turn = told.some((unit) => occurs(unit.text, lexicon.turn));
  const things = withoutParts(part ? text.replace(part.words, "") : text, memory.parts, present);
  const used = new Set(inHandIn(gripsIn(things, lexicon, it)));
  const read = readProps(things, lexicon, mentions, present.length > 0).toSorted(
    (a, b) => Number(used.has(b)) - Number(used.has(a)),
  );
  const props = [...new Set(read.map(whole))].map((prop) =>
    used.has(prop) ? prop : thingAt(prop, scene.place.kind, things),
  );
  const handed = [...acting.values()].some(({ pose }) => pose !== undefined && HANDS.test(pose));
  if (it && !props.includes(it) && people.some(({ holds, alsoHolds }) => holds === it || alsoHolds === it))
    props.unshift(it);
  else if (it && props.length === 0 && handed) props.push(it);
  const before = props.length === 0 && LOOKED_AT.test(text) ? hungBefore(units, reading) : undefined;
  if (before) props.push(before.prop);
  const shown = { scene, people, props, sounds };
  const [first] = people;
  const place = placeIn(text, props);
  if (place && first) {
    const together = people.filter(({ person }) => acting.get(person)?.pose === first.pose);
    for (const { person } of [first, ...together]) memory.places.set(person, place);
  }
  const chapter = chapterIn(units, story);
  const draft: Draft = {
    scene: scene.id,
    kind: present.length === 0 ? "narration" : part || (!posed && felt) ? "reaction" : "action",
    units: units.map(({ id }) => id),
    people: people.map(({ person, ...acts }) => ({ character: person.id, ...acts })),
    props,
    lines: [],
    ...(chapter === "" ? {} : { chapter }),
    caption: captionOf(told, shown, reading, memory.named),
    sounds,
    effects: readEffects(text, lexicon).filter((effect) => effect !== "speed" || hurries),
    action: `${before?.where ?? ""}${text}` || units.map((unit) => unit.text).join(" "),
    weight: weigh(text, { sounds: sounds.length, turn, felt }),
    turn,
    opens: false,
  };
  return inPlaces(draft, people, memory);
}

/** Whom a moment is about. `Then she looked at Mina and bowed. Something in Mina let go`: a pronoun that comes before goes on. */
function firstSubject(
  mentions: readonly Mention[],
  text: string,
  last: Person | undefined,
): Person | undefined {
  const first = mentions.find((mention) => mention.subject || isOwner(mention, text));
  const goesOn = last && first && PRONOUN_FIRST.test(text) && isMeant(last, text) && !IS_NAMED.test(text);
  return goesOn && /[.!?] /u.test(text.slice(0, first.at)) ? undefined : first?.person;
}

const PRONOUN_FIRST = /^(?:(?:Then|But|And|So|Slowly|Quickly|Gently),? )?(?:[Hh]e|[Ss]he)\b/u;
/** `He came down the path. It was Ken.` */
const IS_NAMED = /\b(?:It|His name|Her name) was\b/u;

/** `"I am sorry." Wren bowed.`: what somebody has just said is on their face still. */
function faceAfterLine(
  person: Person,
  units: readonly StoryUnit[],
  { air, reading: { story, speakers, lexicon } }: { air: Air; reading: Reading },
): Expression | undefined {
  const before = story.units[story.units.findIndex(({ id }) => id === units[0]?.id) - 1];
  if (before?.kind !== "speech" || speakers.get(before.id)?.person !== person) return undefined;
  const felt = feltInLine(before.text, lexicon);
  return felt === undefined || (UNEASY.test(air) && PLEASED.test(felt)) ? undefined : silent(felt);
}

/** Where all is not well, nobody goes on smiling at their own words. */
const PLEASED = /^(?:smile|laugh|grin|smug)$/u;

const LOOKED_AT = /(?:それ|その[写絵手地][^。、]{0,2})を[^。]{0,8}(?:見つめ|眺め|見てい|見入)/u;

const HANDS = /^(?:hold|offer|carry|reach|throw)$/u;
/** `felt a tickle in his nose. He pinched it`: what one has no need to take up. */
const BODY_IS_IT =
  /\b(?:his|her|its|my) (?:[a-z]+ )?(?:nose|hands?|foot|feet|knees?|arms?|head|hair|ears?|eyes?|mouth|chin|face|neck|fingers?|stomach|chest|teeth|tail)\b[\s\S]*?\b(?:it|them)\b/u;
const IT = /\b(?:it|them)\b|それを/u;

/** `Biscuit barked at it. "Woof!"`: what is said in a balloon is not written beside it as well. */
function saidNext(units: readonly StoryUnit[], story: Story): string {
  const next = story.units[story.units.findIndex(({ id }) => id === units.at(-1)?.id) + 1];
  return next?.kind === "speech" ? lettersOf(next.text) : "";
}

const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}]/gu, "").toLowerCase();

/** The heading of a chapter that begins here; the story's own title is on its cover. */
const chapterIn = (units: readonly StoryUnit[], { title }: Story): string =>
  units.find(({ kind, text }) => kind === "heading" && (title === undefined || !text.includes(title)))
    ?.text ?? "";

/** `Every evening, she left two loaves`: the last woman or man who fits. */
function meant(text: string, { recent, last }: Memory): Person | undefined {
  const pronoun =
    /\b(she|he)\b|(彼女|彼)(?:は|が|も)/iu.exec(text) ??
    /\b(her|his) (?:[a-z]+ )?(?:eyes?|cheeks?|face|hair|hands?|mouth|lips?|shoulders?|knees?|legs?|voice)\b/iu.exec(
      text,
    );
  if (!pronoun) return undefined;
  const gender = /^(?:she|her)$|彼女/iu.test(pronoun[1] ?? pronoun[2] ?? "") ? "female" : "male";
  const human = recent.filter((person) => person.kind === "human" && !isTeller(person));
  // Whom the sentence before was about comes before whoever was only named in it.
  if (last?.kind === "human" && last.gender === gender && !isTeller(last)) return last;
  return (
    human.findLast((person) => person.gender === gender) ??
    human.findLast((person) => person.gender === "unknown")
  );
}

/** `She hit him on the arm`: whoever else was there last. */
function done(text: string, { recent }: Memory, subject: Person | undefined): Person | undefined {
  if (
    !/\b[a-z]+(?:ed|it|ook|eld|ave|id|ew|ught) (?:at |to |for |after |beside |behind |next to |towards? |with )?(?:him|her(?= (?:on|in|by|to|from|with|up|down)\b|[.,;!]))/u.test(
      text,
    ) &&
    !HUGS.test(text)
  )
    return undefined;
  return recent.findLast((person) => person !== subject);
}

/** `She hugged the old man`: whoever that is called by a noun is somebody who is there. */
const HUGS =
  /\b(?:hugged|embraced|kissed) the [a-z]+|\barms (?:a?round|about) (?:his|her|their) (?:[a-z]+ )?(?:neck|shoulders|waist)\b/u;

const EYES =
  /(?:目|瞳|眼)が[^。]{0,6}(?:光|輝|見つめ|のぞ)|\beyes (?:gleamed|glowed|shone|glittered|watched|stared)/iu;

/** Eyes that shine in the dark are those of the animal that shows itself next. */
function lurking(text: string, units: readonly StoryUnit[], { story, roll }: Reading): Person | undefined {
  if (!occurs(text, EYES)) return undefined;
  const at = story.units.findIndex(({ id }) => id === units.at(-1)?.id);
  const next = story.units.slice(at + 1, at + 4).filter(({ kind }) => kind === "narration");
  return next.flatMap((unit) => roll.mentions(unit.text)).find(({ person }) => person.kind !== "human")
    ?.person;
}

/** Airs in which whoever only looks has other thoughts than what they look at. */
const UNEASY = /^(?:tense|sad|eerie|trouble)$/u;

/** Whoever is small enough is taken up, and does not put arms round anybody. */
const CARRIED = new Set<Person["kind"]>(["cat", "dog", "bird"]);

/** Who has somebody at their side. */
const ALONG =
  /\b(?:walked|ran|went|strolled|hurried) (?:slowly |on |along )?(?:beside|with|next to|behind) (?:him|her)\b/u;

/** What one does with a thing and need not get up for. */
const SEATED = /^(?:hold|read)$/u;

const FAST = /^(?:run|jump|fall|throw|fight|ride|push|climb|dance|walk)$/u;

/** Several people act as one: we, they, ふたりは, 僕たちは. */
const TOGETHER =
  /\b(?:we|they both|together)\b|\b[Tt]hey (?:were|walked|ran|stood|sat|looked|went|came|stopped|climbed|waited)\b|(?:たち|ふたり|二人)(?:は|が|で)/iu;
