// A book's own fonts: one is supplied with its licence, and taken away again. They are typefaces of the font picker.
import { type FormEvent, useId, useRef, useState } from "react";
import { MOST_OWN_FONTS } from "../../../../lib/manga/own-font-bounds.ts";
import type { OwnFont } from "../../../../lib/manga/own-fonts.ts";
import { ApiError, ask } from "../../api.ts";
import { reasonOf } from "../../problem-words.ts";
import { isLetterKey, type LetterWords, useLetterWords } from "../../words/letter-words.ts";
import { useWords } from "../../words/words.tsx";
import { ActButton } from "./act-button.tsx";

const MOST_BYTES = 10_000_000;

interface OwnFontsProps {
  sessionId: string;
  fonts: readonly OwnFont[];
  /** The user may add fonts and take them away. */
  isOwner: boolean;
  isBusy: boolean;
}

export function OwnFonts({ sessionId, fonts, isOwner, isBusy }: OwnFontsProps) {
  const w = useLetterWords();
  const { t } = useWords();
  const [state, setState] = useState<{ isSending?: true; told?: string; trouble?: string }>({});
  const path = `/manga/sessions/${sessionId}/fonts`;
  const send = async (request: () => Promise<string>) => {
    setState({ isSending: true });
    try {
      setState({ told: await request() });
      return true;
    } catch (error) {
      setState({ trouble: troubleOf(error, w) ?? reasonOf(error, t) });
      return false;
    }
  };
  const isWaiting = isBusy || state.isSending === true;
  return (
    <details className="own-fonts">
      <summary>{w("own.label")}</summary>
      {fonts.length === 0 ? null : (
        <ul className="own-font-list">
          {fonts.map(({ id, name, licence }) => (
            <li key={id}>
              <span>
                <b>{name || w("own.unnamed")}</b>
                <small>{licence.name}</small>
              </span>
              {isOwner ? (
                <button
                  type="button"
                  className="button button-small"
                  aria-label={w("own.removeOf", { name: name || w("own.unnamed") })}
                  disabled={isWaiting}
                  onClick={() =>
                    void send(async () => {
                      await ask("DELETE", `${path}/${id}`);
                      return w("own.removed");
                    })
                  }
                >
                  {w("own.remove")}
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {!isOwner ? (
        <p className="word-hint">{w("own.ownerOnly")}</p>
      ) : fonts.length >= MOST_OWN_FONTS ? (
        <p className="word-hint">{w("own.full", { n: MOST_OWN_FONTS })}</p>
      ) : (
        <FontForm
          isBusy={isWaiting}
          onSend={(file, licence) =>
            send(async () => {
              if (file.size > MOST_BYTES) throw new FontTooLarge();
              const body = { file: await inBase64(file), licence, confirmed: true };
              const { font } = await ask<{ font: OwnFont }>("POST", path, { body });
              return w("own.added", { name: font.name || w("own.unnamed") });
            })
          }
        />
      )}
      <p role="status">{state.isSending ? w("own.sending") : (state.told ?? "")}</p>
      <p className="trouble" role="alert">
        {state.trouble ?? ""}
      </p>
    </details>
  );
}

interface FontFormProps {
  isBusy: boolean;
  /** Whether it was accepted. */
  onSend: (file: File, licence: string) => Promise<boolean>;
}

function FontForm({ isBusy, onSend }: FontFormProps) {
  const w = useLetterWords();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [licence, setLicence] = useState("");
  const [isConfirmed, setConfirmed] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const hint = useId();
  const isReady = file !== undefined && licence.trim() !== "" && isConfirmed;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (file === undefined || !isReady || !(await onSend(file, licence.trim()))) return;
    setFile(undefined);
    setLicence("");
    setConfirmed(false);
    if (field.current !== null) field.current.value = "";
  };
  return (
    <form className="own-font-form" onSubmit={(event) => void submit(event)}>
      <label className="field">
        <span>{w("own.file")}</span>
        <input
          ref={field}
          type="file"
          accept=".ttf,.otf,font/ttf,font/otf"
          aria-describedby={hint}
          disabled={isBusy}
          onChange={(event) => setFile(event.target.files?.[0])}
        />
      </label>
      <p className="word-hint" id={hint}>
        {w("own.hint")}
      </p>
      <label className="field">
        <span>{w("own.licence")}</span>
        <input
          type="text"
          maxLength={200}
          placeholder="SIL Open Font License 1.1"
          value={licence}
          disabled={isBusy}
          onChange={(event) => setLicence(event.target.value)}
        />
      </label>
      <label className="own-font-confirm">
        <input
          type="checkbox"
          checked={isConfirmed}
          disabled={isBusy}
          onChange={(event) => setConfirmed(event.target.checked)}
        />
        <span>{w("own.statement")}</span>
      </label>
      <ActButton isSubmit isMain why={isBusy ? w("own.sending") : isReady ? undefined : w("own.notReady")}>
        {w("own.add")}
      </ActButton>
    </form>
  );
}

class FontTooLarge extends Error {}

/** Why a font was refused; undefined for other problems. */
function troubleOf(error: unknown, w: LetterWords): string | undefined {
  if (error instanceof FontTooLarge) return w("fontFault.too-large");
  if (!(error instanceof ApiError)) return undefined;
  const key = `fontFault.${error.reason}`;
  if (error.code === "font-unusable" && isLetterKey(key)) return w(key);
  return error.code === "font-in-use" ? w("own.inUse", { lines: usersIn(error.message) }) : undefined;
}

/** The lines that the service names: `page 2: k1/w1, page 3: k2/w1`. */
const usersIn = (message: string): string => /font: (.+); set/u.exec(message)?.[1] ?? message;

async function inBase64(file: File): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error("the file could not be read"));
    reader.readAsDataURL(file);
  });
  return url.slice(url.indexOf(",") + 1);
}
