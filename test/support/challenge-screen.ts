import type { Page } from 'playwright-core';
import { z } from 'zod';
import { ChallengeAction, listMovements } from '../../contract/challenge.js';

const statusAnswer = z.object({
  data: z.object({
    challenge: z
      .object({
        nonce: z.uuid(),
        action: z.enum(ChallengeAction),
        then: z.enum(ChallengeAction).exactOptional(),
      })
      .nullable(),
  }),
});

/** How each movement is called, in Indonesian or English. */
const NAMES: Readonly<Record<ChallengeAction, RegExp>> = {
  TURN_LEFT: /kepala ke kiri|to the left/,
  TURN_RIGHT: /kepala ke kanan|to the right/,
  NOD: /Anggukkan|Nod/,
  BLINK: /Kedipkan|Blink/,
  COME_CLOSER: /Dekatkan|closer/,
};

interface AskedChallenge {
  readonly nonce: string;
  /** What the screen that explains it says of each movement, in their order. */
  readonly movements: readonly RegExp[];
}

/** The challenge that the service asks this page for next. */
export async function waitForChallenge(page: Page): Promise<AskedChallenge> {
  for (;;) {
    const response = await page.waitForResponse(/\/submissions\/status$/, { timeout: 120_000 });
    const parsed = statusAnswer.safeParse(await response.json().catch(() => null));
    const challenge = parsed.data?.data.challenge ?? null;
    if (challenge !== null) {
      const movements = listMovements(challenge).map((action) => NAMES[action]);
      return { nonce: challenge.nonce, movements };
    }
  }
}

/** Has the page believe that every challenge is this one movement; what the service holds stays as it is. */
export async function pretendChallenge(page: Page, action: ChallengeAction): Promise<void> {
  await page.route(/\/submissions\/status$/, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    await route.fulfill({
      response,
      body: body
        .replace(/"then":"[A-Z_]+",?/, '')
        .replace(/"action":"[A-Z_]+"/, `"action":"${action}"`),
    });
  });
}
