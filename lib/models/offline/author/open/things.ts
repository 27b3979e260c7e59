// The things of a beat in open words: how many, where and how each is, with the animals and whatever else its words have there.
import type { Thing } from "../../../../manga/moment.ts";
import type { Prop } from "../../closed/staging.ts";
import { counted } from "../counted.ts";
import type { Lexicon } from "../lexicon.ts";
import { belongs, setOut } from "../things.ts";
import type { Sighted } from "../told/animals.ts";
import type { Moment, MomentTold } from "../told/told-in.ts";

/** Most that a schema takes. */
const MOST = 16;

export function openThings(moment: Moment, told: MomentTold, lexicon: Lexicon): Thing[] {
  const { action, place, people } = moment;
  // Among people a sword is at somebody's side as long as nothing is said of it.
  const props = moment.props.filter((prop) => prop !== "sword" || people.length === 0 || told.sword);
  const inHands = new Set(people.flatMap(({ holds }) => holds));
  const isThere = (prop: Prop) => belongs(prop, place.kind, action);
  const free = props.filter((prop) => !inHands.has(prop) && isThere(prop));
  const [table] = setOut(free, { place: place.kind, action }).filter((prop) => !props.includes(prop));
  const things = [...(table ? [table] : []), ...props].map(
    (prop): Thing => ({
      ...openThing(prop, told, counted([prop], action, lexicon).length),
      ...(prop === table || isThere(prop) ? {} : { near: true as const }),
    }),
  );
  return [...things, ...told.animals.map((one) => openAnimal(one, people)), ...othersIn(moment, told)].slice(
    0,
    MOST,
  );
}

function openThing(prop: Prop, told: MomentTold, count: number): Thing {
  const where = told.spots.get(prop);
  const how = howOf(prop, told);
  const state = stateOf(prop, told);
  return {
    what: prop,
    ...(count > 1 ? { count } : {}),
    ...(where ? { where } : {}),
    ...(how ? { how } : {}),
    ...(state ? { state } : {}),
  };
}

function howOf(prop: Prop, { door, bellRings, ways }: MomentTold): string | undefined {
  if (prop === "door" && door) return door;
  return prop === "bell" && bellRings ? "rings" : ways.get(prop);
}

const WHEELED: ReadonlySet<Prop> = new Set(["wheelchair", "wheelbarrow", "cart", "pram"]);

function stateOf(prop: Prop, { doorTrade, hugeLamp, wheelsEmpty }: MomentTold): string | undefined {
  if (prop === "door") return doorTrade;
  if (prop === "lamp" && hugeLamp) return "huge";
  return WHEELED.has(prop) && wheelsEmpty ? "empty" : undefined;
}

/** `where` is a perch of the artist's, `how` one of its poses; the state says whether it is young, its coat, what it shows and whether it is far off. */
function openAnimal(
  { word, count, perch, pose, young, coat, expression, far }: Sighted,
  people: Moment["people"],
): Thing {
  const bearer = perch === "arms" || perch === "shoulder" ? bearerAmong(people) : undefined;
  const state = [
    young && "young",
    coat && `${coat} coat`,
    expression !== "calm" && expression !== "asleep" && expression,
    far && "far off",
  ].flatMap((part) => part || []);
  return {
    what: word,
    ...(count > 1 ? { count } : {}),
    ...(perch ? { where: perch } : {}),
    ...(pose === "stand" ? {} : { how: pose }),
    ...(state.length > 0 ? { state: state.join(", ") } : {}),
    ...(bearer ? { whose: bearer } : {}),
  };
}

const BEARS = /^(?:carry|embrace|hold)$/u;

/** Who has an animal on the arms or the shoulder. */
const bearerAmong = (people: Moment["people"]): string | undefined =>
  (people.find(({ pose }) => BEARS.test(pose)) ?? people.find(({ kind }) => kind === "human"))?.character;

/** What is there that has no name among the things. */
function othersIn({ props, people }: Moment, told: MomentTold): Thing[] {
  const has = (prop: Prop) => props.includes(prop) || people.some(({ holds }) => holds.includes(prop));
  const rides = people.some(({ pose }) => pose === "ride");
  const others: (Thing | false | undefined)[] = [
    told.crowd && { what: "crowd" },
    told.puddles && { what: "puddles" },
    told.pond && { what: "pond" },
    told.splash && { what: "splash" },
    told.lens && { what: "lens" },
    told.chimneySmoke && { what: "smoke", where: "chimney" },
    told.giantPlanet && { what: "planet", state: "huge" },
    told.hugeLamp && !has("lamp") && { what: "lamp", state: "huge" },
    told.crackedGlass && { what: "glass", state: "cracked" },
    told.scattered && { what: told.scattered, how: "scattered" },
    told.handUnderShoe && { what: "hand", where: "under a shoe" },
    told.windows && !has("window") && { what: "window", how: "seen" },
    // Whoever rides beside a horse is on the bicycle that is spoken of.
    told.bicycle && rides && !has("bicycle") && { what: "bicycle", how: "meant" },
  ];
  return others.flatMap((thing) => thing || []);
}
