// Creates elements from attributes and text nodes only: no markup from a manifest is ever parsed.

type Value = string | number | boolean | undefined | ((event: Event) => void);

/** `onclick: fn` listens, `true` sets an empty attribute, `false` and undefined leave it out. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, Value> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** Icons: SVG paths in a box of 24 × 24, drawn as lines. */
const SIGNS = {
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 21 21",
  mark: "M6.5 3.5h11v17L12 16l-5.5 4.5z",
  grid: "M4 4h6v7H4zM14 4h6v7h-6zM4 14h6v6H4zM14 14h6v6h-6z",
  settings: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8v4.4M9 14.8v4.4",
  full: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  panels: "M4 4h16v7H4zM4 14h7v6H4zM14 14h6v6h-6z",
  close: "M5 5l14 14M19 5 5 19",
  left: "M15 4 7 12l8 8",
  right: "M9 4l8 8-8 8",
} as const;
export type Sign = keyof typeof SIGNS;

function icon(sign: Sign): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SIGNS[sign]);
  svg.append(path);
  return svg;
}

export function iconButton(sign: Sign, label: string, onPress: () => void): HTMLButtonElement {
  return el(
    "button",
    { type: "button", class: "tool", part: "button", "aria-label": label, title: label, onclick: onPress },
    icon(sign),
  );
}
