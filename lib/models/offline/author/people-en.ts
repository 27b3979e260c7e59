// Finds the people of an English story: capitalized names that speak or act, and nouns with an article or a possessor that do.
import type { Story } from "../../../manga/story.ts";
import { joinCalled } from "./called-names.ts";
import { castChildren } from "./children-play.ts";
import { introduceNamed } from "./entrances-en.ts";
import { type Candidate, emptyRoster, type Roster } from "./evidence.ts";
import { genderOfName } from "./given-names.ts";
import { LEXICON_EN } from "./lexicon-en.ts";
import { noteCast } from "./noted-cast.ts";
import {
  ACTS_AFTER,
  type Around,
  noteRoles,
  noteSpeaking,
  ROLE_ACTS,
  SPEAKS_AFTER,
  SPEECH_BEFORE,
  traits,
  WILLS,
} from "./nouns-en.ts";
import { joinDescribed, joinOwnNamed } from "./own-names-en.ts";
import { ROLES_EN } from "./roles.ts";
import { joinSameNouns } from "./same-nouns-en.ts";
import { creditPronouns } from "./tagged-en.ts";

const NOT_NAMES = new Set(
  `I A An The And But Or So Then When Where Why What Who How If As At In On To Of For From By With Without He She It They We You His Her Its Their Our My Your Me Him Them Us This That These Those There Here Now Not No Yes Oh Ah Well Please Thank Thanks Dear Sorry Hello Hi Hey Goodbye Bye Okay Ok Yeah Maybe Perhaps Just Only Even Still Once Every All Some Any Each Both Neither Either One Two Three Four Five Six Seven Eight Nine Ten Don Do Did Does Is Are Was Were Be Been Am Can Could Will Would Shall Should May Might Must Have Had Has Let Come Go Look Listen Wait Stop Run Help Never Always Often Sometimes Today Tomorrow Yesterday Tonight Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March May July September October November December Spring Summer Autumn Winter Morning Evening Night Day English French Japanese God Christmas After Before Until While Because Although Though Since Outside Inside Above Below Behind Down Up Out Over Under Nothing Something Everything Nobody Somebody Everybody Nothing Slowly Suddenly Finally Soon Later Far Near Next Last First Good Bad Great Little Old Young Big Chapter Part Act Scene Tell Give Take Get Keep Put Make Try See Hear Say Ask Sit Stand Open Close Bang Crash Boom Thud Click Splash Whoosh Ring Knock Creak Meow Woof Aren Isn Wasn Weren Won Wouldn Couldn Shouldn Didn Doesn Haven Hadn Hasn Mr Mrs Ms Dr Like Instead Another Everyone Someone Anyone Rain Snow Wind Silence Darkness Light Water People Between Across Along Through Against Around Somewhere Nowhere Half Much Many More Most Such Same Other Others Again Almost Together Only Too Very Quite Rather Home`.split(
    /\s+/u,
  ),
);

const TITLE =
  "(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Captain|Capt|Sir|Lady|Lord|King|Queen|Prince|Princess|Aunt|Auntie|Uncle|Grandma|Grandpa|Granny|Old|Little|Father|Mother|Sister|Brother|Doctor|Inspector|Detective|Officer|Constable|Sergeant|Sheriff|Colonel|Major|General|Commander|Reverend|Nurse|Judge|Chef)\\.? )?";
const NAME = new RegExp(
  `(?<![\\p{L}\\p{N}’'-])(${TITLE}\\p{Lu}[\\p{Ll}’-]+(?:[ ](?:\\p{Lu}\\.|(?:of|the|de|van) )?\\p{Lu}[\\p{Ll}-]+)?|${TITLE}\\p{Lu}{2,12}(?:-\\d+)?)(?![\\p{L}])`,
  "gu",
);
const TITLED = new RegExp(`^${TITLE.slice(0, -1)}(?=\\p{Lu})`, "u");
/** Names on a map: Cape Farewell, Glass Street. */
const GEOGRAPHY =
  /^(?:Cape|Mount|Mt\.?|Lake|Port|Fort|Isle|Castle|Upper|Lower|North|South|East|West) \p{Lu}|\p{Ll} (?:Street|Road|Avenue|Square|River|Valley|Island|Harbou?r|Station|Market|Inn|Mountain|Hotel|Academy|Orphanage|School|College|University|Hospital|Church|Hall|Library|Museum|Park|Bridge|Cemetery|Prison|Farm|Lane|Beach|Bay|Lake|Laundromat|Diner|Café|Cafe|Bakery|Theat(?:er|re))$/u;
