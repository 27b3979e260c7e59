// Keeps people in sight: a beat that tells of nobody still shows, small, who is there. Without it a book fills with empty rooms.
import type { Beat } from "../closed/plot.ts";
import { animalsTold } from "../told-animals.ts";
import { isRising } from "./acting.ts";
import type { Draft } from "./draft.ts";
import type { StagedScene } from "./scenes.ts";
import { placeIn } from "./staying.ts";

type Someone = Beat["people"][number];

const EMPTY =
  /誰もいな|だれもいな|人影はな|無人|\b(?:was|were|stood|lay) (?:quite |completely )?(?:empty|deserted)\b|\b(?:nobody|no one) was\b/iu;

/** Many of a kind fill the place: a picture of one alone would belie it. */
const MANY = /いっせいに|一斉に|\b(?:all|every one) of the\b|\ball the\b/iu;

/** Most people that a look at the place shows. */
const MOST = 3;

/** Every beat with the people whom its scene has in sight, unless the text says that nobody is there. */
export function peopleBeats(drafts: readonly Draft[], staged: readonly StagedScene[]): Draft[] {
  const places = new Map(staged.map(({ scene }) => [scene.id, scene.place.kind]));
  const glimpses = new Set(staged.filter(({ glimpse }) => glimpse).map(({ scene }) => scene.id));
  return drafts.map((draft, index) => {
    if (draft.people.length > 0) return draft.kind === "action" ? withHosts(drafts, index, places) : draft;
    if (glimpses.has(draft.scene)) return draft;
    if (EMPTY.test(draft.action)) return draft;
    const told = draft.props.length > 0 || animalsTold(draft.action).length > 0;
    const isThing = draft.kind === "narration" && told && !MANY.test(draft.action);
    if (isThing && isPeopled(drafts[index - 1]) && isPeopled(drafts[index + 1])) return draft;
    const here = inSight(drafts, index, places);
    if (here.length === 0) return draft;
    const people = here.map((person) => atRest(settled(drafts, index, person), draft));
    if (!people.some(({ pose }) => pose === "sit")) return { ...draft, people };
    const isHere = ({ scene }: Draft) => places.get(scene) === places.get(draft.scene);
    const props = [
      ...new Set([
        ...draft.props,
        ...seatsIn(drafts.slice(Math.max(0, index - 1), index + 2).filter(isHere)),
      ]),
    ];
    const before = drafts.slice(Math.max(0, index - 8), index).filter(isHere);
    return { ...draft, people, props, action: `${draft.action}${placeNear(before, draft)}` };
  });
}

/** `Leo came in`: somebody comes to those who are there already. */
const ENTERS =
  /\b(?:came|walked|stepped|burst|ran|rushed|hurried|stumbled|slipped|strode|limped|stormed) (?:back )?(?:in|inside)(?= ?[.,;!]| (?:with|from|through|out of|and|carrying|holding|to)\b)|入ってき|(?:飛び?|駆け)込んでき|帰ってき/iu;

function withHosts(drafts: readonly Draft[], index: number, places: ReadonlyMap<string, string>): Draft {
  const draft = drafts[index] as Draft;
  const [comer, ...others] = draft.people;
  const [before, earlier] = [drafts[index - 1], drafts[index - 2]];
  const isOpen = before?.scene === draft.scene || earlier?.scene === draft.scene;
  if (!comer || others.length > 0 || !isOpen || !ENTERS.test(draft.action)) return draft;
  const here = inSight(drafts, index, places).filter(({ character }) => character !== comer.character);
  if (here.length === 0 || here.length > 2 || wasThere(drafts, index, comer)) return draft;
  return { ...draft, people: [comer, ...here.map((person) => atRest(person, draft))] };
}

/** Whoever was in the last picture comes in with the reader, to a place where nobody has been seen. */
const wasThere = (drafts: readonly Draft[], index: number, { character }: Someone): boolean =>
  drafts[index - 1]?.people.some((person) => person.character === character) === true;

/** What those sit on who sit in the beats around. */
const seatsIn = (near: readonly Draft[]): Draft["props"] =>
  near.flatMap(({ props }) => props).filter((prop) => prop === "bench" || prop === "chair");

/** Where they do, as the words of the beats before have it. */
function placeNear(before: readonly Draft[], { action: told }: Draft): string {
  const words = before.flatMap(({ action }) => placeIn(action, [])?.words ?? []).at(-1);
  if (words === undefined || told.includes(words)) return "";
  return /\p{Script=Latin}{3}/u.test(words) ? ` (${words})` : `（${words}）`;
}

