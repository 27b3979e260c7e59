// Names that only spoken lines use, to somebody's face: whose they are is told by who is there each time and does not speak.

import type { ReadSentence } from "./read-sentence.ts";
import { most, type Referent, settled, sexSeen } from "./referent.ts";
import type { Register } from "./register.ts";

/** Sentences around a line in which somebody acts who hears it. */
const NEAR = 5;

/** Joins a name that is only called with the one person who is there whenever it is. */
export function joinCalledNames(register: Register, sentences: readonly ReadSentence[]): void {
  const calls = new Map<Referent, number[]>();
  for (const [now, { links, spoken }] of sentences.entries()) {
    if (!spoken) continue;
    for (const { use, referents } of links) {
      const [one] = referents.map(settled);
      if (!use.addressed || use.name === undefined || one === undefined || one.told > 0) continue;
      // Foreign words and cries look like names; only what is known to be one is somebody's.
      if (sexSeen(one).sex === "unknown" && use.name.title === undefined) continue;
      calls.set(one, [...(calls.get(one) ?? []), now]);
    }
  }
  for (const [called, places] of calls) {
    const heard = places.map((now) => hearersOf(called, now, sentences));
    const [first, ...rest] = heard;
    const always = [...(first ?? [])].filter((one) => rest.every((others) => others.has(one)));
    const [only] = always;
    // Somebody whom nobody else names is called by name more than once.
    const isPlain = only?.narrator !== true || places.length > 1;
    if (only !== undefined && always.length === 1 && isPlain) register.merge(only, called);
  }
}

/** Who acts near a line, may have the name, and is not told to say the line. */
function hearersOf(called: Referent, now: number, sentences: readonly ReadSentence[]): Set<Referent> {
  const unit = sentences[now]?.unit ?? 0;
  const hearers = new Set<Referent>();
  const speakers = new Set<Referent>();
  for (const one of sentences.slice(Math.max(0, now - NEAR), now + NEAR + 1)) {
    if (one.spoken) continue;
    const isTag = Math.abs(one.unit - unit) === 1;
    for (const clause of one.sentence.clauses) {
      const subject = clause.subject && one.byEnd.get(clause.subject.to)?.referents;
      for (const referent of (subject ?? one.leftOut.get(clause)?.referents ?? []).map(settled)) {
        if (isTag && clause.speech === "says") speakers.add(referent);
        hearers.add(referent);
      }
    }
    for (const { referents, use } of one.links)
      if (use.pronoun?.person === 1) for (const referent of referents) hearers.add(settled(referent));
  }
  return new Set([...hearers].filter((one) => !speakers.has(one) && mayBe(one, called)));
}

function mayBe(one: Referent, called: Referent): boolean {
  if (one === called || one.many) return false;
  // Who has a given name may be called by title and family name, and the other way round.
  if (one.names.size > 0 && one.titled === called.titled) return false;
  const [own, other] = [sexSeen(one).sex, sexSeen(called).sex];
  if (own !== "unknown" && other !== "unknown" && own !== other) return false;
  const kind = most(one.kinds);
  return kind === undefined || kind === "human" || !called.titled;
}
