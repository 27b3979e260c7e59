// The dialog of a book's people, for its owner and for a member, with the service's requests.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import {
  type Asked,
  freshBrowser,
  nextAsked,
  type Shown,
  serviceOfTest,
  show,
  violations,
} from "../../component-test.tsx";
import type { ClientSession } from "../../documents.ts";
import "../../styles/first.ts";
import JoinScreen from "./join.tsx";
import PeopleDialog from "./people-dialog.tsx";

const SESSION = { sessionId: "s1", ownerId: "o1", title: "Rain", status: "completed" } as ClientSession;
const DORA = { memberId: "m1", role: "commenter", name: "Dora", joinedAt: "2026-12-01T10:00:00.000Z" };
const INVITE = { inviteId: "i1", role: "editor", expiresAt: "2026-12-09T10:00:00.000Z", usesLeft: 5 };

const NONE = { limitMicros: 0, spentMicros: 120_000 };

let service: { asked: Asked[]; close: () => void };
let shown: Shown | undefined;
const onClose = vi.fn();

beforeEach(() => {
  freshBrowser();
  service = serviceOfTest();
  onClose.mockClear();
});
afterEach(() => {
  shown?.close();
  service.close();
});

const next = (method: string, path: string) => nextAsked(service.asked, method, path);
/** React renders twice in strict mode, so a first request may come twice. */
const answerPeople = async (people: object) => {
  (await next("GET", "/manga/sessions/s1/people")).answer(people);
  for (const one of service.asked.splice(0)) one.answer(people);
};

const owner = { role: "owner", author: "o1" } as const;

describe("the people of a book", () => {
  it("are invited by a link for the chosen role, which is shown with a button to copy it", async () => {
    shown = show(<PeopleDialog session={SESSION} membership={owner} onClose={onClose} />);
    await answerPeople({ members: [], invites: [], editors: NONE });
    await expect.element(page.getByText(/Only you can open this book/)).toBeVisible();
    await page.getByRole("radio", { name: /read, comment and edit words/ }).click();
    await page.getByRole("combobox", { name: "The link is for" }).selectOptions("5 people");
    await page.getByRole("button", { name: "Make the link" }).click();
    const asked = await next("POST", "/manga/sessions/s1/people/invites");
    expect(asked.body).toEqual({ role: "editor", uses: 5 });
    asked.answer({ ...INVITE, token: "s1.secret" }, 201);
    await answerPeople({ members: [], invites: [INVITE], editors: NONE });
    const link = page.getByRole("textbox", { name: "Invitation link" });
    await expect.element(link).toHaveValue(`${location.origin}/join#s1.secret`);
    await expect.element(page.getByText(/for 5 people/)).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it("get another role, and are removed after a question, with the keyboard alone", async () => {
    shown = show(<PeopleDialog session={SESSION} membership={owner} onClose={onClose} />);
    await answerPeople({ members: [DORA], invites: [INVITE], editors: NONE });
    const role = page.getByRole("combobox", { name: "Role of Dora" });
    await role.selectOptions("Editor");
    const changed = await next("PATCH", "/manga/sessions/s1/people/m1");
    expect(changed.body).toEqual({ role: "editor" });
    changed.answer({ ...DORA, role: "editor" });
    await answerPeople({ members: [{ ...DORA, role: "editor" }], invites: [INVITE], editors: NONE });
    await expect.element(role).toHaveValue("editor");
    (page.getByRole("button", { name: "Remove Dora" }).element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByText("Remove Dora from this book?")).toBeVisible();
    await userEvent.keyboard("{Tab}{Enter}");
    (await next("DELETE", "/manga/sessions/s1/people/m1")).answer({});
    await answerPeople({ members: [], invites: [INVITE], editors: NONE });
    await expect.element(page.getByText(/Only you can open this book/)).toBeVisible();
    await expect.poll(() => document.activeElement?.textContent).toBe("In this book");
    await page.getByRole("button", { name: /Withdraw the invitation/ }).click();
    (await next("DELETE", "/manga/sessions/s1/people/invites/i1")).answer({});
    await answerPeople({ members: [], invites: [], editors: NONE });
    await expect.poll(() => page.getByRole("button", { name: /Withdraw/ }).elements()).toEqual([]);
  });

  it("may spend on pictures as editors only what the owner sets", async () => {
    shown = show(<PeopleDialog session={SESSION} membership={owner} onClose={onClose} />);
    await answerPeople({ members: [{ ...DORA, role: "editor" }], invites: [], editors: NONE });
    await expect.element(page.getByText(/\$0\.12 spent so far/)).toBeVisible();
    const field = page.getByRole("spinbutton", { name: /Editors may spend/ });
    await expect.element(field).toHaveValue(0);
    await field.fill("2.5");
    await page.getByRole("button", { name: "Set the limit" }).click();
    const asked = await next("PUT", "/manga/sessions/s1/people/limit");
    expect(asked.body).toEqual({ limitMicros: 2_500_000 });
    asked.answer({ limitMicros: 2_500_000, spentMicros: 120_000 });
    await answerPeople({ members: [], invites: [], editors: NONE });
    await expect.poll(() => page.getByRole("spinbutton").elements()).toEqual([]);
  });

  it("see their role, and can leave the book", async () => {
    const membership = { role: "reader", author: "m1", name: "Dora" } as const;
    shown = show(<PeopleDialog session={SESSION} membership={membership} onClose={onClose} />);
    await expect.element(page.getByText("Your role: Reader (Dora)")).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByRole("button", { name: "Leave the book" }).click();
    await page.getByRole("button", { name: "Stay" }).click();
    expect(service.asked).toEqual([]);
    await page.getByRole("button", { name: "Leave the book" }).click();
    await page.getByRole("button", { name: "Leave the book" }).last().click();
    const left = await next("DELETE", "/manga/sessions/s1/membership");
    left.answer({ code: "store-unavailable", detail: "" }, 503);
    await expect.element(page.getByRole("alert")).not.toBeEmptyDOMElement();
  });
});

describe("the screen of an invitation", () => {
  it("sends the token of the link and the name, and says why it is refused", async () => {
    history.replaceState(history.state, "", `${location.pathname}${location.search}#s1.secret`);
    shown = show(
      <main>
        <JoinScreen />
      </main>,
    );
    await page.getByRole("textbox").fill(" Dora ");
    expect(location.hash).toBe("");
    expect(await violations()).toEqual([]);
    await page.getByRole("button", { name: "Open the book" }).click();
    const asked = await next("POST", "/manga/invites/accept");
    expect(asked.body).toEqual({ token: "s1.secret", name: "Dora" });
    asked.answer({ code: "invite-unusable", detail: "" }, 422);
    await expect.poll(() => page.getByRole("alert").element().textContent).toContain("has expired, was used");
    await expect.element(page.getByRole("button", { name: "Open the book" })).toBeEnabled();
  });

  it("says that a link without a token is none", async () => {
    shown = show(<JoinScreen />);
    await expect.element(page.getByText(/This link has no invitation/)).toBeVisible();
    expect(page.getByRole("button").elements()).toEqual([]);
  });
});