const isPeopled = (draft: Draft | undefined): boolean => (draft?.people.length ?? 0) > 0;

/** Hours have gone by: whoever was there is so no longer, as far as anybody knows. */
const LATER =
  /^(?:その(?:日の)?(?:夜|晩|夕方)|翌[朝日晩]|明くる|あくる|次の[日朝]|[一二三四五六七八九十数何]+(?:日|週間|か月|ヶ月|年)後)|^(?:That (?:night|evening|afternoon)|(?:The )?next (?:day|morning|evening|night|week)|The (?:day|morning|night) after|(?:\w+ ){1,2}(?:days|weeks|months|years) later)\b/u;

/** Those seen last in the place since, else the one whom it shows next. */
function inSight(drafts: readonly Draft[], index: number, places: ReadonlyMap<string, string>): Someone[] {
  const scene = drafts[index]?.scene;
  const seen = new Map<string, Someone>();
  const hoursLater = (at: number) => LATER.test(drafts[at]?.action ?? "");
  for (let at = index - 1; at >= 0 && !hoursLater(at + 1) && index - at <= 10 && seen.size < MOST; at -= 1) {
    const earlier = drafts[at];
    if (!earlier || places.get(earlier.scene) !== places.get(scene ?? "")) continue;
    if (earlier && LEAVES.test(earlier.action)) break;
    for (const person of earlier?.people ?? [])
      if (!seen.has(person.character)) seen.set(person.character, person);
  }
  if (seen.size > 0) return [...seen.values()].slice(0, MOST);
  const onward = drafts.slice(index + 1, index + 1 + ONWARD).filter((draft) => draft.scene === scene);
  const known = new Set(
    drafts.slice(0, index).flatMap(({ people }) => people.map(({ character }) => character)),
  );
  const comes = onward.findIndex(({ action }) => ENTERS.test(action));
  const first =
    // Who comes there with the story is seen before whoever it meets there.
    onward
      .slice(0, comes < 0 ? ONWARD : comes)
      .flatMap(({ people }) => people)
      .find(({ character }) => known.has(character)) ??
    onward.slice(0, SOON).flatMap(({ people }) => people)[0];
  // What they will feel then they do not feel yet.
  return first ? [{ ...first, expression: "calm" }] : [];
}

/** How many beats ahead those are looked for whom the story knows, and those whom it does not. */
const [ONWARD, SOON] = [8, 3];

const LEAVES =
  /立ち去|去って|消え(?:た|てい)|出てい[っき]|\b(?:left|vanished|disappeared|walked away|flew off|was gone)\b/iu;

const LASTS = /^(?:sit|kneel|crouch|lie|sleep|ride|row|walk|run)$/u;

const isLoud = ({ sounds }: Pick<Draft, "sounds">): boolean => sounds.some(({ loudness }) => loudness >= 3);

/** Things fly, break or fall: nobody looks on unmoved, and who looks follows them with their eyes. */
const UPSET =
  /飛び?(?:散|んだ)|舞い(?:上|散)|散らば|割れ|砕け|崩れ|爆発|弾け|(?:川|海|池|水|穴|谷)[へに]落ち|\b(?:shattered|scattered|exploded|burst|collapsed|flew (?:off|away|up)|broke into|fell into|shook)\b/iu;
const DOWN = /落ち|沈|散らば|飛び散|\b(?:fell|sank|scattered|dropped)\b/iu;

/** Who sat, and has done nothing since that one does on one's feet, sits. */
function settled(drafts: readonly Draft[], index: number, person: Someone): Someone {
  const scene = drafts[index]?.scene;
  if (LASTS.test(person.pose)) return person;
  for (let at = index - 1; at >= 0 && index - at <= 10 && drafts[at]?.scene === scene; at -= 1) {
    const pose = drafts[at]?.people.find(({ character }) => character === person.character)?.pose;
    if (pose === "sit") return { ...person, pose };
    if (pose !== undefined && isRising(pose, "sit") && pose !== "stand") return person;
  }
  return person;
}

/** As they were, but doing nothing new; what is loud, or goes wrong, startles them. */
function atRest({ character, pose, expression }: Someone, { sounds, action }: Draft): Someone {
  const upset = UPSET.test(action);
  const startled = isLoud({ sounds }) || upset;
  const turned = upset && DOWN.test(action) ? "look-down" : "look-up";
  return {
    character,
    pose: LASTS.test(pose) ? pose : startled ? turned : "stand",
    expression: startled
      ? "surprised"
      : /^(?:shout|laugh|furious|grin)$/u.test(expression)
        ? "calm"
        : expression,
  };
}
