// The tools of the lettering desk beside the sheet: every choice for the selected text or sound as a field, and what could not be met.
import { type ReactNode, useRef, useState } from "react";
import type { LetterStyle, LetterStyles, SoundSet, TextSet } from "../../../../lib/manga/hand-lettering.ts";
import type { LetterEdit, SoundFields, TextFields } from "../../../../lib/manga/letter-edits.ts";
import { styleOf } from "../../../../lib/manga/letter-styles.ts";
import { markedText, unmarkedText } from "../../../../lib/manga/marked-text.ts";
import type { OwnFont } from "../../../../lib/manga/own-fonts.ts";
import type { Character, LetteredText, StoryboardPage, Word } from "../../documents.ts";
import { type LetterKey, type LetterWords, useLetterWords } from "../../words/letter-words.ts";
import { ActButton } from "./act-button.tsx";
import { FontPicker } from "./font-picker.tsx";
import { Amount, Pick, WEIGHTS } from "./lettering-desk-fields.tsx";
import { middleOf } from "./lettering-desk-sheet.tsx";
import { TypeTools } from "./lettering-desk-type.tsx";
import { VoiceTools } from "./lettering-desk-voice.tsx";
import { unmetSound, unmetText } from "./lettering-unmet.ts";

const SHAPES = [
  ...(["speech", "shout", "cry", "thought", "unease"] as const),
  ...(["whisper", "machine", "phone", "caption", "none"] as const),
] satisfies readonly TextSet["shape"][];

interface LetteringToolsProps {
  sessionId: string;
  /** The book's own fonts. */
  fonts: readonly OwnFont[];
  board: StoryboardPage;
  texts: readonly LetteredText[];
  chosen: string | undefined;
  styles: LetterStyles | undefined;
  people: readonly Character[];
  language: string;
  /** The user owns the book. */
  isOwner: boolean;
  isBusy: boolean;
  onChoose: (id: string) => void;
  onEdit: (edit: LetterEdit) => void;
}

export function LetteringTools(props: LetteringToolsProps) {
  const { board, texts, chosen, language, onChoose } = props;
  const w = useLetterWords();
  const [panelId = "", id = ""] = (chosen ?? "").split("/");
  const panel = board.panels.find((one) => one.id === panelId);
  const word = panel?.words.texts.find((one) => one.id === id);
  const sound = id.startsWith("s") ? panel?.words.sounds[Number(id.slice(1)) - 1] : undefined;
  const lettered = texts.find((one) => one.id === chosen);
  return (
    <div className="letter-tools">
      {chosen === undefined || lettered === undefined ? (
        <p>{w("desk.pick")}</p>
      ) : word !== undefined ? (
        <TextTools key={chosen} {...props} id={chosen} word={word} lettered={lettered} />
      ) : sound !== undefined ? (
        <SoundTools key={chosen} {...props} id={chosen} sound={sound} lettered={lettered} />
      ) : null}
      <AddTools {...props} />
      <ul className="letter-list" aria-label={w("desk.list")} lang={language}>
        {texts
          .filter(({ kind }) => kind !== "title")
          .map(({ id, text }) => (
            <li key={id}>
              <button type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
                {text}
              </button>
            </li>
          ))}
      </ul>
    </div>
  );
}

function Unmet({ what, w }: { what: readonly LetterKey[]; w: LetterWords }) {
  return (
    <div role="status" className="letter-unmet">
      {what.map((key) => (
        <p key={key}>{w(key)}</p>
      ))}
    </div>
  );
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="letter-group">
      <legend>{label}</legend>
      <div className="row">{children}</div>
    </fieldset>
  );
}

const inPoints = (units: number) => (units * 72) / 254;

const withOwn = (word: Word, style: LetterStyle): Word => ({ ...word, set: { ...style, ...word.set } });

interface OfText extends LetteringToolsProps {
  id: string;
  lettered: LetteredText;
}

