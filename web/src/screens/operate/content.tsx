// A book for an operator who may read it: its owner allowed it, or the operator broke the glass with a reason that the owner sees.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "../../api.ts";
import { breakGlass, readContent } from "../../operate-api.ts";
import { Failed, Loading, Trouble } from "../../parts/states.tsx";
import { useOperateWords } from "../../words/operate-words.ts";
import { ReasonField } from "./reason-field.tsx";
import { useCommand } from "./use-command.ts";

export function Content({ sessionId }: { sessionId: string }) {
  const o = useOperateWords();
  const [isWanted, setWanted] = useState(false);
  const form = useCommand();
  const { data, error, refetch } = useQuery({
    queryKey: ["operate", "content", sessionId],
    queryFn: () => readContent(sessionId),
    enabled: isWanted,
    retry: false,
    // A story is not kept longer than it is shown.
    ...{ staleTime: 0, gcTime: 0 },
  });
  if (!isWanted) {
    return (
      <button type="button" className="button" onClick={() => setWanted(true)}>
        {o("read")}
      </button>
    );
  }
  if (error instanceof ApiError && error.code === "content-closed") {
    return (
      <fieldset className="koma operate-commands">
        <legend>{o("read")}</legend>
        <p>{o("closed")}</p>
        <ReasonField value={form.reason} onChange={form.setReason} hint={o("breakHint")} />
        <div className="row">
          <button
            type="button"
            className="button"
            disabled={!form.isReady}
            onClick={() =>
              void form.send(async (reason) => {
                await breakGlass(sessionId, reason);
                await refetch();
                return "";
              })
            }
          >
            {o("breakGlass")}
          </button>
        </div>
        <Trouble error={form.error} />
      </fieldset>
    );
  }
  if (error !== null) return <Failed error={error} onAgain={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const { title, story, language, pages, openedBy, until } = data;
  const time = new Intl.DateTimeFormat(o.tongue, { dateStyle: "short", timeStyle: "short" });
  return (
    <section className="koma operate-content" aria-label={o("read")}>
      <p className="soft">{o(`openedBy.${openedBy}`, { time: time.format(new Date(until)) })}</p>
      <h3 lang={language}>{title}</h3>
      <p className="operate-story" lang={language}>
        {story}
      </p>
      <div className="operate-pages">
        {pages.map(({ number, image }) =>
          image === undefined ? null : (
            <img key={number} src={image.url} alt={o("page", { n: number })} loading="lazy" />
          ),
        )}
      </div>
    </section>
  );
}
