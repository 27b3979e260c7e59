// Keyboard control. It works while the focus is in the reader, and ignores keys that the focused control uses.
import type { Direction } from "../manifest.ts";
import type { SheetName } from "./bars.ts";

export interface KeyActions {
  direction(): Direction;
  isStrip(): boolean;
  isSheet(): boolean;
  turn(by: 1 | -1): void;
  /** False if the content cannot move that way. */
  pan(x: number, y: number): boolean;
  zoom(factor: number): void;
  first(): void;
  last(): void;
  back(): void;
  panels(): void;
  mark(): void;
  full(): void;
  sheet(name: SheetName): void;
  bars(): void;
}

/** Share of the stage for one press of an arrow key, and for a space. */
const STEP = 0.2;
const LEAP = 0.8;

export function keyListener(actions: KeyActions): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "Escape") return handled(event, actions.back());
    if (actions.isSheet()) return;
    const [target] = event.composedPath();
    if (target instanceof HTMLInputElement) return;
    const act = actionOf(event, actions, target instanceof HTMLButtonElement);
    if (act !== undefined) handled(event, act());
  };
}

function handled(event: KeyboardEvent, _: unknown): void {
  event.preventDefault();
  event.stopPropagation();
}

function actionOf(
  { key, shiftKey }: KeyboardEvent,
  actions: KeyActions,
  isButton: boolean,
): (() => unknown) | undefined {
  const letter = LETTERS[key.toLowerCase()];
  if (letter !== undefined) return () => letter(actions);
  // In strip mode the browser scrolls.
  if (actions.isStrip()) return undefined;
  const isForward = actions.direction() === "rtl" ? key === "ArrowLeft" : key === "ArrowRight";
  switch (key) {
    case "ArrowLeft":
    case "ArrowRight":
      return () => actions.pan(key === "ArrowRight" ? STEP : -STEP, 0) || actions.turn(isForward ? 1 : -1);
    case "ArrowDown":
      return () => actions.pan(0, STEP);
    case "ArrowUp":
      return () => actions.pan(0, -STEP);
    case " ":
      if (isButton) return undefined;
      return () => actions.pan(0, shiftKey ? -LEAP : LEAP) || actions.turn(shiftKey ? -1 : 1);
    case "PageDown":
      return () => actions.turn(1);
    case "PageUp":
      return () => actions.turn(-1);
    case "Home":
      return actions.first;
    case "End":
      return actions.last;
    default:
      return undefined;
  }
}

const LETTERS: Record<string, (actions: KeyActions) => void> = {
  z: ({ panels }) => panels(),
  b: ({ mark }) => mark(),
  f: ({ full }) => full(),
  s: ({ sheet }) => sheet("words"),
  "/": ({ sheet }) => sheet("words"),
  t: ({ sheet }) => sheet("pages"),
  d: ({ sheet }) => sheet("display"),
  m: ({ bars }) => bars(),
  "+": ({ zoom }) => zoom(1.25),
  "=": ({ zoom }) => zoom(1.25),
  "-": ({ zoom }) => zoom(0.8),
  "0": ({ zoom }) => zoom(0),
};
