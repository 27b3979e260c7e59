// The slots that a session's steps take: one pool for pictures, one for each phase's other steps. Pure.
import type { Survey } from "./graph.ts";
import type { Flight, Schedule } from "./schedule.ts";
import type { Limits } from "./settings.ts";
import { parseStepId } from "./step-id.ts";
import { type Node, nodeOf, STEP_KINDS, stepsOfPhase } from "./step-kinds.ts";

export function poolOf(node: Node): string {
  return STEP_KINDS[node.kind].pool === "images" ? "images" : node.ref.phase;
}

export function limitOf(pool: string, limits: Limits): number {
  return pool === "images" ? limits.images : limits.others;
}

/** Slots taken, by pool. A step that rests, is parked, or has its picture checked holds none. */
export function usedSlots({ inFlight }: Pick<Schedule, "inFlight">): Map<string, number> {
  const used = new Map<string, number>();
  for (const [step, flight] of Object.entries(inFlight)) {
    const ref = parseStepId(step);
    if (ref.of === "gate" || !holdsSlot(flight)) continue;
    const pool = poolOf(nodeOf(ref));
    used.set(pool, (used.get(pool) ?? 0) + (flight.pictures ?? 1));
  }
  return used;
}

const holdsSlot = ({ restsUntil, parkedSince, slot }: Flight): boolean =>
  restsUntil === undefined && parkedSince === undefined && slot === undefined;

/** Whether slots for so many pictures are free. A step that makes more pictures than there are slots runs alone. */
export const fits = ({ held, pictures, limit }: { held: number; pictures: number; limit: number }): boolean =>
  held + Math.min(pictures, limit) <= limit;

/** Whether the slots of a step may be taken again. */
export function hasRoom(schedule: Schedule, step: string, limits: Limits): boolean {
  const ref = parseStepId(step);
  if (ref.of === "gate") return true;
  const pool = poolOf(nodeOf(ref));
  const { pictures = 1 } = schedule.inFlight[step] ?? {};
  return fits({ held: usedSlots(schedule).get(pool) ?? 0, pictures, limit: limitOf(pool, limits) });
}

/**
 * Pools in which a wanted step waits for capacity of its model, or for a slot to repair its picture. A further step would wait for the same
 * capacity, and would occupy the slot when the first one continues.
 */
export function restingPools(schedule: Schedule, seen: Survey): Set<string> {
  const pools = new Set<string>();
  for (const [step, { restsUntil, slot, input }] of Object.entries(schedule.inFlight)) {
    const ref = parseStepId(step);
    if (ref.of === "gate" || (restsUntil === undefined && slot !== "wanted")) continue;
    const node = nodeOf(ref);
    if (seen.inputOf(node) === input) pools.add(poolOf(node));
  }
  return pools;
}

/**
 * Slots that later pages leave to the first page that is not drawn: the number of its pictures that wait only for portraits under way, less
 * the slots that those portraits will free. Portraits that began together end one after another; without this rule the first to end would
 * have its character drawn on all pages, and the first page would be complete one picture's time later.
 */
export function slotsToKeep(schedule: Schedule, seen: Survey): { page: number; slots: number } | undefined {
  const { inFlight } = schedule;
  const undrawn = stepsOfPhase("artwork", seen.shape).nodes.filter(
    (node) => seen.resultOf(node) === undefined && inFlight[node.id] === undefined,
  );
  const ref = undrawn[0]?.ref;
  if (ref?.of !== "panel") return undefined;
  const awaited = new Set<string>();
  let waiting = 0;
  for (const node of undrawn) {
    if (node.ref.of !== "panel" || node.ref.page !== ref.page) break;
    const needs = STEP_KINDS.artwork.needs(node.ref, seen.shape) ?? [];
    const missing = needs.filter((need) => seen.resultOf(need.node) === undefined).map(({ node }) => node);
    const isUnderWay = (missed: Node) => {
      const flight = inFlight[missed.id];
      if (missed.kind !== "portrait" && missed.kind !== "outfit") return false;
      if (flight?.restsUntil !== undefined || flight?.parkedSince !== undefined) return false;
      return flight?.input !== undefined && flight.input === seen.inputOf(missed);
    };
    if (missing.length === 0 || !missing.every(isUnderWay)) continue;
    waiting += 1;
    for (const { id } of missing) if (inFlight[id]?.slot === undefined) awaited.add(id);
  }
  return { page: ref.page, slots: Math.max(0, waiting - awaited.size) };
}
