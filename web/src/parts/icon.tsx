// Signs of what buttons do where there is no room for their words: strokes on a field of 24 by 24.
const STROKES = {
  close: "M6 6l12 12M18 6L6 18",
  fold: "M12 4v16M8 8l-4 4 4 4M16 8l4 4-4 4",
  panel: "M4 4h16v16H4zM12 8v8M8 12h8",
  pages: "M4 4h6v7H4zM14 4h6v7h-6zM4 15h6v5H4zM14 15h6v5h-6z",
  text: "M5 6h14M5 12h14M5 18h9",
  full: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  start: "M6 5v14M19 5l-9 7 9 7z",
} as const;

export type Sign = keyof typeof STROKES;

export function Icon({ sign }: { sign: Sign }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={STROKES[sign]} />
    </svg>
  );
}
