import type { CDPSession, Page } from "@playwright/test";
import type { Point } from "../pages/agenda_page.ts";

/** What takes a visit up and carries it: a mouse at once, a finger when it has held still. */
export interface Hand {
  /** Takes up what lies there, and carries it; it stays in the hand. `isHeld` waits until it is. */
  carry(from: Point, to: Point, isHeld: () => Promise<void>): Promise<void>;
  /** Carries on what it holds. */
  move(to: Point): Promise<void>;
  letGo(): Promise<void>;
  /** Moves over the page as whoever scrolls does, or who is careless. */
  brush(from: Point, to: Point): Promise<void>;
}

const between = (from: Point, to: Point, share: number): Point => ({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });

export function mouse(page: Page): Hand {
  const move = async (from: Point, to: Point) => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
  };
  return {
    carry: async (from, to, isHeld) => {
      await move(from, to);
      await isHeld();
    },
    move: (to) => page.mouse.move(to.x, to.y, { steps: 4 }),
    letGo: () => page.mouse.up(),
    brush: async (from, to) => {
      await move(from, to);
      await page.mouse.up();
    },
  };
}

export function finger(devtools: CDPSession): Hand {
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", at?: Point) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints: at === undefined ? [] : [at] });
  return {
    carry: async (from, to, isHeld) => {
      await touch("touchStart", from);
      await isHeld();
      for (const share of [0.3, 0.6, 1]) await touch("touchMove", between(from, to, share));
    },
    move: async (to) => void (await touch("touchMove", to)),
    letGo: async () => void (await touch("touchEnd")),
    brush: async (from, to) => {
      await touch("touchStart", from);
      for (const share of [0.5, 1]) await touch("touchMove", between(from, to, share));
      await touch("touchEnd");
    },
  };
}
