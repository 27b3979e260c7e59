// A play that children put on: the wolf, the grandmother and the king are children all of them, whoever plays the part.
import type { Story } from "../../../manga/story.ts";
import type { Candidate, Roster } from "./evidence.ts";
import { furnishedIn } from "./furnished.ts";

const OF_CHILDREN =
  /\b(?:my|his|her) (?:mum|mom|nan|gran|dad)\b|\b(?:teacher|school|classmates?)\b|\bMiss \p{Lu}|学芸会|小学|お?遊戯会|[一二三四五六]年生/iu;

export const isChildrensPlay = (story: Story): boolean =>
  furnishedIn(story)?.kind === "stage" && story.units.some(({ text }) => OF_CHILDREN.test(text));

/** Who is in a play for children, and at no school. */
const PART =
  /^(?:wolf|fox|bear|grandmother|granny|king|queen|prince|princess|witch|wizard|woodcutter|knight|fairy|ghost|dragon|王様?|女王|王子|お?姫様?|魔女|魔法使い|狼|オオカミ|狐|鬼|おじいさん|おばあさん|妖精|幽霊)$/u;

/** Parts become those who play them: the one who is named in the next breath, else a child of no name. */
export function castChildren(roster: Roster, story: Story): void {
  if (!isChildrensPlay(story)) return;
  const names = roster.all().filter(({ type, speaks }) => type === "name" && speaks > 0);
  for (const part of roster.all().filter(({ name, type }) => type === "role" && PART.test(name))) {
    const next = names.filter(({ first }) => first > part.first && first - part.first <= 2);
    const [player] = next;
    const taken = player && [...player.aliases].some((alias) => PART.test(alias));
    if (player && next.length === 1 && !taken && !TITLED.test(player.name))
      roster.merge(player.name, part.name);
    Object.assign(part, AS_CHILD);
  }
  for (const one of roster.all()) if (isPlayer(one)) Object.assign(one, AS_CHILD);
}

const AS_CHILD = { kind: "human", age: "child" } as const;
const TITLED = /^(?:Mr|Mrs|Ms|Miss|Dr)\b/u;

const isPlayer = ({ name, aliases }: Candidate): boolean =>
  !TITLED.test(name) && [...aliases].some((alias) => PART.test(alias));