const PLACE_BEFORE = /\b(?:in|at|to|from|near|through|across|outside|into|toward|towards|of) $/u;
/** `Marcus, a tall boy with curly hair, …`, `Dana Brooks, thirty-one, …` */
const INTRODUCED = new RegExp(
  `^, (?:(?:an?|the|his|her|my|their|our) (?:[a-z-]+ ){0,3}(?:boy|girl|man|woman|child|kid|teenager|student|${ROLES_EN.map(({ noun }) => noun).join("|")})(?![\\p{L}’'-])|(?:\\d{1,2}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)(?:-[a-z]+)?|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen)[,. ])`,
  "u",
);
/** Whoever tells. */
const TELLER = /(?<![\p{L}'’])(?:I(?= |'|’)|me\b|my\b|My\b)/gu;
/** `I'm Maud.` */
const OWN = /\b(?:I['’]m|I am|[Mm]y name is|[Nn]ame['’]s|[Cc]all me) $/u;
const NATION = /(?:ish|ese|ean|rican|ian)$/u;
/** `Helen in a straw hat, rowing badly` */
const PICTURED = /^,? (?:in|with) (?:an?|his|her) [a-z -]{3,30}, [a-z]+ing\b/u;
const KIN =
  /^(?:Mom|Mum|Mama|Mother|Dad|Papa|Father|Grandma|Grandpa|Granny|Nana|Gran|Nan|Grandad|Granddad|Gramps|Grandmother|Grandfather|Auntie)$/u;

