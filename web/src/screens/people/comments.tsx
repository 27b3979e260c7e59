// The comments on a book: all of them as a list, and those of a panel in a dialog, where one can write and delete.
import { type FormEvent, useRef, useState } from "react";
import type { ClientSession } from "../../documents.ts";
import { useKeptWords } from "../../drafts.ts";
import {
  type CommentPlace,
  deleteComment,
  type Membership,
  type PlacedComment,
  writeComment,
} from "../../members.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { Trouble } from "../../parts/states.tsx";
import "../../styles/members.css";
import { useMemberWords } from "../../words/member-words.ts";
import { useWords } from "../../words/words.tsx";

/** The longest comment that the service accepts. */
const LONGEST = 500;

interface CommentsProps {
  session: ClientSession;
  membership: Membership;
  comments: readonly PlacedComment[];
  /** The place whose comments are open. */
  place: CommentPlace | undefined;
  onPlace: (place: CommentPlace | undefined) => void;
}

export default function Comments({ session, membership, comments, place, onPlace }: CommentsProps) {
  const m = useMemberWords();
  const placeOf = usePlaceName();
  const mayWrite = membership.role !== "reader";
  const byPlace = Map.groupBy(comments, ({ page, panel = "" }) => `${page}/${panel}`);
  return (
    <section className="koma comments">
      <p className="soft">{m(mayWrite ? "commentsHint" : "commentsRead")}</p>
      {comments.length === 0 ? <p>{m("none")}</p> : null}
      <ul className="comment-places">
        {[...byPlace.values()].map(([first, ...others]) =>
          first === undefined ? null : (
            <li key={`${first.page}/${first.panel}`}>
              <button type="button" onClick={() => onPlace({ page: first.page, panel: first.panel })}>
                <b>{placeOf(first)}</b>
                <span>{(others.at(-1) ?? first).text}</span>
                <small>{others.length + 1}</small>
              </button>
            </li>
          ),
        )}
      </ul>
      {place === undefined ? null : (
        <PlaceDialog
          key={`${place.page}/${place.panel}`}
          {...{ session, membership, place, mayWrite }}
          comments={comments.filter(({ page, panel }) => page === place.page && panel === place.panel)}
          onClose={() => onPlace(undefined)}
        />
      )}
    </section>
  );
}

function usePlaceName() {
  const m = useMemberWords();
  return ({ page, panel }: CommentPlace) =>
    panel === undefined ? m("onPage", { page }) : m("onPanel", { page, n: panel.slice(1) });
}

interface PlaceDialogProps extends Pick<CommentsProps, "session" | "membership" | "comments"> {
  place: CommentPlace;
  mayWrite: boolean;
  onClose: () => void;
}

function PlaceDialog({ session, membership, comments, place, mayWrite, onClose }: PlaceDialogProps) {
  const m = useMemberWords();
  const placeOf = usePlaceName();
  const { sessionId } = session;
  const [words, setWords] = useKeptWords(`book.${sessionId}/comments/${place.page}/${place.panel ?? ""}`);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const [said, setSaid] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const act = async (what: () => Promise<unknown>, done: string) => {
    setBusy(true);
    setError(undefined);
    try {
      await what();
      setSaid(done);
      return true;
    } catch (failed) {
      setError(failed);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (await act(() => writeComment(sessionId, place, words.trim()), m("sent"))) setWords("");
  };
  const remove = async (commentId: string) => {
    const isGone = await act(() => deleteComment(sessionId, place.page, commentId), m("deleted"));
    // The button that had the focus disappears.
    if (isGone) list.current?.focus();
  };
  return (
    <Dialog label={placeOf(place)} onClose={onClose}>
      <div className="comments-here">
        {comments.length === 0 ? <p className="soft">{m("none")}</p> : null}
        <ul ref={list} tabIndex={-1} aria-label={placeOf(place)}>
          {comments.map((comment) => (
            <CommentRow
              key={comment.commentId}
              {...{ comment, membership, session, isBusy }}
              onDelete={() => remove(comment.commentId)}
            />
          ))}
        </ul>
        {mayWrite ? (
          <form onSubmit={send}>
            <label className="field">
              <span>{m("write")}</span>
              <textarea
                rows={3}
                maxLength={LONGEST}
                value={words}
                onChange={({ target }) => setWords(target.value)}
              />
            </label>
            <Trouble error={error} />
            <button type="submit" className="button button-hot" disabled={isBusy || words.trim() === ""}>
              {m("send")}
            </button>
          </form>
        ) : (
          <Trouble error={error} />
        )}
        <p className="unseen" role="status">
          {said}
        </p>
      </div>
    </Dialog>
  );
}

interface CommentRowProps {
  comment: PlacedComment;
  membership: Membership;
  session: ClientSession;
  isBusy: boolean;
  onDelete: () => void;
}

function CommentRow({ comment, membership, session, isBusy, onDelete }: CommentRowProps) {
  const m = useMemberWords();
  const { tongue } = useWords();
  const { text, by, role, name, at, version } = comment;
  const time = new Intl.DateTimeFormat(tongue, { dateStyle: "medium", timeStyle: "short" });
  const isMine = by === membership.author;
  return (
    <li data-mine={isMine || undefined}>
      <p className="comment-who">
        <b>{isMine ? m("you") : (name ?? m(`role.${role}`))}</b>
        <small>
          {time.format(new Date(at))}
          {version < session.version ? ` · ${m("version", { n: version })}` : null}
        </small>
      </p>
      <p className="comment-text">{text}</p>
      {isMine || membership.role === "owner" ? (
        <button
          type="button"
          className="button button-small"
          disabled={isBusy}
          aria-label={m("deleteOf", { text: text.slice(0, 40) })}
          onClick={onDelete}
        >
          {m("delete")}
        </button>
      ) : null}
    </li>
  );
}
