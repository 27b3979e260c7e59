// The switch between the desks: it states which desk is open, and its buttons stay where they are.
import { afterEach, beforeEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { freshBrowser, type Shown, show } from "../../component-test.tsx";
import { type Desk, DeskSwitch } from "./desk-switch.tsx";

let shown: Shown | undefined;
let desk: Desk | undefined;
const part = () => (
  <DeskSwitch
    desks={["frames", "letters"]}
    pages={[1, 2]}
    desk={desk}
    onOpen={(next) => {
      desk = next;
      shown?.show(part());
    }}
  />
);
beforeEach(() => {
  freshBrowser();
  desk = undefined;
  shown = show(part());
});
afterEach(() => shown?.close());

it("keeps the focus on the button of the desk that it opened, and states that it is open", async () => {
  const button = page.getByRole("button", { name: "Lettering" });
  await expect.element(button).toHaveAttribute("aria-pressed", "false");
  button.element().focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(button).toHaveAttribute("aria-pressed", "true");
  await expect.element(button).toHaveFocus();
  await page.getByRole("button", { name: "Back to the lines" }).click();
  await expect.element(button).toHaveAttribute("aria-pressed", "false");
});