export function peopleInEnglish(story: Story): Candidate[] {
  const roster = emptyRoster();
  noteCast(roster, story, LEXICON_EN);
  const lower = new Set(story.units.flatMap(({ text }) => text.match(/(?<![\p{L}'’])\p{Ll}+/gu) ?? []));
  for (const [index, unit] of story.units.entries()) {
    if (unit.label)
      roster.note(properCase(unit.label), index, { score: 6, speaks: 1, mentions: 1, ...traits(unit.label) });
    if (unit.kind === "heading") continue;
    const around = {
      saidBefore: story.units[index - 1]?.kind === "speech",
      saidAfter: story.units[index + 1]?.kind === "speech",
    };
    noteNames(roster, unit.text, { index, isSpeech: unit.kind === "speech", ...around, lower });
    if (unit.kind === "speech") continue;
    noteRoles(roster, unit.text, {
      index,
      ...around,
      saidAfter: around.saidAfter || isFollowedByLine(story.units, index),
    });
    if (around.saidBefore) noteSpeaking(roster, unit.text, index);
    for (const [word] of unit.text.matchAll(TELLER))
      roster.note("I", index, { type: "self", score: word === "I" ? 1 : 0.5, mentions: 1 });
  }
  creditPronouns(roster, story);
  joinNames(roster, story);
  joinLastNamed(roster, story);
  joinOwnNamed(roster, story);
  joinCalled(roster, story);
  introduceNamed(roster, story);
  joinDescribed(roster, story);
  joinSameNouns(roster, story);
  castChildren(roster, story);
  return roster.all().filter(isPerson);
}

/** `An old porter stood behind him. He had white whiskers.` goes on about whoever came in, before the line. */
function isFollowedByLine(units: Story["units"], index: number): boolean {
  const [next, line] = units.slice(index + 1, index + 3);
  return next?.kind === "narration" && /^(?:He|She|It) /u.test(next.text) && line?.kind === "speech";
}

function isPerson({ type, score, speaks, mentions }: Candidate): boolean {
  if (type === "self") return score >= 1 && mentions >= 2;
  return type === "role" ? speaks > 0 || score >= 3.5 : score >= ENOUGH;
}

/** How much of a person a name is that does something, or is called. */
const ENOUGH = 2.6;
/** What it is worth that a name is one that people are given. */
const GIVEN = 1.4;

function noteNames(
  roster: Roster,
  text: string,
  {
    index,
    isSpeech,
    saidBefore,
    saidAfter,
    lower,
  }: Around & { isSpeech: boolean; lower: ReadonlySet<string> },
): void {
  for (const match of text.matchAll(NAME)) {
    const written = trimName(match[1] ?? "", match.index, text);
    if (!written) continue;
    const { name, at } = written;
    if (GEOGRAPHY.test(name)) continue;
    const before = text.slice(0, at);
    const after = text.slice(at + name.length);
    const opens = /(?:^|[.!?…:"“]\s*)$/u.test(before);
    if (opens && !name.includes(" ") && lower.has(name.toLowerCase())) continue;
    if (/^\p{Lu}{2,}$/u.test(name) && !roster.get(properCase(name))) continue;
    const says =
      !isSpeech &&
      ((saidBefore && SPEECH_BEFORE.test(before)) || ((saidBefore || saidAfter) && SPEAKS_AFTER.test(after)));
    const given = genderOfName(name) !== undefined;
    const acts = !isSpeech && (given ? ROLE_ACTS : ACTS_AFTER).test(after);
    // "Oslo," said Otto: whoever is called so is called with more, or louder.
    const isWhole = before === "" && /^[,.]?$/u.test(after) && !given;
    const vocative =
      isSpeech && !isWhole && (/^[,!?.]/u.test(after) || after === "") && /(?:^|[,.!?] )$/u.test(before);
    const own = isSpeech && OWN.test(before) && /^(?:[.,!]|$)/u.test(after) && !NATION.test(name);
    const told =
      own || (isSpeech && /^You(?:['’]re| are| must be) $/u.test(before) && /^[.?!,]/u.test(after));
    const possessive = /^['’]s\b/u.test(after);
    let score =
      (opens ? 0 : 0.6) +
      (says ? 4 : 0) +
      (acts ? 1.6 : 0) +
      (vocative ? 1.2 : 0) +
      (possessive ? 0.4 : 0) +
      (told ? 3 : 0) +
      (given && (acts || says || vocative) ? GIVEN : 0) +
      (acts && WILLS.test(after) ? 1 : 0) +
      (TITLED.test(name) ? 1.4 : 0);
    if (/\b(?:named|called) $/u.test(before)) score += 4;
    if (!isSpeech && (INTRODUCED.test(after) || PICTURED.test(after))) score += 3;
    if (PLACE_BEFORE.test(before) && !says && !acts) score = 0;
    const kin = KIN.test(name) || name.includes(" ") || name.includes(".") ? traitsOfName(name) : {};
    if (/\bold $/u.test(before) && TITLED.test(name)) kin.age = "elder";
    if (score > 0) roster.note(properCase(name), index, { score, mentions: 1, speaks: says ? 1 : 0, ...kin });
  }
}

/** Tamsin Vole is no vole; Mr. Fox may be a fox. */
function traitsOfName(name: string): ReturnType<typeof traits> {
  const { kind, ...rest } = traits(name);
  return name.includes(" ") && !TITLED.test(name) && kind !== "human" ? {} : { kind, ...rest };
}

/** Cuts words that are no name off the front (`Then Mina` is Mina). */
function trimName(found: string, at: number, text: string): { name: string; at: number } | undefined {
  let name = found;
  let start = at;
  for (;;) {
    const first = name.split(" ")[0] ?? "";
    if (
      !NOT_NAMES.has(first.replace(/[’'].*$/u, "")) ||
      /^(?:Old|Little|Mr|Mrs|Ms|Dr)$/u.test(first.replace(".", ""))
    )
      break;
    const rest = name.slice(first.length + 1);
    if (rest === "") return undefined;
    start += first.length + 1;
    name = rest;
  }
  if (/^(?:Old|Little)$/u.test(name)) return undefined;
  if (/^(?:Mr|Mrs|Ms|Dr)$/u.test(name) && text[start + name.length] === ".") return undefined;
  return { name: name.replace(/[’'-]+$/u, ""), at: start };
}

/** The cat, Miso: a cat named Miso; her brother Tom; Tom, the baker: noun and name are one. */
function joinNames(roster: Roster, story: Story): void {
  const narration = story.units.filter(({ kind }) => kind === "narration").map(({ text }) => text);
  const roles = roster.all().filter(({ type }) => type === "role");
  const names = roster.all().filter(({ type, score }) => type === "name" && score >= 1.5);
  for (const { name } of names) {
    for (const { name: noun } of roles) {
      const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
      const apposed = new RegExp(
        `\\b${noun}(?:,| named| called)?(?:,? who (?:is|was) (?:called|named))? (?:was (?:named|called) |whose name was )?${escaped}\\b|\\b${escaped},? (?:was |is )?(?:the|a|an|his|her|my|their|our) (?:[a-z-]+ ){0,3}${noun}\\b|\\b${noun}['’]s name was ${escaped}\\b`,
        "u",
      );
      const target = roster.get(name);
      if (!target || roster.get(noun)?.type !== "role" || !narration.some((text) => apposed.test(text)))
        continue;
      const known = traits(noun);
      if (known.kind && known.kind !== "human") target.kind = known.kind;
      roster.merge(name, noun);
    }
  }
  joinPredicates(roster, narration);
  // Their uncle is Uncle Jory, where there is one.
  for (const { name: noun } of roles) {
    const titled = names.filter(({ name }) => titleOf(name).startsWith(`${noun} `));
    if (titled.length === 1 && titled[0] && roster.get(noun)?.type === "role")
      roster.merge(titled[0].name, noun);
  }
  const whole = roster.all().filter(({ type }) => type === "name");
  for (const { name } of whole.filter(({ score }) => score >= 1)) {
    const longer = whole.find(
      (other) => other.name !== name && new RegExp(`(?:^| )${name}(?: |$)`, "u").test(other.name),
    );
    if (!longer || /^(?:Old|Little)$/u.test(name)) continue;
    // Whom the story calls Otto is not Mr. Otto for the one who is polite.
    const polite = TITLED.test(longer.name) && (roster.get(name)?.mentions ?? 0) > longer.mentions * 2;
    roster.merge(...(polite ? ([name, longer.name] as const) : ([longer.name, name] as const)));
  }
}

const PREDICATE =
  /^(?:The|Her|His|Their) (?:[a-z]+ )?([a-z]+) (?:was|is) an? (?:[a-z-]+,? ){0,3}?([a-z]+)(?=[,.;]| (?:with|in|who|of)\b)/u;
const WHAT = /^(?:wo)?man$|^(?:lady|girl|boy)$/u;

/** `The guard was a stout woman`, `The third passenger was a soldier`: what somebody is besides. */
function joinPredicates(roster: Roster, narration: readonly string[]): void {
  for (const text of narration) {
    const [, noun = "", what = ""] = PREDICATE.exec(text) ?? [];
    const [one, other] = [roster.get(noun), roster.get(what)];
    if (one?.type !== "role") continue;
    if (WHAT.test(what)) one.gender ??= traits(what).gender;
    else if (other?.type === "role" && other !== one) roster.merge(what, noun);
  }
}

/** Dr. Lindqvist is a doctor. */
const titleOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^dr\.? /u, "doctor ")
    .replace(/^prof\.? /u, "professor ")
    .replace(/^capt\.? /u, "captain ");

/** `the woman. Her name was Ilse.`: the noun that was told of last, if it may be hers. */
function joinLastNamed(roster: Roster, { units }: Story): void {
  for (const [index, { text, kind }] of units.entries()) {
    const [, pronoun, name] = /^(His|Her) name was (\p{Lu}[\p{Ll}’'-]+)/u.exec(text) ?? [];
    const named = roster.get(name ?? "");
    if (kind === "speech" || !named) continue;
    const before = units
      .slice(Math.max(0, index - 3), index)
      .filter((unit) => unit.kind === "narration")
      .map((unit) => unit.text)
      .join(" ");
    const [last] = roster
      .all()
      .filter(({ type, gender }) => type === "role" && gender !== (pronoun === "His" ? "female" : "male"))
      .map((role) => ({
        role,
        at: before.search(new RegExp(`\\b${role.name}\\b(?!.*\\b${role.name}\\b)`, "u")),
      }))
      .filter(({ at }) => at >= 0)
      .toSorted((a, b) => b.at - a.at);
    if (last) roster.merge(named.name, last.role.name);
  }
}

const properCase = (name: string): string =>
  /^[\p{Lu}\s.]{2,}$/u.test(name)
    ? name.toLowerCase().replaceAll(/(?:^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase())
    : name;
