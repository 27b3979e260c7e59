// Uploads of portraits for people found in the text; pictures are scaled down before they are sent.
import { type ChangeEvent, useState } from "react";
import { useWords } from "../../words/words.tsx";

/** Data URLs by the person's name. */
export type Portraits = ReadonlyMap<string, string>;

interface NewPortraitsProps {
  names: readonly string[];
  portraits: Portraits;
  onChange: (portraits: Portraits) => void;
}

/** Maximum number in a request. */
const MOST = 8;
const MOST_BYTES = 20_000_000;
const TYPES = ["image/png", "image/jpeg", "image/webp"];

export function NewPortraits({ names, portraits, onChange }: NewPortraitsProps) {
  const { t } = useWords();
  const [trouble, setTrouble] = useState("");
  const choose = async (name: string, event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (file === undefined) return;
    setTrouble("");
    if (!TYPES.includes(file.type)) return setTrouble(t("new.portraitType", { name: file.name }));
    if (file.size > MOST_BYTES) return setTrouble(t("new.portraitLarge", { name: file.name }));
    try {
      onChange(new Map([...portraits, [name, await shrunk(file)]]));
    } catch {
      setTrouble(t("new.portraitBroken", { name: file.name }));
    }
  };
  const without = (name: string) => onChange(new Map([...portraits].filter(([one]) => one !== name)));
  if (names.length === 0) return <p className="soft">{t("new.portraitsNobody")}</p>;
  return (
    <>
      <ul className="own-portraits">
        {names.slice(0, MOST).map((name) => {
          const url = portraits.get(name);
          return (
            <li key={name}>
              <label className="own-portrait">
                <input
                  type="file"
                  accept={TYPES.join()}
                  aria-label={t("new.portraitOf", { name })}
                  onChange={(event) => choose(name, event)}
                />
                <span className="portrait">
                  {url === undefined ? (
                    <span className="own-plus" aria-hidden="true">
                      +
                    </span>
                  ) : (
                    <img src={url} alt={t("watch.portraitAlt", { name })} />
                  )}
                </span>
                <b>{name}</b>
              </label>
              {url === undefined ? null : (
                <button
                  type="button"
                  className="button button-small"
                  aria-label={t("new.portraitRemove", { name })}
                  onClick={() => without(name)}
                >
                  {t("new.remove")}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <p className="trouble" role="alert">
        {trouble}
      </p>
    </>
  );
}

const WIDTH = 900;
const HEIGHT = 1200;

/** Crops to a portrait's proportions with the upper part centred. Throws what the decoder throws. */
async function shrunk(file: File): Promise<string> {
  const image = await createImageBitmap(file);
  const cut = Math.min(image.width / WIDTH, image.height / HEIGHT);
  const [width, height] = [WIDTH * cut, HEIGHT * cut];
  const scale = Math.min(1, 1 / cut);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("there is no canvas");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  const [x, y] = [(image.width - width) / 2, (image.height - height) / 4];
  pen.drawImage(image, x, y, width, height, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/jpeg", 0.86);
}
