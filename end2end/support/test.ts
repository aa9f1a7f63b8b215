import { type BrowserContext, type Page, test as base } from "@playwright/test";
import { SignInPage } from "../pages/sign_in_page.ts";
import { Link } from "./link.ts";
import { Practice } from "./practice.ts";

/** The three layouts that people use. */
export const LAYOUTS = {
  tablet: { width: 1180, height: 820 },
  narrow: { width: 520, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

/** Beside those, a laptop at the front desk, whose day is the tablet's with a mouse. */
const SCREENS = { ...LAYOUTS, laptop: { width: 1440, height: 900 } } as const;

/** The size of a window. */
export type Layout = keyof typeof SCREENS;

/** Somebody at work: a device of their own, a network of their own. */
export interface Desk {
  page: Page;
  context: BrowserContext;
  link: Link;
}

interface Options {
  layout?: Layout;
  theme?: "light" | "dark";
  /** Whether the device has a mouse and no touch. A laptop has, and those of the narrow layout. */
  mouse?: boolean;
  /** What the device's clock is set to. */
  timezone?: string;
  /** Leaves the sign-in page open. */
  signedOut?: boolean;
}

interface Fixtures {
  practice: Practice;
  /** Gives somebody a device, with storage of its own, and signs them in. */
  desk: (role: string, options?: Options) => Promise<Desk>;
}

export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern
  practice: async ({}, use) => {
    const practice = await Practice.open();
    await use(practice);
    await practice.close();
  },

  desk: async ({ practice, browser, locale, timezoneId }, use) => {
    const closing: (() => Promise<unknown>)[] = [];
    await use(async (role, { layout = "tablet", theme = "light", mouse = layout === "narrow" || layout === "laptop", timezone = timezoneId, signedOut = false } = {}) => {
      const link = await Link.to(() => practice.port);
      // Starting Chromium costs more than most tests do: devices of one test share it, and nothing else. Their storage lies in
      // memory; what a restart must find again is asked of an `OwnBrowser` or a `Profile`.
      const context = await browser.newContext({
        viewport: SCREENS[layout],
        hasTouch: !mouse,
        colorScheme: theme,
        locale,
        timezoneId: timezone,
        baseURL: link.origin,
      });
      closing.push(() => link.close(), () => context.close());
      const page = await context.newPage();
      page.on("pageerror", (error) => console.error(`page error: ${error.message}`));
      if (!signedOut) await new SignInPage(page).signIn(practice.person(role));
      return { page, context, link };
    });
    for (const close of closing.reverse()) await close();
  },
});

export { expect } from "@playwright/test";
