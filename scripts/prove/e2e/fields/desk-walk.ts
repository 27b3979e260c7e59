// Walks every control of a desk: each is operated from the same state of the desk, and must have a consequence of its kind.
import { controlAt } from "./controls.ts";
import { changedSince, note, type Sent } from "./desk-consequence.ts";
import { controlsOf, type DeskControl, isField, waysOf } from "./desk-controls.ts";
import { atRest, type Desk, find, isPlanted, type Scene, type Stage, setUp } from "./desk-stage.ts";

interface Outcome {
  key: string;
  scene: string;
  how: "request" | "state" | "sentence" | "inert";
  sent?: Sent;
  said?: string;
}

export interface Report {
  outcomes: Outcome[];
  /** Controls without a consequence. */
  inert: string[];
  /** Disabled controls that do not say why. */
  unexplained: string[];
  /** Controls that no scene could operate, because they were disabled or chosen in all of them. */
  never: string[];
  /** The planted controls that were reported as inert. */
  planted: string[];
}

/** The same for controls of one list that differ in their number. */
const kindOf = (key: string): string => key.replaceAll(/\d+/gu, "n");

/** Whether another one of the control's group can be chosen. */
function hasOther(controls: readonly DeskControl[], key: string): boolean {
  const groupOf = (one: string) => one.split(" > ").slice(0, -1).join(" > ");
  return controls.some(
    (one) => !one.isChosen && !one.isDisabled && one.kind === "press" && groupOf(one.key) === groupOf(key),
  );
}

export async function walkDesk(desk: Desk, scenes: readonly Scene[]): Promise<Report> {
  const done = new Map<string, Outcome>();
  const waiting = new Map<string, string>();
  const unexplained = new Set<string>();
  const planted = new Set<string>();
  for (const scene of scenes) {
    const stage = await setUp(desk, scene);
    for (const control of stage.controls.filter((one) => !isPlanted(one))) {
      const { key, isDisabled, isChosen, why } = control;
      if (isChosen && (isDisabled || hasOther(stage.controls, key))) continue;
      if (isDisabled && why === "") unexplained.add(`${scene.name}: ${key}`);
      if (!done.has(key)) waiting.set(key, scene.name);
    }
    const again = (label: string) => scene.again?.some((one) => one.test(label)) === true;
    const here = stage.controls.filter(
      ({ key, label, isDisabled, isChosen }) =>
        !isDisabled &&
        !isChosen &&
        (!done.has(key) || again(label)) &&
        (isPlanted({ label }) || scene.only === undefined || scene.only.test(key)),
    );
    const results = new Map<string, Result>();
    for (const control of here) {
      results.set(control.key, await operated(stage, control));
      const { how, said = "" } = results.get(control.key) ?? INERT;
      desk.tell(`${scene.name}: ${control.key}: ${how} ${said}`);
    }
    for (const control of here) {
      const result = results.get(control.key) ?? INERT;
      const isSet = needsRequest(control, result)
        ? await changesAnother(stage, { control, results })
        : undefined;
      const { other, ...byOther } = isSet ?? {};
      const outcome: Outcome = { key: control.key, scene: scene.name, ...result, ...byOther };
      if (other !== undefined) {
        waiting.delete(other);
        done.set(other, { key: other, scene: scene.name, ...result, ...byOther });
      }
      if (isSet) desk.tell(`${control.key}: ${isSet.how}, with another control`);
      if (isPlanted(control)) {
        if (outcome.how === "inert") planted.add(control.label);
        continue;
      }
      waiting.delete(control.key);
      done.set(again(control.label) ? `${scene.name}: ${control.key}` : control.key, outcome);
    }
  }
  const outcomes = [...done.values()];
  return {
    outcomes,
    inert: outcomes.filter(({ how }) => how === "inert").map(({ key, scene }) => `${scene}: ${key}`),
    unexplained: [...unexplained],
    never: [...waiting]
      .filter(([key]) => !outcomes.some((one) => kindOf(one.key) === kindOf(key)))
      .map(([key, scene]) => `${scene}: ${key}`),
    planted: [...planted],
  };
}

type Result = Pick<Outcome, "how" | "sent" | "said">;
const INERT: Result = { how: "inert" };