function TextTools(props: OfText & { word: Word }) {
  const { sessionId, fonts, board, styles, people, id, word, lettered, language } = props;
  const { isOwner, isBusy, onEdit } = props;
  const w = useLetterWords();
  const { set = {} } = word;
  const change = (fields: TextFields) => onEdit({ kind: "text", text: id, change: fields });
  const { tail } = set;
  const middle = middleOf(lettered);
  const hand = typeof tail === "object" ? tail : undefined;
  return (
    <>
      <MarkedField {...{ word, language, isBusy }} onSet={change} />
      <Unmet what={unmetText(withOwn(word, styleOf(word, styles)), lettered)} w={w} />
      <VoiceTools {...{ word, people, isBusy }} onChange={change} />
      <TypeTools
        {...{ sessionId, fonts, id, word, styles, people, isOwner, isBusy, onEdit }}
        size={inPoints(lettered.fontSize)}
      />
      <div className="letter-fields">
        <Pick
          label={w("field.shape")}
          value={set.shape}
          options={SHAPES}
          nameOf={(one) => w(`shape.${one}`)}
          isBusy={isBusy}
          onPick={(shape) => change({ shape })}
        />
        {(["width", "height"] as const).map((side) => (
          <Amount
            key={side}
            label={w(`field.${side}`)}
            value={set[side] === undefined ? undefined : set[side] / 10}
            shown={lettered.box[side] / 10}
            bounds={[4, 180]}
            isBusy={isBusy}
            onSet={(mm) => change({ [side]: mm === null ? null : mm * 10 })}
          />
        ))}
        <Pick
          label={w("field.tail")}
          value={tail === "none" ? "none" : hand === undefined ? undefined : "hand"}
          options={["none", "hand"]}
          nameOf={(one) => w(`tail.${one}`)}
          isBusy={isBusy}
          onPick={(one) => {
            const tip = lettered.tail ?? { x: middle.x, y: Math.min(2500, middle.y + lettered.box.height) };
            change({ tail: one === "hand" ? tip : one });
          }}
        />
        {hand === undefined ? null : (
          <Amount
            label={w("field.bend")}
            value={hand.bend === undefined ? undefined : hand.bend / 10}
            shown={0}
            bounds={[-60, 60]}
            isBusy={isBusy}
            onSet={(mm) => change({ tail: { x: hand.x, y: hand.y, ...(mm !== null && { bend: mm * 10 }) } })}
          />
        )}
        <Pick
          label={w("field.join")}
          value={set.join === undefined ? undefined : set.join ? "yes" : "no"}
          options={["yes", "no"]}
          nameOf={(one) => w(one)}
          isBusy={isBusy}
          onPick={(one) => change({ join: one === null ? null : one === "yes" })}
        />
      </div>
      <ActTools
        {...{ board, id, isBusy, onEdit }}
        isPut={word.at !== undefined}
        onFree={() => change({ at: null })}
      />
    </>
  );
}

interface MarkedFieldProps {
  word: Word;
  language: string;
  isBusy: boolean;
  onSet: (fields: TextFields) => void;
}

/** The text in the notation of stories, with its readings and emphasis. */
function MarkedField({ word, language, isBusy, onSet }: MarkedFieldProps) {
  const w = useLetterWords();
  const before = markedText(word);
  const [typed, setTyped] = useState<{ of: string; text: string }>({ of: before, text: before });
  const text = typed.of === before ? typed.text : before;
  const field = useRef<HTMLTextAreaElement>(null);
  const [unmarked, setUnmarked] = useState<LetterKey | undefined>(undefined);
  const type = (next: string) => {
    setTyped({ of: before, text: next });
    setUnmarked(undefined);
  };
  const wrap = (start: string, end: string) => {
    const { selectionStart: from = 0, selectionEnd: to = 0 } = field.current ?? {};
    const part = text.slice(from, to);
    if (part === "") setUnmarked("field.selectFirst");
    else if (/[｜《》\n]/u.test(part)) setUnmarked("field.isMarked");
    else type(text.slice(0, from) + start + part + end + text.slice(to));
    field.current?.focus();
  };
  const { text: plain, ruby, emphasis = [] } = unmarkedText(text.trim());
  const isOfLength = plain !== "" && plain.length <= 500;
  const whyNotSet = isBusy
    ? w("edit.waits")
    : text === before
      ? w("field.same")
      : isOfLength
        ? undefined
        : w("field.length");
  return (
    <form
      className="letter-marked"
      onSubmit={(event) => {
        event.preventDefault();
        onSet({ text: plain, ruby, emphasis });
      }}
    >
      <label className="field">
        <span>{w("field.text")}</span>
        <textarea
          ref={field}
          rows={3}
          maxLength={700}
          lang={language}
          value={text}
          disabled={isBusy}
          onChange={(event) => type(event.target.value)}
        />
      </label>
      <p className="word-hint">{w("field.textHint")}</p>
      <p className="word-hint" role="status">
        {unmarked === undefined ? "" : w(unmarked)}
      </p>
      <div className="row">
        <ActButton isSubmit className="button button-small button-ink" why={whyNotSet}>
          {w("field.set")}
        </ActButton>
        <button
          type="button"
          className="button button-small"
          disabled={isBusy}
          onClick={() => wrap("｜", "《》")}
        >
          {w("field.ruby")}
        </button>
        <button
          type="button"
          className="button button-small"
          disabled={isBusy}
          onClick={() => wrap("《《", "》》")}
        >
          {w("field.emphasis")}
        </button>
      </div>
    </form>
  );
}

