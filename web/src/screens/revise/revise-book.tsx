// Changes of the whole book: replacing words, renaming a person, reading direction, language.
import { type FormEvent, useState } from "react";
import { type ClientPage, type ClientSession, charactersIn } from "../../documents.ts";
import { useKeptWords } from "../../drafts.ts";
import { Choice } from "../../parts/choice.tsx";
import type { Change } from "../../use-change.ts";
import type { Watched } from "../../use-session.ts";
import { useWishWords } from "../../words/wish-words.ts";
import { useWords } from "../../words/words.tsx";
import { WishBox } from "../reviews/wish-box.tsx";

interface BookChangesProps {
  watched: Watched;
  session: ClientSession;
  isWorking: boolean;
  change: Change;
}

export function BookChanges({ watched, session, isWorking, change }: BookChangesProps) {
  const cast = charactersIn(watched.phases.characters?.output);
  return (
    <div className="revise-book">
      <Wishes watched={watched} session={session} isWorking={isWorking} />
      <Title session={session} change={change} />
      <Rename names={cast.map(({ name }) => name)} change={change} />
      <FindAndReplace pages={watched.pages} change={change} />
      <Lettering session={session} isWorking={isWorking} change={change} />
    </div>
  );
}

function Wishes({ watched, session, isWorking }: Omit<BookChangesProps, "change">) {
  const w = useWishWords();
  return (
    <section className="koma revise-wish">
      <h2>{w("book")}</h2>
      <WishBox session={session} watched={watched} phase="artwork" isBusy={isWorking} />
    </section>
  );
}

function Title({ session, change }: Pick<BookChangesProps, "session" | "change">) {
  const { t } = useWords();
  const { sessionId, title, params } = session;
  const [wanted, setWanted] = useKeptWords(`book.${sessionId}/title`);
  const next = wanted.trim();
  const retitle = async (event: FormEvent) => {
    event.preventDefault();
    const body = { title: next };
    await change({ kind: "other", method: "PATCH", path: "/params", body }, () => setWanted(""));
  };
  return (
    <form className="koma" onSubmit={retitle}>
      <h2>{t("gate.bookTitle")}</h2>
      <label className="field">
        <span>{t("revise.newTitle")}</span>
        <input
          value={wanted}
          placeholder={title}
          lang={params.language}
          maxLength={255}
          onChange={(event) => setWanted(event.target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={next === "" || next === title}>
        {t("revise.titleDo")}
      </button>
      <p className="soft">{t("revise.titleHint")}</p>
    </form>
  );
}

function FindAndReplace({ pages, change }: { pages: readonly ClientPage[]; change: Change }) {
  const { t } = useWords();
  const [find, setFind] = useState("");
  const [put, setPut] = useState("");
  const [done, setDone] = useState<number | undefined>(undefined);
  const texts = pages
    .flatMap((page) => page.texts.map(({ id, text }) => ({ page: page.number, id, text })))
    .filter(({ text }) => find !== "" && text.includes(find))
    .map(({ page, id, text }) => ({ page, id, text: text.replaceAll(find, put), was: { text: [text] } }))
    .filter(({ text }) => text.trim() !== "");

  const replace = async (event: FormEvent) => {
    event.preventDefault();
    setDone(undefined);
    if (await change({ kind: "texts", texts })) setDone(texts.length);
  };

  return (
    <form className="koma" onSubmit={replace}>
      <h2>{t("revise.replace")}</h2>
      <label className="field">
        <span>{t("revise.find")}</span>
        <input value={find} onChange={(event) => setFind(event.target.value)} />
      </label>
      <label className="field">
        <span>{t("revise.with")}</span>
        <input value={put} onChange={(event) => setPut(event.target.value)} />
      </label>
      <button type="submit" className="button" disabled={texts.length === 0}>
        {texts.length === 0 ? t("revise.replaceNone") : t("revise.replaceAll", { n: texts.length })}
      </button>
      <p role="status" className="soft">
        {done === undefined ? null : t("revise.replaced", { n: done })}
      </p>
    </form>
  );
}

function Rename({ names, change }: { names: readonly string[]; change: Change }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState("");
  const [to, setTo] = useState("");
  const from = names.includes(chosen) ? chosen : (names[0] ?? "");
  const rename = async (event: FormEvent) => {
    event.preventDefault();
    const body = { from, to: to.trim() };
    if (await change({ kind: "other", method: "POST", path: "/rename", body })) setTo("");
  };
  return (
    <form className="koma" onSubmit={rename}>
      <h2>{t("revise.rename")}</h2>
      <Choice
        label={t("revise.whom")}
        value={from}
        options={names.map((name) => [name, name])}
        onChoose={setChosen}
      />
      <label className="field">
        <span>{t("revise.newName")}</span>
        <input value={to} maxLength={60} onChange={(event) => setTo(event.target.value)} />
      </label>
      <button type="submit" className="button" disabled={to.trim() === "" || from === ""}>
        {t("revise.renameDo")}
      </button>
      <p className="soft">{t("revise.renameHint")}</p>
    </form>
  );
}

const LANGUAGES = ["ja", "en"] as const;

function Lettering({ session, isWorking, change }: Omit<BookChangesProps, "watched">) {
  const { t } = useWords();
  const { direction, language } = session.params;
  const other = direction === "rtl" ? "ltr" : "rtl";
  const [wanted, setWanted] = useState<string>(language);
  const [file, setFile] = useState<{ name: string; csv: string } | undefined>(undefined);
  const reletter = (body: Record<string, string>) =>
    void change({ kind: "other", method: "POST", path: "/reletter", body });
  return (
    <section className="koma">
      <h2>{t("revise.direction")}</h2>
      <p>{t("revise.directionNow", { direction: t(`direction.${direction}`) })}</p>
      <button
        type="button"
        className="button"
        disabled={isWorking}
        onClick={() => reletter({ direction: other })}
      >
        {t("revise.turn", { direction: t(`direction.${other}`) })}
      </button>
      <p className="soft">{t("revise.turnHint")}</p>
      <Choice
        label={t("revise.letterIn")}
        value={wanted}
        options={LANGUAGES.map((one) => [one, t(`language.${one}`)])}
        onChoose={setWanted}
      />
      <div className="field">
        <b>{t("revise.letterFile")}</b>
        <label className="file">
          <input
            type="file"
            accept=".csv,text/csv"
            aria-label={`${file?.name ?? t("new.choose")}: ${t("revise.letterFile")}`}
            onChange={async ({ target: { files } }) => {
              const chosen = files?.[0];
              setFile(chosen && { name: chosen.name, csv: await chosen.text() });
            }}
          />
          <span>{file?.name ?? t("new.choose")}</span>
        </label>
      </div>
      <button
        type="button"
        className="button"
        disabled={isWorking || (file === undefined && wanted === language)}
        onClick={() => reletter({ language: wanted, ...(file && { csv: file.csv }) })}
      >
        {t("revise.letterDo")}
      </button>
      <p className="soft">{t("revise.letterHint")}</p>
    </section>
  );
}
