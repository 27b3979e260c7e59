// The list of a book's files: each is requested, and downloaded as soon as a listener reports it. Loaded when the list is opened.
import { useEffect, useRef, useState } from "react";
import { ask, download } from "../api.ts";
import type { ClientSession, ExportFormat } from "../documents.ts";
import { useWords } from "../words/words.tsx";
import { Trouble } from "./states.tsx";

const FORMATS: readonly ExportFormat[] = [
  "pdf",
  "print-pdf",
  "cbz",
  "epub",
  "webtoon",
  "psd",
  "png",
  "webp",
  "csv",
  "sheets",
];

/** How long the zip's object URL stays valid after the download was started. */
const KEPT_MS = 60_000;

interface ExportFile {
  name: string;
  url: string;
}

export default function FormatList({ session }: { session: ClientSession }) {
  const { t } = useWords();
  const { sessionId, exports } = session;
  const [awaited, setAwaited] = useState<ExportFormat | undefined>(undefined);
  const [folder, setFolder] = useState<{ format: ExportFormat; files: ExportFile[] } | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const [isPacking, setPacking] = useState(false);
  const taking = useRef<ExportFormat | undefined>(undefined);
  const base = `/manga/sessions/${sessionId}`;

  const want = async (format: ExportFormat) => {
    setError(undefined);
    setFolder(undefined);
    setAwaited(format);
    try {
      const { state } = await ask<{ state: string }>("POST", `${base}/export`, { body: { format } });
      if (state === "done") await take(format);
    } catch (refused) {
      setError(refused);
      setAwaited(undefined);
    }
  };

  const take = async (format: ExportFormat) => {
    if (taking.current === format) return;
    taking.current = format;
    try {
      const { files } = await ask<{ files: ExportFile[] }>("GET", `${base}/exports/${format}`);
      const [file, ...others] = files;
      if (file !== undefined && others.length === 0) save(file);
      else setFolder({ format, files });
      setAwaited(undefined);
    } catch (refused) {
      setError(refused);
      setAwaited(undefined);
    }
    taking.current = undefined;
  };

  const packAll = async () => {
    setError(undefined);
    setPacking(true);
    try {
      const zip = await download(`${base}/files.zip`);
      const url = URL.createObjectURL(zip);
      save({ name: `${session.title}.zip`, url });
      // By then the browser has started to save it.
      setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
    } catch (refused) {
      setError(refused);
    }
    setPacking(false);
  };

  const seen = awaited === undefined ? undefined : exports?.[awaited];
  // biome-ignore lint/correctness/useExhaustiveDependencies: downloads once, when the listener reports the file.
  useEffect(() => {
    if (awaited === undefined || seen === undefined) return;
    if (seen.state === "done") void take(awaited);
    if (seen.state === "failed") {
      setError(new Error(seen.error?.message));
      setAwaited(undefined);
    }
  }, [awaited, seen?.state]);

  return (
    <>
      <ul className="formats">
        {FORMATS.map((format) => (
          <li key={format}>
            <button
              type="button"
              className="format"
              disabled={awaited !== undefined}
              data-busy={awaited === format || undefined}
              onClick={() => want(format)}
            >
              <b>{t(`format.${format}`)}</b>
              <small>{t(`format.${format}.for`)}</small>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="soft">
        {awaited === undefined ? null : t("shelf.preparing", { format: t(`format.${awaited}`) })}
      </p>
      <button type="button" className="button" disabled={isPacking} onClick={packAll}>
        {t(isPacking ? "shelf.packing" : "shelf.zip")}
      </button>
      {folder === undefined ? null : (
        <div className="folder">
          <p>{t("shelf.folder", { format: t(`format.${folder.format}`), n: folder.files.length })}</p>
          <ul>
            {folder.files.map(({ name, url }) => (
              <li key={name}>
                <a href={url} download={name}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Trouble error={error} />
    </>
  );
}

function save({ name, url }: ExportFile): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.rel = "noopener";
  link.click();
}