function SoundTools(props: OfText & { sound: { text: string; set?: SoundSet | undefined } }) {
  const { sessionId, fonts, board, id, sound, lettered, language, isOwner, isBusy, onEdit } = props;
  const w = useLetterWords();
  const { set = {} } = sound;
  const change = (fields: SoundFields) => onEdit({ kind: "sound", sound: id, change: fields });
  return (
    <>
      <label className="field">
        <span>{w("field.text")}</span>
        <input
          type="text"
          maxLength={12}
          lang={language}
          value={sound.text}
          disabled={isBusy}
          onChange={(event) => event.target.value !== "" && change({ text: event.target.value })}
        />
      </label>
      <Unmet what={unmetSound(sound, lettered)} w={w} />
      <FontPicker
        {...{ sessionId, fonts, isOwner, isBusy }}
        text={sound.text}
        weight={set.weight}
        value={set.font}
        onPick={(font) => change({ font })}
      />
      <div className="letter-fields">
        <Pick
          label={w("field.weight")}
          value={set.weight}
          options={WEIGHTS}
          nameOf={(one) => w(`weight.${one}`)}
          isBusy={isBusy}
          onPick={(weight) => change({ weight })}
        />
        <Pick
          label={w("field.lines")}
          value={set.vertical === undefined ? undefined : set.vertical ? "down" : "across"}
          options={["down", "across"]}
          nameOf={(one) => w(`lines.${one}`)}
          isBusy={isBusy}
          onPick={(one) => change({ vertical: one === null ? null : one === "down" })}
        />
        <Amount
          label={w("field.size")}
          value={set.size}
          shown={inPoints(lettered.fontSize)}
          bounds={[5, 200]}
          isBusy={isBusy}
          onSet={(size) => change({ size })}
        />
        <Amount
          label={w("field.angle")}
          value={set.angle}
          shown={0}
          bounds={[-180, 180]}
          isBusy={isBusy}
          onSet={(angle) => change({ angle })}
        />
      </div>
      <ActTools
        {...{ board, id, isBusy, onEdit }}
        isPut={set.at !== undefined}
        onFree={() => change({ at: null })}
      />
    </>
  );
}

type OfDesk = { [K in "board" | "isBusy" | "onEdit"]: LetteringToolsProps[K] };

interface ActToolsProps extends OfDesk {
  id: string;
  /** Whether a person chose its place. */
  isPut: boolean;
  onFree: () => void;
}

function ActTools({ board, id, isBusy, isPut, onEdit, onFree }: ActToolsProps) {
  const w = useLetterWords();
  const [panel = "", textId = ""] = id.split("/");
  const ids = board.panels.find((one) => one.id === panel)?.words.texts.map((one) => one.id) ?? [];
  const at = ids.indexOf(textId);
  const exchange = (other: number) => {
    const texts = ids.with(at, ids[other] ?? "").with(other, textId);
    onEdit({ kind: "order", panel, texts });
  };
  const isSound = at < 0;
  const button = (key: LetterKey, whyNot: LetterKey | false, act: () => void) => (
    <ActButton why={isBusy ? w("edit.waits") : whyNot ? w(whyNot) : undefined} onPress={act}>
      {w(key)}
    </ActButton>
  );
  return (
    <Group label={w("act.label")}>
      {button("field.free", !isPut && "act.isFree", onFree)}
      {button("act.earlier", isSound ? "act.sound" : at === 0 && "act.first", () => exchange(at - 1))}
      {button("act.later", isSound ? "act.sound" : at === ids.length - 1 && "act.last", () =>
        exchange(at + 1),
      )}
      {button("act.delete", false, () => onEdit({ kind: "delete", text: id }))}
    </Group>
  );
}

function AddTools({ board, chosen, isBusy, onEdit }: LetteringToolsProps) {
  const w = useLetterWords();
  const [panelId, textId = ""] = (chosen ?? "").split("/");
  const index = Math.max(
    0,
    board.panels.findIndex(({ id }) => id === panelId),
  );
  const panel = board.panels[index];
  if (panel === undefined) return null;
  const after = panel.words.texts.some(({ id }) => id === textId) ? { after: textId } : {};
  const add = (as: "balloon" | "caption" | "sound") => {
    const text = w(as === "sound" ? "add.soundText" : "add.text");
    onEdit({ kind: "add", panel: panel.id, as, text, ...(as !== "sound" && after) });
  };
  return (
    <Group label={w("add.label", { n: index + 1 })}>
      {(["balloon", "caption", "sound"] as const).map((as) => (
        <button
          key={as}
          type="button"
          className="button button-small"
          disabled={isBusy}
          onClick={() => add(as)}
        >
          {w(`add.${as}`)}
        </button>
      ))}
    </Group>
  );
}