/** Operates the control from the state of the scene, by the first of its ways that has a consequence. */
async function operated(stage: Stage, { key }: DeskControl): Promise<Result> {
  for (let way = 0; ; way++) {
    await atRest(stage);
    const control = await find(stage, key);
    const act = waysOf(stage.desk.page, control, stage.desk)[way];
    if (act === undefined) return INERT;
    const result = await consequenceOf(stage, control, act);
    stage.isStirred = result.how === "sentence";
    if (result.how !== "inert") return result;
  }
}

async function consequenceOf(
  stage: Stage,
  control: DeskControl,
  act: () => Promise<string>,
): Promise<Result> {
  const { desk, scene, rest } = stage;
  const { page, wire, patienceMs } = desk;
  await note(page, control);
  const from = wire.sent.length;
  const typed = await act();
  // A desk that was opened asks for its preview without a change.
  const isChange = ({ to, body }: Sent) =>
    rest.has(to) ? body !== rest.get(to) : !to.endsWith("/preview") || /"(?:edits|kind)"/u.test(body);
  const isOwn = (sent: Sent) => isChange(sent) && sent.body.includes(typed);
  let best: Result = INERT;
  for (const end = Date.now() + patienceMs; Date.now() < end; await page.waitForTimeout(40)) {
    const sent = wire.sent.slice(from).find(isOwn);
    if (sent !== undefined) return { how: "request", sent };
    const { isStated, isValue, isFocus, isDialog, said } = await changedSince(page, control, scene.within);
    // A native field shows another value although nothing listens to it.
    if (!isField(control) && (isStated || isValue || isFocus || isDialog)) best = { how: "state" };
    else if (best.how === "inert" && said[0] !== undefined)
      best = { how: "sentence", said: said.join(" / ") };
    if (best.how === "state" && control.groups.length === 0) return best;
  }
  return best;
}

/** A field, a button by which one of several values is chosen in a form, and one that changes a list: it must be sent by something. */
const needsRequest = (control: DeskControl, { how }: Result): boolean =>
  how !== "request" &&
  (isField(control) || control.isChoosing || (how === "inert" && control.kind === "press"));

/** At most so many other controls are tried. */
const MOST_TRIED = 6;

/**
 * Whether the request of another control in the form has other content after this one was changed, or is possible only because of it or
 * without it. Undefined: no.
 */
async function changesAnother(
  stage: Stage,
  { control: { key, groups }, results }: { control: DeskControl; results: ReadonlyMap<string, Result> },
): Promise<(Result & { other?: string }) | undefined> {
  const { desk, controls } = stage;
  const others = groups.flatMap((group) =>
    controls
      .filter((one) => one.key !== key && one.groups.includes(group) && one.kind !== "file")
      .toSorted((one, other) => Number(other.isSubmit) - Number(one.isSubmit)),
  );
  const isPossible = ({ key, isDisabled }: DeskControl) => isDisabled || results.get(key)?.sent !== undefined;
  for (const other of [...new Set(others)].filter(isPossible).slice(0, MOST_TRIED)) {
    await atRest(stage);
    const control = await find(stage, key);
    const [act] = waysOf(desk.page, control, desk);
    const typed = (await act?.()) ?? "";
    await desk.page.waitForTimeout(60);
    const now = (await controlsOf(desk.page, stage.scene.within)).find((one) => one.key === other.key);
    if (now === undefined) continue;
    const isGate = now.isDisabled !== other.isDisabled;
    if (now.isDisabled) {
      // What must be confirmed is confirmed no more, or a discarded change can no longer be sent.
      if (isGate && (control.kind === "tick" || control.kind === "press")) return { how: "state" };
      continue;
    }
    const was = results.get(other.key)?.sent;
    const [actOther] = waysOf(desk.page, now, desk);
    if (actOther === undefined) continue;
    const from = desk.wire.sent.length;
    await controlAt(desk.page, now).focus();
    await actOther();
    for (const end = Date.now() + desk.patienceMs; Date.now() < end; await desk.page.waitForTimeout(40)) {
      const sent = desk.wire.sent
        .slice(from)
        .find(({ to, body }) => body !== stage.rest.get(to) && body !== was?.body && body.includes(typed));
      if (sent !== undefined && (was === undefined || was.to === sent.to))
        return { how: "request", sent, other: other.key };
    }
  }
  return undefined;
}
