import type { Page } from 'playwright-core';
import { z } from 'zod';
import { ChallengeAction } from '../../contract/challenge.js';

const statusAnswer = z.object({
  data: z.object({
    challenge: z.object({ nonce: z.uuid(), action: z.enum(ChallengeAction) }).nullable(),
  }),
});

/** How the screen of each movement is headed, in Indonesian or English. */
const HEADINGS: Readonly<Record<ChallengeAction, RegExp>> = {
  TURN_LEFT: /kepala ke kiri|to the left/,
  TURN_RIGHT: /kepala ke kanan|to the right/,
  NOD: /Anggukkan|Nod/,
  BLINK: /Kedipkan|Blink/,
  COME_CLOSER: /Dekatkan|closer/,
};

interface AskedChallenge {
  readonly nonce: string;
  readonly heading: RegExp;
}

/** The challenge that the service asks this page for next. */
export async function waitForChallenge(page: Page): Promise<AskedChallenge> {
  for (;;) {
    const response = await page.waitForResponse(/\/submissions\/status$/, { timeout: 120_000 });
    const parsed = statusAnswer.safeParse(await response.json().catch(() => null));
    const challenge = parsed.data?.data.challenge ?? null;
    if (challenge !== null) return { nonce: challenge.nonce, heading: HEADINGS[challenge.action] };
  }
}

/** Has the page believe that every challenge is this one; what the service holds stays as it is. */
export async function pretendChallenge(page: Page, action: ChallengeAction): Promise<void> {
  await page.route(/\/submissions\/status$/, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    await route.fulfill({
      response,
      body: body.replace(/"action":"[A-Z_]+"/, `"action":"${action}"`),
    });
  });
}
