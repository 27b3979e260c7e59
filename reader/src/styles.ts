// The reader's styles: a dark background, bars that fade, one accent colour. Hosts can set `--reader-background`, `--reader-bar`,
// `--reader-ink`, `--reader-soft`, `--reader-accent`, `--reader-font`.

export const STYLES = `
:host {
  --background: var(--reader-background, #0c0b0a);
  --bar: var(--reader-bar, #1a1816);
  --ink: var(--reader-ink, #f2ece0);
  --soft: var(--reader-soft, #bcb3a3);
  --accent: var(--reader-accent, #ff7a6b);
  display: block;
  position: relative;
  overflow: hidden;
  min-height: 240px;
  height: 80vh;
  background: var(--background);
  color: var(--ink);
  color-scheme: dark;
  font: 15px/1.5 var(--reader-font, system-ui, "Hiragino Sans", "Yu Gothic UI", "Noto Sans JP", sans-serif);
  -webkit-tap-highlight-color: transparent;
}
:host([hidden]) { display: none; }
:host(:fullscreen) { width: 100vw; height: 100vh; }
*, ::before, ::after { box-sizing: border-box; }
h2, h3, p, ol, fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
ol { list-style: none; }
[hidden] { display: none !important; }
button, input { font: inherit; color: inherit; }
button { cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.unseen {
  position: absolute; contain: strict; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.under { position: absolute; inset: 0; }

.stage { position: absolute; inset: 0; overflow: hidden; user-select: none; -webkit-user-select: none; }
/* A subtle focus outline, because it is visible during reading. */
.stage:focus-visible, .under:has(> .strip:focus-visible)::after { outline: 2px solid #8d8578; outline-offset: -2px; }
/* A strip's images would cover its own outline. */
.under:has(> .strip:focus-visible)::after { content: ""; position: absolute; inset: 0; z-index: 1; pointer-events: none; }
.track { position: absolute; inset: 0; will-change: transform; }
.track.moved { transition: transform .24s cubic-bezier(.22, .7, .2, 1); }
.slot { contain: strict; position: absolute; top: 0; width: 100%; height: 100%; display: flex; align-items: center; justify-content: center; overflow: hidden; }
.zoom { position: relative; display: flex; flex: none; }
.rtl .zoom { flex-direction: row-reverse; }
.zoom.moved { transition: transform .28s cubic-bezier(.22, .7, .2, 1); }
.page { position: relative; flex: none; background: #fff; }
/* The fold. */
.pair .page::after { content: ""; position: absolute; inset: 0; pointer-events: none; background: linear-gradient(to left, rgb(0 0 0 / 13%), transparent 3%); }
.rtl .pair .page:first-child::after, .ltr .pair .page:nth-child(2)::after { background: linear-gradient(to right, rgb(0 0 0 / 13%), transparent 3%); }
.picture { position: absolute; inset: 0; }
.picture img { display: block; width: 100%; height: 100%; }
.shade { position: absolute; inset: 0; background: color-mix(in srgb, var(--background) 78%, transparent); pointer-events: none; }
.broken { position: absolute; inset: 0; display: grid; place-content: center; justify-items: center; gap: 12px; padding: 16px; text-align: center; background: #2a2724; color: #f2ece0; }

.strip { overflow: auto; overscroll-behavior: contain; touch-action: pan-x pan-y; user-select: auto; }
.column { margin: 0 auto; overflow-anchor: none; }
.item { position: relative; overflow: hidden; background: #fff; contain: strict; }
.gap { position: relative; background: #fff; }
.apart .item { margin-bottom: 8px; }
.end { display: grid; justify-items: center; gap: 16px; padding: 96px 16px 120px; text-align: center; }
.end p { font-size: 22px; }

.bar {
  position: absolute; left: 0; right: 0; z-index: 2; display: flex; align-items: center; gap: 4px;
  padding: 6px max(10px, env(safe-area-inset-left));
  background: color-mix(in srgb, var(--bar) 94%, transparent);
  transition: opacity .2s, transform .2s;
}
.top { top: 0; padding-top: max(6px, env(safe-area-inset-top)); }
.bottom { bottom: 0; padding-bottom: max(6px, env(safe-area-inset-bottom)); }
.quiet .bar:not(:focus-within) { opacity: 0; pointer-events: none; }
.quiet .top:not(:focus-within) { transform: translateY(-8px); }
.quiet .bottom:not(:focus-within) { transform: translateY(8px); }
h2 { flex: 1; font-size: 16px; font-weight: 600; line-height: 1.3; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; padding: 0 6px; }
.tools { display: flex; gap: 2px; }
.tool { flex: none; display: grid; place-items: center; width: 44px; height: 44px; padding: 0; border: 0; border-radius: 10px; background: none; }
.tool:hover { background: rgb(255 255 255 / 9%); }
.tool:disabled { opacity: .35; cursor: default; }
.tool svg { width: 22px; height: 22px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.tool[aria-pressed="true"] { color: var(--accent); }
.tool[aria-pressed="true"] path { fill: color-mix(in srgb, var(--accent) 30%, transparent); }
.count { flex: none; contain: strict; display: grid; place-items: center; width: 92px; height: 44px; font-size: 14px; font-variant-numeric: tabular-nums; }
input[type="range"] { flex: 1; min-width: 60px; height: 44px; margin: 0; accent-color: var(--accent); cursor: pointer; }
/* Moved by a transform, which causes no layout. Its children use container units. */
.rail { position: absolute; left: 8px; right: 8px; bottom: calc(100% + 10px); container-type: inline-size; pointer-events: none; }
.preview {
  width: 144px; padding: 8px; border-radius: 10px; background: var(--bar); text-align: center; font-size: 13px; box-shadow: 0 6px 24px rgb(0 0 0 / 50%);
  transform: translateX(clamp(0px, calc(var(--before) + var(--share) * (100cqw - var(--before) - var(--behind)) - 72px), calc(100cqw - 144px)));
  --before: 60px; --behind: 150px;
}
.preview img { display: block; width: 100%; margin-bottom: 4px; border-radius: 3px; background: #fff; }

.sheet {
  position: absolute; z-index: 4; display: flex; flex-direction: column; background: var(--bar);
  inset: 0 0 0 auto; width: min(440px, 100%); box-shadow: -8px 0 40px rgb(0 0 0 / 45%);
}
.sheet.pages { width: min(720px, 100%); }
.sheet > header { display: flex; align-items: center; justify-content: space-between; padding: 8px 8px 8px 20px; }
.sheet > div { flex: 1; overflow: auto; overscroll-behavior: contain; padding: 4px 20px 28px; }
.sheet h2 { font-size: 17px; padding: 0; }
h3 { margin: 12px 0 8px; font-size: 14px; font-weight: 600; color: var(--soft); }
.soft { color: var(--soft); font-size: 14px; }
.thumbs { display: grid; grid-template-columns: repeat(auto-fill, minmax(96px, 1fr)); gap: 14px 12px; align-items: end; }
.thumb { position: relative; padding: 0; border: 0; border-radius: 4px; background: none; font-size: 13px; text-align: center; }
.thumb img { display: block; width: 100%; height: auto; margin-bottom: 4px; border-radius: 3px; background: #fff; }
.thumb[aria-current] { color: var(--accent); }
.thumb[aria-current] img { outline: 3px solid var(--accent); outline-offset: 2px; }
.thumb.marked::after { content: ""; position: absolute; top: 0; inset-inline-end: 8px; width: 14px; height: 22px; background: var(--accent); clip-path: polygon(0 0, 100% 0, 100% 100%, 50% 75%, 0 100%); }
input[type="search"] { display: block; width: 100%; padding: 9px 14px; border: 1px solid #8d8578; border-radius: 10px; background: #0c0b0a; font-size: 16px; line-height: 24px; }
.sheet .soft { margin: 10px 0; }
.lines { margin-top: 8px; }
.lines button { display: flex; gap: 14px; width: 100%; min-height: 44px; padding: 9px 0; border: 0; border-top: 1px solid rgb(255 255 255 / 10%); background: none; text-align: start; }
.lines small { flex: none; width: 76px; color: var(--soft); font-size: 13px; }
.lines b { font-weight: 600; color: var(--soft); }
.choice { margin: 10px 0 20px; }
.choice legend { margin-bottom: 8px; padding: 0; font-size: 14px; font-weight: 600; color: var(--soft); }
.choice > div { display: flex; flex-wrap: wrap; gap: 6px; }
.choice label { position: relative; }
.choice input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
.choice span { display: grid; place-items: center; min-height: 44px; padding: 0 16px; border: 1px solid #8d8578; border-radius: 22px; }
.choice :checked + span { border-color: var(--accent); background: var(--accent); color: #1a0d0a; }
.choice :focus-visible + span { outline: 3px solid var(--accent); outline-offset: 3px; }
.check { display: flex; align-items: center; gap: 12px; min-height: 44px; cursor: pointer; }
.check input { width: 22px; height: 22px; margin: 0; accent-color: var(--accent); }
.plain { min-height: 44px; padding: 0 20px; border: 1px solid currentColor; border-radius: 22px; background: none; }

.notice { position: absolute; inset: 0; display: grid; place-content: center; justify-items: center; gap: 14px; padding: 24px; text-align: center; overflow-wrap: anywhere; }
.done { position: absolute; z-index: 3; left: 50%; bottom: 84px; transform: translateX(-50%); display: flex; align-items: center; gap: 16px; padding: 10px 12px 10px 22px; border-radius: 32px; background: var(--bar); box-shadow: 0 6px 24px rgb(0 0 0 / 50%); white-space: nowrap; }

@media (max-width: 520px) {
  .tools { gap: 0; }
  .bottom { flex-wrap: wrap; }
  .bottom input { order: -1; flex: 1 0 100%; }
  .bottom .count { flex: 1; order: 1; }
  .bottom > .tool:nth-of-type(2), .bottom > .tool:nth-of-type(3) { order: 2; }
  .preview { --before: 8px; --behind: 8px; }
  .sheet.words, .sheet.display { inset: auto 0 0; width: 100%; max-height: 88%; border-radius: 18px 18px 0 0; }
  .sheet.words { height: 88%; }
}
@media (prefers-reduced-motion: reduce) {
  .track.moved, .zoom.moved, .bar { transition: none; }
}
@media (forced-colors: active) {
  .tool[aria-pressed="true"], .choice :checked + span { forced-color-adjust: none; }
}
`;
